/** One training run from its first to its last step: workers, progress, log, checkpoints, Ctrl-C. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TrainingData } from '../further';
import { shareOf } from '../recipes/share';
import { startWorkers } from '../runtime/pool';
import { loadCheckpoint } from './checkpoint';
import type { RunOptions } from './options';
import { createProgress } from './progress';
import type { Progress, Start, TrainingTask } from './rank';
import { setAside } from './set-aside';

export interface RunRequest extends TrainingData {
  readonly options: RunOptions;
  /** Where the checkpoint is kept; the log of all steps stands beside it, as `.log`. */
  readonly checkpoint: string;
  readonly start: Start;
  readonly checkpointSeconds: number;
}

/** A new run overwrites no earlier one's checkpoint: that took hours, this may be a mistake. A log alone is of a run that saved nothing. */
function makeRoom(checkpoint: string, log: string): void {
  mkdirSync(dirname(log), { recursive: true });
  if (existsSync(checkpoint)) console.log(`the earlier run is kept: ${checkpoint}${setAside([checkpoint, log])}`);
  else rmSync(log, { force: true });
}

/** Drops from the log what came after the checkpoint, where a run ended without saving: those steps are taken again. */
function cutLog(log: string, lastStep: number): void {
  if (!existsSync(log)) return;
  const stepOf = (line: string) => Number(/"step":(\d+).*\}$/.exec(line)?.[1] ?? Number.POSITIVE_INFINITY);
  const lines = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => stepOf(line) <= lastStep);
  writeFileSync(log, lines.map((line) => `${line}\n`).join(''));
}

/** Resolves when the run is done or was interrupted, its checkpoint saved; true when it is done. */
export async function runTraining(request: RunRequest): Promise<boolean> {
  const { options, checkpoint, start } = request;
  const log = checkpoint.replace(/\.ckpt$/, '.log');
  // The workers check it as well, but by then the earlier run's files would have had to make room.
  shareOf(options, options.workers);
  const resumes = start === 'checkpoint';
  if (!resumes) makeRoom(checkpoint, log);
  const progress = createProgress(options);
  const saved = resumes ? loadCheckpoint(checkpoint).snapshot.step : 0;
  if (resumes) cutLog(log, saved);
  // A run that was cut short between its last step and what comes after has nothing left to report.
  let done = saved >= options.steps;
  const pool = startWorkers({
    entry: new URL('./rank.ts', import.meta.url),
    size: options.workers,
    data: request satisfies TrainingTask,
    onMessage: (message) => {
      const report = message as Progress;
      progress.update(report);
      appendFileSync(log, `${JSON.stringify(report)}\n`);
      done = report.step >= options.steps;
    },
  });
  const interrupt = () => {
    console.error('\nStopping after this step; `--resume` goes on from there.');
    pool.stop();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  await pool.done;
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  progress.stop();
  return done;
}
