/**
 * `npm run bench:train`: how much of this machine's matrix product rate reaches a training step, and what a second worker brings
 * when each has a batch as large as the one worker's.
 * Measuring all models also writes the figures down.
 * The rate that steps are held against is that of the vector kernels, which is the higher one; the library's is printed beside it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { randomNormal, type Tensor2D } from '@tensorflow/tfjs-core';
import { Command } from 'commander';
import { MODEL_IDS, type ModelId } from '../src/model/registry';
import { type BenchTrain, benchTrainSchema, type MeasuredTraining } from '../src/results/bench-train';
import { matMulRate, SIDE } from './bench/mat-mul-rate';
import type { BenchReport, BenchTask } from './bench/rank';
import { isoDate, positiveInteger, today } from './command/option-values';
import { type Dataset, loadDataset } from './dataset';
import { RUN_DEFAULTS } from './run/options';
import { startWorkers } from './runtime/pool';
import { startLibraryWasm } from './runtime/wasm';

const OUTPUT = 'public/results/bench-train.json';

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

const rounded = (value: number): number => Number(value.toPrecision(3));

async function measure(model: ModelId, workers: number, dataset: Dataset, rounds: number): Promise<MeasuredTraining> {
  const defaults = RUN_DEFAULTS[model];
  // Weak scaling: every worker steps on a batch as large as one worker's.
  const options = { model, seed: 1, workers, data: dataset.sha256, ...defaults, batch: defaults.batch * workers };
  const task: BenchTask = { options, dataset, rounds };
  const reports: BenchReport[] = [];
  const entry = new URL('./bench/rank.ts', import.meta.url);
  await startWorkers({ entry, size: workers, data: task, onMessage: (message) => reports.push(message as BenchReport) }).done;
  const average = (pick: (report: BenchReport) => number) =>
    reports.reduce((sum, report) => sum + pick(report), 0) / reports.length;
  // Round by round, so that a busy moment of the machine weighs on both sides.
  const ratio = average(({ step, matMul }) => median(step.map((rate, round) => rate / (matMul[round] as number))));
  return {
    workers,
    gflopsOfStep: rounded(average(({ gflopsOfStep }) => gflopsOfStep)),
    matMul: rounded(average(({ matMul }) => median(matMul))),
    step: rounded(average(({ step }) => median(step))),
    ratio: rounded(ratio),
    imagesPerSecond: rounded(average(({ imagesPerSecond }) => median(imagesPerSecond))),
  };
}

async function bench(
  models: readonly ModelId[],
  { date, ...flags }: { rounds: number; workers: number; date: string },
): Promise<void> {
  const dataset = loadDataset();
  await startLibraryWasm();
  const matrix = randomNormal([SIDE, SIDE]) as Tensor2D;
  const library = rounded(median(Array.from({ length: flags.rounds }, () => matMulRate(matrix))));
  const results: BenchTrain['models'] = {};
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores; rates in GFLOP/s a core`);
  console.log(`matMul of the library alone: ${library}`);
  for (const model of models) {
    const measured: MeasuredTraining[] = [];
    for (const workers of new Set([1, flags.workers])) {
      const figures = await measure(model, workers, dataset, flags.rounds);
      measured.push(figures);
      const { matMul, step, ratio, imagesPerSecond } = figures;
      const percent = `${Math.round(ratio * 100)} %`;
      console.log(`${model}, ${workers} worker(s): matMul ${matMul}, step ${step} (${percent}), ${imagesPerSecond} images/s`);
    }
    const scaling = rounded(
      (measured.at(-1) as MeasuredTraining).imagesPerSecond / (measured[0] as MeasuredTraining).imagesPerSecond,
    );
    if (measured.length > 1)
      console.log(`${model}: ${flags.workers} workers give ${scaling} times the images of one, each on a batch of its size`);
    results[model] = { measured, scaling };
  }
  if (models.length < MODEL_IDS.length) return;
  mkdirSync('public/results', { recursive: true });
  const result = benchTrainSchema.parse({
    command: 'npm run bench:train',
    date,
    machine: { processor: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), node: process.version },
    libraryMatMul: library,
    models: results,
  });
  writeFileSync(OUTPUT, `${JSON.stringify(result, null, 1)}\n`);
  console.log(`written to ${OUTPUT}`);
}

await new Command('bench:train')
  .description('Measure training steps against the plain matrix product; needs `npm run data` first.')
  .argument('[models...]', 'which models', [...MODEL_IDS])
  .option('--rounds <n>', 'rounds of measuring for each model and number of workers', positiveInteger, 5)
  .option('--workers <n>', 'workers to compare with one', positiveInteger, availableParallelism())
  .option('--date <date>', 'the day that the figures carry', isoDate, today())
  .action(bench)
  .parseAsync();
