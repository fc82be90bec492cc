/** What `npm run reproduce` remembers of its stages: enough to skip those that are done, and to say how long the whole took. */
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const stageSchema = z.object({
  /** Hash of command, source and files read. */
  inputs: sha256,
  /** Hash of the files made; absent while the stage is under way. */
  outputs: sha256.optional(),
  /** Time spent on it, over all sittings. */
  seconds: z.number().nonnegative(),
});

export const reproductionSchema = z.object({
  machine: z.object({ processor: z.string(), cores: z.int().positive(), node: z.string() }),
  /** Little of everything, to try the machinery. */
  trial: z.boolean(),
  stages: z.record(z.string(), stageSchema),
});
export type Reproduction = z.infer<typeof reproductionSchema>;
