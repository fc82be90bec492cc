/** The centre of the argument: what each code says of a picture, and what can be drawn back from it; the same probe and the same decoder for all. */
import * as z from 'zod/mini';
import { positive, positiveInt } from '../checks';
import { POOLINGS } from './e2';
import { DRAWN_CODES } from './e3';
import { averageSchema, resultSchema, spreadSchema } from './envelope';

/** Codes that are both told from and drawn from. */
export const COMPARED = DRAWN_CODES.filter((code) => code !== 'caption');

const tellSchema = z.object({
  /** How one vector is made of the code for the probe. */
  pooling: z.enum(POOLINGS),
  parameters: positiveInt,
  /** Percent of the held-out concepts' drawings whose group a linear probe names; and the mean of the groups' percentages. */
  group: spreadSchema,
  balanced: spreadSchema,
  /** The same on validation concepts: by these, never by those above, a pooling is chosen. */
  validation: z.object({ group: z.number(), conceptR1: z.number() }),
  /** Percent of the held-out concepts found first among another artist's drawings; the spread is between pairs of artists. */
  conceptR1: averageSchema,
});

const drawSchema = z.object({
  /** Held-out drawings, dB. */
  psnr: spreadSchema,
  ssim: spreadSchema,
  /** Photographs, dB. */
  photos: spreadSchema,
  /** Percent of the drawn pictures whose group the judge names. */
  group: spreadSchema,
});

export const twoByTwoSchema = resultSchema(
  'two-by-two',
  z.object({
    codes: z
      .array(
        z.object({
          code: z.enum(DRAWN_CODES),
          encoder: z.enum(['contrastive', 'vqvae-8', 'vqvae-16', 'random', 'pixels', 'pca']),
          bits: positive,
          /** One line for each way of making a vector of it. */
          tell: z.array(tellSchema).check(z.minLength(1)),
          draw: drawSchema,
        }),
      )
      .check(z.length(COMPARED.length)),
    /** Without looking: the most frequent group, a concept at random, the mean training picture; its group is again the most frequent one. */
    chance: z.object({
      tell: z.object({ group: z.number(), balanced: z.number(), conceptR1: z.number() }),
      draw: drawSchema,
    }),
    /** The judge on the original pictures: no drawing can be expected to do better. */
    originals: z.object({ group: z.number() }),
  }),
);
export type TwoByTwo = z.infer<typeof twoByTwoSchema>;
