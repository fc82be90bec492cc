/** What the training of the decoders is asked to do; kept with its checkpoints, so that only the same run is continued. */
import { z } from 'zod';

const hash = z.string();

export const planSchema = z.object({
  /** Seeds of the decoders: each draws its own initial weights, batches, untrained tower and sample for the PCA. */
  seeds: z.array(z.int()).min(1),
  /** Updates of every decoder. */
  steps: z.int().positive(),
  /** Pictures an update, over all workers; the same for every decoder. */
  batch: z.int().positive(),
  learningRate: z.number().positive(),
  /** Each draws pictures of its own. */
  workers: z.int().positive(),
  judge: z.object({ seed: z.int(), steps: z.int().positive(), batch: z.int().positive(), learningRate: z.number().positive() }),
  /** Training pictures that the PCA and the mean picture are taken from. */
  sample: z.int().positive(),
  /** Of these, those that the statistics of the codes are taken from. */
  statistics: z.int().positive(),
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
