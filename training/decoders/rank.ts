/**
 * One worker of the decoders' run. All decoders of a seed step side by side on the same pictures, so that each picture is made and encoded
 * once; then each worker measures its share of the held-out pictures.
 */
import { join } from 'node:path';
import { createRng, type Rng } from '../../src/dataset/rng';
import { decoderConfig } from '../../src/model/decoder/config';
import { codeStatistics, createDecoderObjective, type DecoderBatch } from '../../src/model/decoder/objective';
import { disposeParams, uploadParams } from '../../src/model/params';
import { createTrainer, type StepReport, type Trainer } from '../../src/model/trainer';
import { LANGUAGES, type Params } from '../../src/model/types';
import { DRAWN_CODES, type DrawnCode } from '../../src/results/e3';
import type { Dataset } from '../dataset';
import { unitPixels } from '../recipes/unit-pixels';
import { runRank } from '../runtime/rank';
import type { SharedCollective } from '../runtime/shared-collective';
import { type Codes, codeShapes, type FrozenModels, openEncoders } from './codes';
import { groupByConcept, groupsOf } from './groups';
import { createJudgeObjective, type JudgeBatch, softened } from './judge';
import { meanPicture, measure, type Scores, type Trained } from './measure';
import { type Drawing, heldOutPictures, type Picture, type Pictures, photoPictures, trainingPictures } from './pictures';
import type { Plan } from './plan';
import { createJudges, type Judgement, type Judges } from './score';
import { runStage } from './stage';

export interface DecodersTask {
  readonly plan: Plan;
  /** Seeds still to be measured. */
  readonly seeds: readonly number[];
  readonly dataset: Dataset;
  readonly models: FrozenModels;
  readonly folder: string;
}

export type DecodersMessage =
  | { readonly kind: 'step'; readonly stage: string; readonly step: number; readonly steps: number; readonly figures: string }
  /** What the judges make of this worker's share of the originals. */
  | { readonly kind: 'judged'; readonly originals: Judgement }
  | { readonly kind: 'measured'; readonly seed: number; readonly scores: readonly Scores[] };

const WARMUP = 20;
/** Pictures that are encoded at once. */
const PASS = 32;

interface Bench {
  readonly task: DecodersTask;
  readonly collective: SharedCollective;
  readonly pictures: Pictures;
  post(message: DecodersMessage): void;
}

const scheduleOf = (totalSteps: number, learningRate: number) => ({
  learningRate,
  warmup: Math.min(WARMUP, totalSteps),
  totalSteps,
});

/** This worker's part of a batch. */
function shareOf(batch: number, { size }: SharedCollective): number {
  if (batch % size !== 0) throw new Error(`a batch of ${batch} does not divide into ${size} workers`);
  return batch / size;
}

const own = <T>(items: readonly T[], { rank, size }: SharedCollective): T[] => items.filter((_, i) => i % size === rank);

const tellSteps =
  (
    { post, collective }: Bench,
    stage: string,
    steps: number,
    figuresOf: (reports: Readonly<Record<string, StepReport>>) => string,
  ) =>
  (step: number, reports: Readonly<Record<string, StepReport>>): void => {
    const tenths = (at: number) => Math.floor((10 * at) / steps);
    if (collective.rank === 0 && tenths(step) > tenths(step - 1))
      post({ kind: 'step', stage, step, steps, figures: figuresOf(reports) });
  };

/** -> parameters on the backend, or none where the run was stopped */
async function trainJudge(bench: Bench): Promise<Params | undefined> {
  const { task, collective, pictures } = bench;
  const { seed, steps, batch, learningRate } = task.plan.judge;
  const groupOf = groupByConcept(task.dataset);
  const rng = createRng(seed).fork('judge');
  const trainer: Trainer<JudgeBatch> = createTrainer({
    objective: createJudgeObjective(groupsOf(task.dataset).length),
    schedule: scheduleOf(steps, learningRate),
    rng,
    collective,
  });
  const share = shareOf(batch, collective);
  const done = await runStage(
    {
      name: 'judge',
      plan: task.plan,
      steps,
      trainers: { judge: trainer },
      path: join(task.folder, 'judge.ckpt'),
      async next(step) {
        const random = rng.fork('batch', step, collective.rank);
        const lessons = pictures.drawings(random, share);
        const batchOf = {
          pictures: lessons.map(({ pixels }) => softened(pixels, random)),
          groups: lessons.map(({ concept }) => groupOf[concept] as number),
        };
        return { judge: await trainer.step(batchOf) };
      },
    },
    collective,
    tellSteps(bench, 'judge', steps, ({ judge }) => `loss ${judge?.loss.toFixed(2)}`),
  );
  return done ? uploadParams(trainer.snapshot().params) : undefined;
}

/** One language for each picture, so that captions in both are learned. */
const anyLanguage = (random: Rng) => (): number => random.int(LANGUAGES.length);

function sampleOf(pictures: Pictures, rng: Rng, count: number): Picture[] {
  return pictures.mixed(rng.fork('sample'), count);
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** In passes of few pictures: all at once would keep some gigabytes of activations. */
function statisticsOf(encode: (pictures: readonly Picture[]) => Codes, sample: readonly Picture[]) {
  const passes: Codes[] = [];
  for (let from = 0; from < sample.length; from += PASS) passes.push(encode(sample.slice(from, from + PASS)));
  return (code: DrawnCode, codeDim: number) => codeStatistics({ side: 1, codeDim }, joined(passes.map((codes) => codes[code])));
}

/** Trains and measures all decoders of a seed. @returns whether it came to its end */
async function runSeed(
  bench: Bench,
  seed: number,
  judges: Judges,
  heldOut: readonly Drawing[],
  photos: readonly Picture[],
): Promise<boolean> {
  const { task, collective, pictures, post } = bench;
  const { plan, models, folder } = task;
  const rng = createRng(seed).fork('decoders');
  const sample = sampleOf(pictures, rng, plan.sample);
  const encoders = openEncoders(models, seed, sample);
  const shapes = codeShapes(models);
  const languages = rng.fork('languages');
  const statistics = statisticsOf((some) => encoders.encode(some, anyLanguage(languages)), sample.slice(0, plan.statistics));
  const configs = DRAWN_CODES.map((code) => [code, decoderConfig(shapes[code])] as const);
  const trainers = Object.fromEntries(
    configs.map(([code, config]): [DrawnCode, Trainer<DecoderBatch>] => [
      code,
      createTrainer({
        objective: createDecoderObjective(config, statistics(code, config.codeDim)),
        schedule: scheduleOf(plan.steps, plan.learningRate),
        // One stream for all: layers that decoders share start alike.
        rng: rng.fork('initial'),
        collective,
      }),
    ]),
  ) as Record<DrawnCode, Trainer<DecoderBatch>>;
  const share = shareOf(plan.batch, collective);
  const done = await runStage(
    {
      name: `seed ${seed}`,
      plan,
      steps: plan.steps,
      trainers,
      path: join(folder, `seed-${seed}.ckpt`),
      async next(step) {
        const random = rng.fork('batch', step, collective.rank);
        const batch = pictures.mixed(random, share);
        const codes = encoders.encode(batch, anyLanguage(random));
        const images = unitPixels(batch.map(({ pixels }) => pixels));
        const reports: Record<string, StepReport> = {};
        for (const code of DRAWN_CODES) reports[code] = await trainers[code].step({ codes: codes[code], images });
        return reports;
      },
    },
    collective,
    tellSteps(bench, `seed ${seed}`, plan.steps, (reports) =>
      DRAWN_CODES.map((code) => `${code} ${reports[code]?.figures.psnr?.toFixed(1)}`).join(' '),
    ),
  );
  if (done) {
    const decoders = Object.fromEntries(
      configs.map(([code, config]): [DrawnCode, Trained] => {
        const { params, buffers } = trainers[code].snapshot();
        return [code, { config, arrays: { ...params, ...buffers } }];
      }),
    ) as Record<DrawnCode, Trained>;
    const mean = {
      heldOut: meanPicture(pictures.upright(rng.fork('upright'), plan.sample)),
      photos: meanPicture(sample.filter(({ concept }) => concept === undefined)),
    };
    post({
      kind: 'measured',
      seed,
      scores: measure({ encoders, decoders, mean, judges }, heldOut, photos, rng.fork('locality', collective.rank)),
    });
  }
  encoders.dispose();
  return done;
}

await runRank<DecodersTask, DecodersMessage>(async ({ collective, data: task, post }) => {
  const bench: Bench = { task, collective, post, pictures: trainingPictures(task.dataset) };
  const judge = await trainJudge(bench);
  if (!judge) return;
  const all = heldOutPictures(task.dataset);
  const judges = createJudges(judge, groupsOf(task.dataset).length, groupByConcept(task.dataset), all);
  const heldOut = own(all, collective);
  post({
    kind: 'judged',
    originals: judges.judge(
      heldOut,
      heldOut.map(({ pixels }) => pixels),
    ),
  });
  const photos = own(photoPictures(task.dataset), collective);
  for (const seed of task.seeds) if (!(await runSeed(bench, seed, judges, heldOut, photos))) break;
  disposeParams(judge);
});
