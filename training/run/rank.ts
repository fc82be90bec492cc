/** One worker of a training run: steps until done or told to stop; rank 0 reports and keeps the checkpoints. */

import type { TrainingData } from '../further';
import { createRun } from '../recipes/recipe';
import { runRank } from '../runtime/rank';
import { loadCheckpoint, saveCheckpoint } from './checkpoint';
import type { RunOptions } from './options';

export interface TrainingTask extends TrainingData {
  readonly options: RunOptions;
  readonly checkpoint: string;
  readonly resume: boolean;
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

await runRank<TrainingTask, Progress>(({ collective, data, post }) => {
  const { options, checkpoint, resume, checkpointSeconds } = data;
  const run = createRun(options, data, collective);
  if (resume) run.restore(loadCheckpoint(checkpoint).snapshot);
  collective.barrier(); // no rank may still be reading when rank 0 writes
  const [begun, from] = [performance.now(), run.stepsDone];
  let saved = begun;
  const leads = collective.rank === 0;
  const save = () => saveCheckpoint(checkpoint, { options, snapshot: run.snapshot() });
  while (run.stepsDone < options.steps && !collective.stopAgreed()) {
    const report = run.next();
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
