/** What `npm run reproduce` remembers of its stages: enough to skip those that are done, and to say how long the whole took. */
import * as z from 'zod/mini';
import { nonnegative, positiveInt, sha256 } from '../checks';

const stageSchema = z.object({
  /** Hash of command, source and files read. */
  inputs: sha256,
  /** Hash of the files made; absent while the stage is under way. */
  outputs: z.optional(sha256),
  /** Time spent on it, over all sittings. */
  seconds: nonnegative,
});

export const reproductionSchema = z.object({
  machine: z.object({ processor: z.string(), cores: positiveInt, node: z.string() }),
  /** Little of everything, to try the machinery. */
  trial: z.boolean(),
  stages: z.record(z.string(), stageSchema),
});
export type Reproduction = z.infer<typeof reproductionSchema>;
