/** E2: who knows what a picture shows? Retrieval across artists, and linear probes, from each representation. */
import * as z from 'zod/mini';
import { percent, positive, positiveInt } from '../checks';
import { averageSchema, resultSchema, spreadSchema } from './envelope';

/** Where a representation comes from; `random` is the contrastive encoder before any training. */
export const ENCODERS = ['contrastive', 'vqvae-16', 'vqvae-8', 'random', 'pixels', 'pca'] as const;

/** How one vector is made of it. */
export const POOLINGS = ['pooled', 'gridMean', 'gridFlat', 'histogram', 'codesMean', 'codesFlat', 'whole'] as const;

/** Recall in percent; averaged over pairs of artists, and over seeds where the encoder has one. */
const recallSchema = z.object({ r1: averageSchema, r5: averageSchema });
export type Recall = z.infer<typeof recallSchema>;

const chanceSchema = z.object({ r1: percent, r5: percent });

const retrievalSchema = z.object({
  /** Validation concepts, asked and answered as the held-out ones are: by this a way of pooling is chosen. */
  validationConcepts: recallSchema,
  /** Held-out concepts: asked with one artist's drawing, answered from another's. */
  heldOutConcepts: recallSchema,
  /** The one pair of artists that is also compared elsewhere. */
  twemojiToNoto: recallSchema,
  /** All concepts: asked with a drawing by the artist never trained on, answered from each known artist's. */
  unseenArtist: recallSchema,
  /** The same, answered from all known artists' drawings at once, of which several show the concept. */
  unseenArtistAllKnown: recallSchema,
});
export type Retrieval = z.infer<typeof retrievalSchema>;

const probeSchema = z.object({
  /** Weights and biases of the probe. */
  parameters: positiveInt,
  /** Chosen on validation concepts. */
  l2: positive,
  /** Percent right on validation concepts by known artists, by which l2 was chosen and a way of pooling is. */
  validation: percent,
  /** Percent right on held-out concepts by known artists and by the unseen one. */
  heldOutConcepts: spreadSchema,
  unseenArtist: spreadSchema,
  /** Mean over the groups of the percent right: what a probe earns that ignores how large they are. */
  balanced: spreadSchema,
});

const representationSchema = z.object({
  encoder: z.enum(ENCODERS),
  pooling: z.enum(POOLINGS),
  dim: positiveInt,
  /** What the representation of one picture takes as it is stored. */
  bits: positive,
  retrieval: retrievalSchema,
  probe: probeSchema,
});
export type Representation = z.infer<typeof representationSchema>;

const captionSchema = z.object({
  heldOutR1: percent,
  heldOutR5: percent,
  trainR1: percent,
  chance: z.object({ heldOutR1: percent, heldOutR5: percent, trainR1: percent }),
  /** Without the lexicon. */
  towerAlone: z.object({ heldOutR1: percent, heldOutR5: percent, trainR1: percent }),
});
export type CaptionRecall = z.infer<typeof captionSchema>;

export const e2Schema = resultSchema(
  'e2',
  z.object({
    codebook: positiveInt,
    groups: z.array(z.string()).check(z.minLength(2)),
    chance: z.object({
      retrieval: z.object({
        heldOutConcepts: chanceSchema,
        twemojiToNoto: chanceSchema,
        unseenArtist: chanceSchema,
        unseenArtistAllKnown: chanceSchema,
      }),
      /** Percent right of always naming the most frequent group, and of any constant answer when groups count the same. */
      probe: z.object({ heldOutConcepts: percent, unseenArtist: percent, balanced: percent }),
    }),
    representations: z.array(representationSchema).check(z.minLength(1)),
    /** Captions against drawings with the contrastive model. */
    captions: z.object({ en: captionSchema, zh: captionSchema }),
  }),
);
export type E2 = z.infer<typeof e2Schema>;
