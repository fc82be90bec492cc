/** How a model is trained: its objective, and the batch that each worker gets at each step. */
import { createRng, type Rng } from '../../src/dataset/rng';
import type { Collective } from '../../src/model/collective';
import { createTrainer, type Objective, type StepReport, type TrainerSnapshot } from '../../src/model/trainer';
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
}

/** A run that has begun: one call, one update. */
export interface Run {
  next(): StepReport;
  readonly stepsDone: number;
  readonly imagesPerStep: number;
  snapshot(): TrainerSnapshot;
  restore(snapshot: TrainerSnapshot): void;
}

function start<Batch>(recipe: Recipe<Batch>, options: RunOptions, collective: Collective, rng: Rng): Run {
  const { steps: totalSteps, earlierEnds, restarts, learningRate } = options;
  const schedule = { learningRate, warmup: Math.min(recipe.warmup, firstEndOf(options)), totalSteps, earlierEnds, restarts };
  const trainer = createTrainer({ objective: recipe.objective, schedule, rng: rng.fork('initial'), collective });
  return {
    next: () => trainer.step(recipe.batchAt(rng.fork('batch', trainer.stepsDone, collective.rank), trainer.stepsDone)),
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
    ? start(contrastiveRecipe(options, dataset, further, collective), options, collective, rng)
    : start(vqvaeRecipe(options, dataset, collective, rng.fork('objective')), options, collective, rng);
}
