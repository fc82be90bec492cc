/** One worker of a training run: steps until done or told to stop; rank 0 reports and keeps the checkpoints. */

import type { TrainerSnapshot } from '../../src/model/trainer';
import type { TrainingData } from '../further';
import { createRun } from '../recipes/recipe';
import { runRank } from '../runtime/rank';
import { loadCheckpoint, saveCheckpoint } from './checkpoint';
import type { RunOptions } from './options';

/** Weights that a run goes on from where no checkpoint of it is left, and the updates that made them. */
export type StoredStart = Pick<TrainerSnapshot, 'step' | 'params'>;

/** What a run begins from. */
export type Start = 'nothing' | 'checkpoint' | StoredStart;

export interface TrainingTask extends TrainingData {
  readonly options: RunOptions;
  readonly checkpoint: string;
  readonly start: Start;
  readonly checkpointSeconds: number;
}

export interface Progress {
  readonly step: number;
  readonly loss: number;
  readonly learningRate: number;
  readonly gradientNorm: number;
  readonly figures: Readonly<Record<string, number>>;
  /** Since this process began. */
  readonly imagesPerSecond: number;
}

await runRank<TrainingTask, Progress>(async ({ collective, data, post }) => {
  const { options, checkpoint, start, checkpointSeconds } = data;
  const run = createRun(options, data, collective);
  if (start === 'checkpoint') run.restore(loadCheckpoint(checkpoint).snapshot);
  else if (start !== 'nothing') run.restore({ ...run.snapshot(), ...start });
  collective.barrier(); // no rank may still be reading when rank 0 writes
  const [begun, from] = [performance.now(), run.stepsDone];
  let saved = begun;
  const leads = collective.rank === 0;
  const save = () => saveCheckpoint(checkpoint, { options, snapshot: run.snapshot() });
  while (run.stepsDone < options.steps && !collective.stopAgreed()) {
    const report = await run.next();
    if (!leads) continue;
    const seconds = (performance.now() - begun) / 1000;
    post({ ...report, imagesPerSecond: ((report.step - from) * run.imagesPerStep) / seconds });
    if (performance.now() - saved > checkpointSeconds * 1000) {
      save();
      saved = performance.now();
    }
  }
  if (leads) save();
});
