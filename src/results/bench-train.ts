/** public/results/bench-train.json: how much of the matrix product's rate reaches a training step, and what a second worker brings. */
import * as z from 'zod/mini';
import { positive, positiveInt } from '../checks';

/** One number of workers. Medians over rounds, averaged over the workers; rates in GFLOP/s a core, all workers busy. */
const measuredTrainingSchema = z.object({
  workers: positiveInt,
  /** Multiplications and additions of a worker's step, in thousand millions. */
  gflopsOfStep: positive,
  matMul: positive,
  step: positive,
  /** Of the step's rate to the product's, round by round. */
  ratio: positive,
  /** Of all workers. */
  imagesPerSecond: positive,
});
export type MeasuredTraining = z.infer<typeof measuredTrainingSchema>;

export const benchTrainSchema = z.object({
  command: z.string(),
  date: z.iso.date(),
  machine: z.object({ processor: z.string(), cores: positiveInt, node: z.string() }),
  /** GFLOP/s of the plain matrix product with the library's kernels. */
  libraryMatMul: positive,
  /**
   * By model. Scaling: images a second of all workers over those of one, each worker stepping on a batch as large as the one's; in every
   * round both were measured, one after the other, and the scaling is the median of the rounds' own.
   */
  models: z.record(
    z.string(),
    z.object({
      measured: z.array(measuredTrainingSchema).check(z.minLength(1)),
      scaling: positive,
      scalings: z.array(positive).check(z.minLength(1)),
    }),
  ),
});
export type BenchTrain = z.infer<typeof benchTrainSchema>;
