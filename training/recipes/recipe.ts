/** How a model is trained: its objective, and the batch that each worker gets at each step. */
import { createRng, type Rng } from '../../src/dataset/rng';
import type { Collective } from '../../src/model/collective';
import { createTrainer, type Objective, type StepReport, type TrainerSnapshot } from '../../src/model/trainer';
import type { NamedArray, ParamArrays } from '../../src/model/types';
import type { TrainingData } from '../further';
import { firstEndOf, type RunOptions } from '../run/options';
import { contrastiveRecipe } from './contrastive';
import { vqvaeRecipe } from './vqvae';

export interface Recipe<Batch> {
  readonly objective: Objective<Batch>;
  readonly warmup: number;
  /** The batch of one worker; depends on nothing but the seed, the step and the rank, so that a resumed run goes on exactly. */
  batchAt(rng: Rng, step: number): Batch;
  readonly imagesPerStep: number;
  /** The parameters as they are once stored for the page; missing where a run cannot go on from these alone. */
  readonly asStored?: (params: ParamArrays) => ParamArrays;
}

/** A run that has begun: one call, one update. */
export interface Run {
  next(): Promise<StepReport>;
  readonly stepsDone: number;
  readonly imagesPerStep: number;
  snapshot(): TrainerSnapshot;
  restore(snapshot: TrainerSnapshot): void;
}

const emptied = (arrays: ParamArrays): ParamArrays =>
  Object.fromEntries(
    Object.entries(arrays).map(([name, { shape, values }]): [string, NamedArray] => [
      name,
      { shape, values: new Float32Array(values.length) },
    ]),
  );

/** What a run is where it goes on from its stored weights: neither the optimiser's moments nor what it remembers of batches is stored. */
const fromStored = ({ step, first, second, buffers }: TrainerSnapshot, params: ParamArrays): TrainerSnapshot => ({
  step,
  params,
  first: emptied(first),
  second: emptied(second),
  buffers: emptied(buffers),
});

/** One worker's part of a run by that recipe. Throws where it is to go on from stored weights that are not enough. */
export function runOf<Batch>(recipe: Recipe<Batch>, options: RunOptions, collective: Collective, rng: Rng): Run {
  const { steps: totalSteps, earlierEnds, restarts, learningRate } = options;
  const schedule = { learningRate, warmup: Math.min(recipe.warmup, firstEndOf(options)), totalSteps, earlierEnds, restarts };
  const trainer = createTrainer({ objective: recipe.objective, schedule, rng: rng.fork('initial'), collective });
  const { asStored } = recipe;
  const storedAt = restarts?.filter(({ stored }) => stored).map(({ at }) => at) ?? [];
  if (!asStored && storedAt.length > 0) throw new Error(`${options.model} cannot go on from its stored weights alone`);
  return {
    async next() {
      const step = trainer.stepsDone;
      if (asStored && storedAt.includes(step)) {
        const snapshot = trainer.snapshot();
        trainer.restore(fromStored(snapshot, asStored(snapshot.params)));
      }
      return trainer.step(recipe.batchAt(rng.fork('batch', step, collective.rank), step));
    },
    get stepsDone() {
      return trainer.stepsDone;
    },
    imagesPerStep: recipe.imagesPerStep,
    snapshot: trainer.snapshot,
    restore: trainer.restore,
  };
}

/** Sets up one worker's part of the run. */
export function createRun(options: RunOptions, { dataset, further }: TrainingData, collective: Collective): Run {
  const rng = createRng(options.seed);
  return options.model === 'contrastive'
    ? runOf(contrastiveRecipe(options, dataset, further, collective), options, collective, rng)
    : runOf(vqvaeRecipe(options, dataset, collective, rng.fork('objective')), options, collective, rng);
}
