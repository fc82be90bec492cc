/** E3: who can draw it back? The same decoder from each frozen code, and what a judge who knows none of the encoders makes of the drawings. */
import * as z from 'zod/mini';
import { nonnegative, percent, positive, positiveInt } from '../checks';
import { resultSchema, spreadSchema } from './envelope';

/**
 * What decoders are trained from. `random-…` is the contrastive tower before any training, `caption` the embedding of the label,
 * `pca` as many principal components as the pooled embedding has numbers, `pixels` the picture itself: what the decoder could do at best.
 */
export const DRAWN_CODES = [
  'pooled',
  'grid',
  'tokens',
  'tokens-16',
  'random-pooled',
  'random-grid',
  'caption',
  'pca',
  'pixels',
] as const;
export type DrawnCode = (typeof DRAWN_CODES)[number];

/** Pictures that no decoder drew: the mean of the training pictures, and the principal components added up. */
export const UNDRAWN = ['mean-image', 'pca-sum'] as const;
export type Undrawn = (typeof UNDRAWN)[number];

const likenessSchema = z.object({ psnr: spreadSchema, ssim: spreadSchema });

/** What the judge says: percent whose group it names; percent whose concept is the nearest, or among the five nearest, by pixels. */
const judgedSchema = z.object({ group: spreadSchema, conceptR1: spreadSchema, conceptR5: spreadSchema });

const drawingsSchema = z.object({
  heldOut: z.extend(likenessSchema, judgedSchema.shape),
  /** None for captions: photographs have none. */
  photos: z.nullable(likenessSchema),
});
export type Drawings = z.infer<typeof drawingsSchema>;

const codeSchema = z.extend(drawingsSchema, {
  code: z.enum(DRAWN_CODES),
  /** The code is side·side cells of `dim` numbers. */
  side: positiveInt,
  dim: positiveInt,
  /** What the code of one picture takes. */
  bits: positive,
  /** Parameters of the decoder; those before the shared layers depend on the code. */
  parameters: positiveInt,
  /** Where the code has cells. */
  locality: z.nullable(
    z.object({
      /** One cell's vector replaced by another picture's: share of the squared change of the pixels within that cell, 0..1. */
      own: spreadSchema,
      /** What `own` would be if the change were spread evenly. */
      even: positive,
      /** All vectors of a picture dealt anew to its cells, then drawn: PSNR, dB. */
      shuffled: spreadSchema,
    }),
  ),
});

export const e3Schema = resultSchema(
  'e3',
  z.object({
    decoder: z.object({
      sharedParameters: positiveInt,
      steps: positiveInt,
      batch: positiveInt,
      learningRate: positive,
    }),
    judge: z.object({
      parameters: positiveInt,
      steps: positiveInt,
      batch: positiveInt,
      groups: z.array(z.string()).check(z.minLength(2)),
      /** The originals themselves: the ceiling of every row. */
      originals: z.object({ group: percent, conceptR1: percent, conceptR5: percent }),
      /** Always the most frequent group; a concept at random. */
      chance: z.object({ group: percent, conceptR1: percent, conceptR5: percent }),
    }),
    codes: z.array(codeSchema).check(z.length(DRAWN_CODES.length)),
    undrawn: z.array(z.extend(drawingsSchema, { kind: z.enum(UNDRAWN), bits: nonnegative })).check(z.length(UNDRAWN.length)),
  }),
);
export type E3 = z.infer<typeof e3Schema>;
