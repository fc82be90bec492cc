/** The decoders' run from its first step to its last figure; what is done already is not done again. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { valuesSha256 } from '../../src/model/decoder/codes';
import { LANGUAGES } from '../../src/model/types';
import type { Dataset } from '../dataset';
import { embedCaptions } from '../evaluate/embed';
import type { OpenModels } from '../experiments/open-models';
import { startWorkers } from '../runtime/pool';
import { workersFor } from '../runtime/workers-for';
import type { FrozenModels } from './codes';
import type { Scores } from './measure';
import { FULL, type Plan, planSchema, TRIAL } from './plan';
import type { DecodersMessage, DecodersTask } from './rank';
import type { Judgement } from './score';
import { judgedSummarySchema, type Summary, summarise, summariseJudgements, summarySchema } from './summary';

const outcomeSchema = z.object({
  plan: planSchema,
  /** The judges on the originals themselves. */
  originals: judgedSummarySchema,
  seeds: z.array(z.object({ seed: z.int(), summaries: z.array(summarySchema) })),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export interface DecodersRequest {
  readonly dataset: Dataset;
  readonly models: OpenModels;
  readonly seeds: readonly number[];
  /** A few steps on a few pictures. */
  readonly trial: boolean;
  /** Each draws pictures of its own; by default as many as cores and batches allow. */
  readonly workers?: number | undefined;
  say(line: string): void;
}

/** Where checkpoints and figures are kept. */
export const decodersFolder = (trial: boolean): string => join('checkpoints', trial ? 'decoders-trial' : 'decoders');

export const seedPath = (folder: string, seed: number): string => join(folder, `seed-${seed}.ckpt`);

function planFor({ dataset, models, seeds, trial, workers }: DecodersRequest): Plan {
  const amounts = trial ? TRIAL : FULL;
  const ids = ['contrastive', 'vqvae-8', 'vqvae-16'] as const;
  // Through the schema, so that its keys stand in the order in which they are read back.
  return planSchema.parse({
    ...amounts,
    seeds: [...seeds],
    workers: workers ?? workersFor([amounts.batch, amounts.judge.batch]),
    concepts: { train: dataset.split.train.length, test: dataset.split.test.length },
    weights: Object.fromEntries(ids.map((id) => [id, valuesSha256(models[id].arrays)])),
    data: { data: dataset.sha256.data, split: dataset.sha256.split },
  });
}

function frozenModels(dataset: Dataset, models: OpenModels): FrozenModels {
  const { config, arrays, params, tokeniser } = models.contrastive;
  const plain = ({ config: own, arrays: values }: OpenModels['vqvae-8']) => ({ config: own, arrays: values });
  return {
    contrastive: { config, arrays },
    'vqvae-8': plain(models['vqvae-8']),
    'vqvae-16': plain(models['vqvae-16']),
    // As the text tower learned to embed them; the lexicon is no part of what is asked here.
    captions: LANGUAGES.map((language) => {
      const labels = dataset.concepts.map(({ label }) => label[language]);
      return embedCaptions({ params, config, tokeniser }, [...labels, '']).values;
    }),
  };
}

/** What an earlier run of the same plan measured. */
function readOutcome(path: string, plan: Plan): Outcome | undefined {
  if (!existsSync(path)) return undefined;
  const parsed = outcomeSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  return parsed.success && JSON.stringify(parsed.data.plan) === JSON.stringify(plan) ? parsed.data : undefined;
}

function writeOutcome(path: string, outcome: Outcome): void {
  writeFileSync(`${path}.part`, JSON.stringify(outcome));
  renameSync(`${path}.part`, path);
}

/**
 * Trains the judge and the decoders of every seed and measures them, on all cores; goes on from where an earlier run of the same plan
 * stopped. Ctrl-C saves.
 * @throws Error when it was interrupted
 */
export async function runDecoders(request: DecodersRequest): Promise<Outcome> {
  const { dataset, models, seeds, trial, say } = request;
  const plan = planFor(request);
  const folder = decodersFolder(trial);
  const path = join(folder, 'measured.json');
  const known = readOutcome(path, plan);
  const missing = seeds.filter((seed) => !known?.seeds.some((each) => each.seed === seed));
  if (known && missing.length === 0) return known;
  mkdirSync(folder, { recursive: true });

  const judgements: Judgement[] = [];
  const parts = new Map<number, (readonly Scores[])[]>();
  let outcome: Outcome = known ?? { plan, originals: { group: 0, conceptR1: 0, conceptR5: 0 }, seeds: [] };
  const complete = (byRank: readonly unknown[]): boolean => Object.keys(byRank).length === plan.workers;

  function onMessage(message: DecodersMessage, rank: number): void {
    if (message.kind === 'step') say(`${message.stage}: ${message.step} of ${message.steps} · ${message.figures}`);
    else if (message.kind === 'judged') {
      judgements[rank] = message.originals;
      if (complete(judgements)) outcome = { ...outcome, originals: summariseJudgements(judgements) };
    } else {
      const byRank = parts.get(message.seed) ?? [];
      byRank[rank] = message.scores;
      parts.set(message.seed, byRank);
      if (!complete(byRank)) return;
      const summaries: Summary[] = summarise(byRank);
      outcome = { ...outcome, seeds: [...outcome.seeds, { seed: message.seed, summaries }] };
      writeOutcome(path, outcome);
      say(`seed ${message.seed}: measured`);
    }
  }

  const pool = startWorkers({
    entry: new URL('./rank.ts', import.meta.url),
    size: plan.workers,
    data: { plan, seeds: missing, dataset, models: frozenModels(dataset, models), folder } satisfies DecodersTask,
    onMessage: (message, rank) => onMessage(message as DecodersMessage, rank),
  });
  const interrupt = (): void => pool.stop();
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  await pool.done;
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  if (outcome.seeds.length < seeds.length) throw new Error('stopped; the same command goes on from there');
  return outcome;
}
