/** Temperature: which mismatched pairs of a batch the softmax loss pushes, and how the push moves when the temperature is lowered. */
import * as z from 'zod/mini';
import { positive } from '../checks';
import { resultSchema, spreadSchema } from './envelope';

/** A quarter of a batch's mismatched pairs by their cosine, those in between left out. */
export const QUARTERS = ['nearest', 'farthest'] as const;

export const temperatureSchema = resultSchema(
  'temperature',
  z.object({
    /** Pairs of a drawing and its caption in a batch. */
    batch: z.int().check(z.minimum(2)),
    temperatures: z.object({ high: positive, low: positive }),
    quarters: z.array(
      z.object({
        quarter: z.enum(QUARTERS),
        /** Share of the push on all mismatched pairs that goes to this quarter, 0..1; means over batches by seed. */
        share: z.object({ high: spreadSchema, low: spreadSchema }),
        /** The push on this quarter at the low temperature, of that at the high one: over 1 it is pushed harder than before. */
        ratio: spreadSchema,
      }),
    ),
  }),
);
export type Temperature = z.infer<typeof temperatureSchema>;
