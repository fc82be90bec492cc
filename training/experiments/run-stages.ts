/** Runs experiments one after the other, each to its own file; one whose result still holds is skipped. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod/mini';
import type { ResultHeader, WeightHashes } from '../../src/results/envelope';
import { changedWeights, hashesOf, readResult } from '../../src/results/freshness';
import { loadDataset } from '../dataset';
import { type PublishedManifests, readManifests } from '../figures/read-manifests';
import { initWasm } from '../runtime/wasm';
import { sameHashes } from '../same-hashes';
import type { Experiment, Setup } from './experiment';
import { openModels } from './open-models';
import { thinned } from './thin';

export interface StageOptions {
  /** Where results go. */
  readonly out: string;
  /** Where the models are. */
  readonly models: string;
  readonly smoke: boolean;
  /** Measure also what is fresh. */
  readonly force: boolean;
  /** ISO date that the results carry. */
  readonly date: string;
}

export const resultPath = (out: string, id: string): string => join(out, `${id}.json`);

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(0)} s`;

/** The hashes of the weights that an experiment reads. */
export function weightsOf(
  { models, captions }: Pick<Experiment, 'models' | 'captions'>,
  manifests: PublishedManifests,
): WeightHashes {
  return hashesOf([...models.map((id) => manifests[id]), ...(captions ? [manifests.lexicon] : [])]);
}

/** The result already written, where it still is what the experiment would measure anew; the date aside. */
export function freshResult(experiment: Experiment, options: StageOptions, expected: Omit<ResultHeader, 'date' | 'sizes'>) {
  const path = resultPath(options.out, experiment.id);
  if (!existsSync(path)) return undefined;
  const parsed = experiment.schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) return undefined;
  const { data: old } = parsed;
  const same = (['smoke', 'protocol', 'seeds', 'splits'] as const).every(
    (key) => JSON.stringify(old[key]) === JSON.stringify(expected[key]),
  );
  const sameData = sameHashes(old.data, expected.data);
  const sameModels = Object.keys(old.weights).length === Object.keys(expected.weights).length;
  return same && sameData && sameModels && changedWeights(old, expected.weights).length === 0 ? old : undefined;
}

/** @throws Error where it is missing, ResultError where it is of other weights or of another form */
function earlierResult<R extends ResultHeader>(
  schema: z.ZodMiniType<R>,
  path: string,
  published: WeightHashes,
  smoke: boolean,
): R {
  if (!existsSync(path)) throw new Error(`${path} is missing: run that experiment first`);
  const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
  // A trial run combines the results of trial runs, which are refused anywhere else.
  if (smoke) return schema.parse(json);
  return readResult(schema, json, published, path);
}

/** Writes whole or not at all, so that a run cut short leaves no half of a file. */
function writeResult(path: string, result: unknown): void {
  writeFileSync(`${path}.part`, `${JSON.stringify(result, null, 1)}\n`);
  renameSync(`${path}.part`, path);
}

/** @throws Error where the data or a model is missing, or a result is not what its schema says */
export async function runStages(
  experiments: readonly Experiment[],
  options: StageOptions,
  print: (line: string) => void,
): Promise<void> {
  await initWasm();
  const whole = loadDataset();
  const dataset = options.smoke ? thinned(whole) : whole;
  const manifests = readManifests(options.models);
  const { models, dispose } = openModels(options.models, manifests);
  const published = hashesOf(Object.values(manifests));
  mkdirSync(options.out, { recursive: true });
  const { seed, unseenArtist, train, validation, test } = dataset.split;
  for (const [index, experiment] of experiments.entries()) {
    const { id, title, protocol, seeds } = experiment;
    const name = `${index + 1}/${experiments.length} ${id}`;
    const header = {
      format: 1 as const,
      experiment: id,
      command: `npm run evaluate -- ${id}${options.smoke ? ' --smoke' : ''}`,
      smoke: options.smoke,
      protocol,
      seeds: [...seeds],
      weights: weightsOf(experiment, manifests),
      data: { renderings: dataset.sha256.data, split: dataset.sha256.split, rest: dataset.sha256.rest },
      splits: { seed, unseenArtist, train: train.length, validation: validation.length, test: test.length },
    };
    if (!options.force && !experiment.from && freshResult(experiment, options, header)) {
      print(`${name} ${title}: fresh, skipped`);
      continue;
    }
    const begun = performance.now();
    print(`${name} ${title}`);
    const setup: Setup = {
      dataset,
      models,
      seeds,
      smoke: options.smoke,
      amount: (full, smoke) => (options.smoke ? smoke : full),
      result: (schema, other) => earlierResult(schema, resultPath(options.out, other), published, options.smoke),
      say: (line) => print(`${name} · ${line} · ${seconds(begun)}`),
    };
    const { sizes, figures } = await experiment.measure(setup);
    const result = experiment.schema.parse({ ...header, date: options.date, sizes, figures });
    writeResult(resultPath(options.out, id), result);
    print(`${name} written to ${resultPath(options.out, id)} after ${seconds(begun)}`);
  }
  dispose();
}
