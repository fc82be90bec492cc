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
import { type BenchTrain, benchTrainSchema, type MeasuredTraining, measuredTrainingSchema } from '../src/results/bench-train';
import { matMulRate, SIDE } from './bench/mat-mul-rate';
import type { BenchReport, BenchTask } from './bench/rank';
import { isoDate, positiveInteger, today } from './command/option-values';
import { type Dataset, loadDataset } from './dataset';
import { median } from './evaluate/statistics';
import { RUN_DEFAULTS } from './run/options';
import { startWorkers } from './runtime/pool';
import { startLibraryWasm } from './runtime/wasm';

const OUTPUT = 'public/results/bench-train.json';

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

/** Each figure's median over several measurements of the same number of workers. */
const middleOf = (turns: readonly MeasuredTraining[]): MeasuredTraining =>
  measuredTrainingSchema.parse(
    Object.fromEntries(
      Object.keys(measuredTrainingSchema.shape).map((name) => [
        name,
        median(turns.map((turn) => turn[name as keyof MeasuredTraining])),
      ]),
    ),
  );

interface Flags {
  readonly rounds: number;
  readonly turns: number;
  readonly workers: number;
  readonly date: string;
}

/**
 * One worker and several by turns: a machine whose own rate wanders from minute to minute would else favour whichever met the better.
 */
async function compare(
  model: ModelId,
  dataset: Dataset,
  { workers, rounds, turns }: Flags,
): Promise<BenchTrain['models'][string]> {
  const counts = [...new Set([1, workers])];
  const measured: MeasuredTraining[][] = [];
  for (let turn = 0; turn < turns; turn++) {
    const figures: MeasuredTraining[] = [];
    for (const count of counts) figures.push(await measure(model, count, dataset, rounds));
    measured.push(figures);
  }
  const gain = (figures: readonly MeasuredTraining[]): number =>
    (figures.at(-1) as MeasuredTraining).imagesPerSecond / (figures[0] as MeasuredTraining).imagesPerSecond;
  return {
    measured: counts.map((_, i) => middleOf(measured.map((figures) => figures[i] as MeasuredTraining))),
    scaling: rounded(median(measured.map(gain))),
    scalings: measured.map((figures) => rounded(gain(figures))),
  };
}

async function bench(models: readonly ModelId[], flags: Flags): Promise<void> {
  const dataset = loadDataset();
  await startLibraryWasm();
  const matrix = randomNormal([SIDE, SIDE]) as Tensor2D;
  const library = rounded(median(Array.from({ length: flags.rounds }, () => matMulRate(matrix))));
  const results: BenchTrain['models'] = {};
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores; rates in GFLOP/s a core`);
  console.log(`matMul of the library alone: ${library}`);
  for (const model of models) {
    const compared = await compare(model, dataset, flags);
    for (const { workers, matMul, step, ratio, imagesPerSecond } of compared.measured) {
      const percent = `${Math.round(ratio * 100)} %`;
      console.log(`${model}, ${workers} worker(s): matMul ${matMul}, step ${step} (${percent}), ${imagesPerSecond} images/s`);
    }
    const { scaling, scalings } = compared;
    if (compared.measured.length > 1)
      console.log(
        `${model}: ${flags.workers} workers give ${scaling} times the images of one, each on a batch of its size (by turns ${scalings.join(', ')})`,
      );
    results[model] = compared;
  }
  if (models.length < MODEL_IDS.length) return;
  mkdirSync('public/results', { recursive: true });
  const result = benchTrainSchema.parse({
    command: 'npm run bench:train',
    date: flags.date,
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
  .option('--rounds <n>', 'rounds of a measurement of one model with one number of workers', positiveInteger, 3)
  .option('--turns <n>', 'measurements of each number of workers, one number after the other', positiveInteger, 3)
  .option('--workers <n>', 'workers to compare with one', positiveInteger, availableParallelism())
  .option('--date <date>', 'the day that the figures carry', isoDate, today())
  .action(bench)
  .parseAsync();
