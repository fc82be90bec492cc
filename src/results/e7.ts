/** E7: what survives a change? How far each code moves when a picture is changed, on the scale of an unrelated picture. */
import * as z from 'zod/mini';
import { positiveInt } from '../checks';
import { averageSchema, resultSchema } from './envelope';

export const CHANGES = ['shift', 'rotate', 'recolour', 'blur', 'noise', 'occlude', 'jpeg', 'redraw'] as const;

/** What is measured between a picture and its change. */
const distanceSchema = z.object({
  /** Cosine of the embeddings of the contrastive encoder, and of the same encoder before training. */
  embedding: averageSchema,
  untrained: averageSchema,
  /** Cosine of the patch tokens of each cell, averaged over the cells. */
  patches: averageSchema,
  /** Correlation of the pixels. */
  pixels: averageSchema,
  /** Share of the tokens that are no longer the same, 0..1. */
  tokens16: averageSchema,
  tokens8: averageSchema,
});
export type Distance = z.infer<typeof distanceSchema>;

/** How far on the way to an unrelated picture: 0 nothing moved, 1 as far as that; of the means. */
const wayThereSchema = z.object({
  embedding: z.number(),
  untrained: z.number(),
  patches: z.number(),
  pixels: z.number(),
  tokens16: z.number(),
  tokens8: z.number(),
});
export type WayThere = z.infer<typeof wayThereSchema>;

export const e7Schema = resultSchema(
  'e7',
  z.object({
    codebook: positiveInt,
    /** The scale's end: another concept, by the same artist and by another. */
    unrelated: z.object({ sameArtist: distanceSchema, otherArtist: distanceSchema }),
    changes: z.array(
      z.object({
        change: z.enum(CHANGES),
        /** In the change's own unit: pixels, degrees, degrees of hue, σ in pixels, σ in 8-bit levels, side in pixels, JPEG quality; who redraws. */
        strength: z.union([z.number(), z.enum(['same-house', 'other-artist', 'unseen-artist'])]),
        distance: distanceSchema,
        wayThere: wayThereSchema,
      }),
    ),
  }),
);
export type E7 = z.infer<typeof e7Schema>;
