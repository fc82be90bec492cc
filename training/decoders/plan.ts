/** What the training of the decoders is asked to do; kept with its checkpoints, so that only the same run is continued. */
import * as z from 'zod/mini';
import { positive, positiveInt } from '../../src/checks';

const hash = z.string();

export const planSchema = z.object({
  /** Seeds of the decoders: each draws its own initial weights, batches, untrained tower and sample for the PCA. */
  seeds: z.array(z.int()).check(z.minLength(1)),
  /** Updates of every decoder. */
  steps: positiveInt,
  /** Pictures an update, over all workers; the same for every decoder. */
  batch: positiveInt,
  learningRate: positive,
  /** Each draws pictures of its own. */
  workers: positiveInt,
  judge: z.object({ seed: z.int(), steps: positiveInt, batch: positiveInt, learningRate: positive }),
  /** Training pictures that the PCA and the mean picture are taken from. */
  sample: positiveInt,
  /** Of these, those that the statistics of the codes are taken from. */
  statistics: positiveInt,
  /** Concepts to train on and to measure with: fewer in a trial run. */
  concepts: z.object({ train: z.int(), test: z.int() }),
  /** Of the frozen models by id, and of the data. */
  weights: z.record(z.string(), hash),
  data: z.object({ data: hash, split: hash }),
});
export type Plan = z.infer<typeof planSchema>;

type Amounts = Pick<Plan, 'steps' | 'batch' | 'learningRate' | 'judge' | 'sample' | 'statistics'>;

/** About twenty minutes on two quiet cores for three seeds. */
export const FULL: Amounts = {
  steps: 600,
  batch: 32,
  learningRate: 3e-3,
  judge: { seed: 1, steps: 1200, batch: 64, learningRate: 2e-3 },
  sample: 1536,
  statistics: 256,
};

/** Enough to run every line. */
export const TRIAL: Amounts = {
  steps: 2,
  batch: 8,
  learningRate: 3e-3,
  judge: { seed: 1, steps: 2, batch: 8, learningRate: 2e-3 },
  sample: 160, // more than the PCA has components
  statistics: 16,
};
