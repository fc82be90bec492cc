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
import { median } from './evaluate/statistics';
import { RUN_DEFAULTS } from './run/options';
import { startWorkers } from './runtime/pool';
import { abortCollective, createCollectiveMemory } from './runtime/shared-collective';
import { startLibraryWasm } from './runtime/wasm';

const OUTPUT = 'public/results/bench-train.json';

const rounded = (value: number): number => Number(value.toPrecision(3));

/** What the workers of one pool told, a line a round. */
interface Measured {
  readonly figures: MeasuredTraining;
  /** Images a second of all its workers, round by round. */
  readonly imagesPerSecond: readonly number[];
}

function measuredBy(workers: number, reports: readonly BenchReport[]): Measured {
  const average = (pick: (report: BenchReport) => number) =>
    reports.reduce((sum, report) => sum + pick(report), 0) / reports.length;
  const { imagesPerSecond } = reports[0] as BenchReport;
  return {
    figures: {
      workers,
      gflopsOfStep: rounded(average(({ gflopsOfStep }) => gflopsOfStep)),
      matMul: rounded(average(({ matMul }) => median(matMul))),
      step: rounded(average(({ step }) => median(step))),
      // Round by round, so that a busy moment of the machine weighs on both sides.
      ratio: rounded(average(({ step, matMul }) => median(step.map((rate, round) => rate / (matMul[round] as number))))),
      imagesPerSecond: rounded(median(imagesPerSecond)),
    },
    imagesPerSecond,
  };
}

interface Flags {
  readonly rounds: number;
  readonly workers: number;
  readonly date: string;
}

/** One worker and several by turns in every round: a machine whose own rate wanders would else favour whichever met the better. */
async function compare(model: ModelId, dataset: Dataset, { workers, rounds }: Flags): Promise<BenchTrain['models'][string]> {
  const defaults = RUN_DEFAULTS[model];
  const counts = [...new Set([1, workers])];
  const everyone = createCollectiveMemory(
    counts.reduce((sum, count) => sum + count, 0),
    1,
  );
  const measured = await Promise.all(
    counts.map(async (count, turn) => {
      // Weak scaling: every worker steps on a batch as large as one worker's.
      const options = { model, seed: 1, workers: count, data: dataset.sha256, ...defaults, batch: defaults.batch * count };
      const place = counts.slice(0, turn).reduce((sum, before) => sum + before, 0);
      const task: BenchTask = { options, dataset, rounds, everyone, place, turns: counts.length, turn };
      const reports: BenchReport[] = [];
      const entry = new URL('./bench/rank.ts', import.meta.url);
      const onMessage = (message: unknown) => reports.push(message as BenchReport);
      try {
        await startWorkers({ entry, size: count, data: task, onMessage }).done;
      } catch (error) {
        abortCollective(everyone);
        throw error;
      }
      return measuredBy(count, reports);
    }),
  );
  const [one, several] = [measured[0] as Measured, measured.at(-1) as Measured];
  const scalings = several.imagesPerSecond.map((rate, round) => rate / (one.imagesPerSecond[round] as number));
  return {
    measured: measured.map(({ figures }) => figures),
    scaling: rounded(median(scalings)),
    scalings: scalings.map(rounded),
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
        `${model}: ${flags.workers} workers give ${scaling} times the images of one, each on a batch of its size (round by round ${scalings.join(', ')})`,
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
  .option('--rounds <n>', 'rounds, in each of which one worker and several are measured by turns', positiveInteger, 15)
  .option('--workers <n>', 'workers to compare with one', positiveInteger, availableParallelism())
  .option('--date <date>', 'the day that the figures carry', isoDate, today())
  .action(bench)
  .parseAsync();
