/** E8: is a token local? What one token does to the picture, what one cell of the picture does to the tokens, and what order carries. */
import * as z from 'zod/mini';
import { positive, positiveInt, share } from '../checks';
import { averageSchema, resultSchema, spreadSchema } from './envelope';

/** How far a change spreads over the grid, as shares of its squared size. */
const spillSchema = z.object({
  /** Within the cell itself, 0..1; the spread is between changes. */
  own: averageSchema,
  /** By distance in cells, the cell itself first; the shares sum to 1. */
  rings: z.array(share).check(z.minLength(2)),
  /** What `own` would be if the change were spread evenly. */
  even: positive,
});
export type Spill = z.infer<typeof spillSchema>;

/** Codes on a grid whose cells answer to cells of the picture. */
const GRID_CODES = ['vqvae-16', 'vqvae-8', 'contrastive-before', 'contrastive', 'untrained'] as const;

const gridSchema = z.union([z.literal(16), z.literal(8)]);

export const e8Schema = resultSchema(
  'e8',
  z.object({
    codebook: positiveInt,
    /** One token replaced by another entry, the picture drawn again: squared change of the pixels. */
    flips: z.array(
      z.object({
        grid: gridSchema,
        /** Any other entry, or the one nearest to it. */
        by: z.enum(['any', 'nearest']),
        pixels: spillSchema,
      }),
    ),
    /** One cell of the picture painted over: squared change of the code. */
    paints: z.array(
      z.object({
        code: z.enum(GRID_CODES),
        grid: gridSchema,
        vectors: spillSchema,
        /** Of the tokens that change, the share that is the cell's own; none where there are no tokens. */
        tokens: z.nullable(averageSchema),
      }),
    ),
    shuffles: z.object({
      /** All tokens of a picture dealt anew to its cells, then drawn: PSNR against the picture, dB; means over pictures by seed. */
      tokens: z.array(z.object({ grid: gridSchema, inOrder: z.number(), shuffled: spreadSchema })),
      /**
       * The patch tokens of the contrastive encoder dealt anew before they are pooled: cosine with the embedding of those in order. Pooling
       * knows no places, so that it is 1 by design.
       */
      patches: spreadSchema,
      /** The picture itself cut into 8×8 cells and dealt anew: cosine of the embedding, and of the untrained encoder's. */
      cells: z.object({ embedding: spreadSchema, untrained: spreadSchema, histogram16: spreadSchema, histogram8: spreadSchema }),
      /** The same cosines with an unrelated picture: the scale's end. */
      unrelated: z.object({
        embedding: averageSchema,
        untrained: averageSchema,
        histogram16: averageSchema,
        histogram8: averageSchema,
      }),
    }),
  }),
);
export type E8 = z.infer<typeof e8Schema>;
