/** Experiments run one by one, and not again while their result holds. Needs the built dataset. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod/mini';
import { resultSchema } from '../../../src/results/envelope';
import type { Experiment } from '../../../training/experiments/experiment';
import { EXPERIMENTS } from '../../../training/experiments/list';
import { freshResult, resultPath, runStages, type StageOptions, weightsOf } from '../../../training/experiments/run-stages';
import { readManifests } from '../../../training/figures/read-manifests';

const MINUTES = 60_000;

let options: StageOptions;
beforeEach(() => {
  const out = mkdtempSync(join(tmpdir(), 'results-'));
  onTestFinished(() => rmSync(out, { recursive: true }));
  options = { out, models: join('public', 'models'), smoke: true, force: false, date: '2026-11-24' };
});

/** Counts its runs; measures nothing of the models, whose hashes it still names. */
function counting(id: string) {
  const runs: string[][] = [];
  const experiment: Experiment<{ concepts: number }> = {
    id,
    title: 'how many concepts',
    protocol: { en: 'Counts.', zh: '计数。' },
    models: ['vqvae-8'],
    seeds: [1],
    schema: resultSchema(id, z.object({ concepts: z.number() })),
    measure({ dataset }) {
      runs.push([...dataset.split.test]);
      return { sizes: {}, figures: { concepts: dataset.split.test.length } };
    },
  };
  return { experiment, runs };
}

/** What the stage would write of an experiment of these weights; its figures as given. */
const written = (id: string, weights: string, figures: unknown = { concepts: 3 }) => ({
  format: 1 as const,
  experiment: id,
  command: `npm run evaluate -- ${id}`,
  date: '2026-11-24',
  smoke: false,
  protocol: { en: 'Counts.', zh: '计数。' },
  seeds: [1],
  weights: { 'vqvae-8/weights': weights },
  data: { renderings: 'd'.repeat(64), split: 'e'.repeat(64), rest: 'c'.repeat(64) },
  splits: { seed: 1, unseenArtist: 'openmoji', train: 3, validation: 1, test: 1 },
  sizes: {},
  figures,
});

test.each([
  ['the same but of another day', { date: '2026-11-25' }, true],
  ['of other weights', { weights: { 'vqvae-8/weights': 'b'.repeat(64) } }, false],
  ['of fewer models', { weights: {} }, false],
  ['of before lists were told', { data: { renderings: 'd'.repeat(64), split: 'e'.repeat(64) } }, true],
  ['of other lists', { data: { renderings: 'd'.repeat(64), split: 'e'.repeat(64), rest: 'b'.repeat(64) } }, false],
  ['of other data', { data: { renderings: 'f'.repeat(64), split: 'e'.repeat(64) } }, false],
  ['of another protocol', { protocol: { en: 'Guesses.', zh: '猜测。' } }, false],
  ['of other seeds', { seeds: [2] }, false],
  ['a trial', { smoke: true }, false],
  ['broken', { figures: {} }, false],
])('a result that is %s', (_, change, fresh) => {
  const { experiment } = counting('c0');
  writeFileSync(resultPath(options.out, 'c0'), JSON.stringify({ ...written('c0', 'a'.repeat(64)), ...change }));
  expect(freshResult(experiment, options, written('c0', 'a'.repeat(64))) !== undefined).toBe(fresh);
});

test('the lexicon’s weights count where captions are read, and there alone', () => {
  const manifests = readManifests(join('public', 'models'));
  const names = (experiment: Parameters<typeof weightsOf>[0]) => Object.keys(weightsOf(experiment, manifests));
  const towers = ['contrastive/image', 'contrastive/text'];
  expect(names({ models: ['contrastive'] })).toEqual(towers);
  expect(names({ models: ['contrastive'], captions: true })).toEqual([...towers, 'lexicon/weights']);
  expect(EXPERIMENTS.filter(({ captions }) => captions).map(({ id }) => id)).toEqual(expect.arrayContaining(['e2', 'summary']));
});

test('a result that is not there is not fresh', () => {
  expect(freshResult(counting('c0').experiment, options, written('c0', 'a'.repeat(64)))).toBeUndefined();
});

test(
  'a run cut short keeps what is done, and the next goes on from there',
  async () => {
    const [first, second] = [counting('c1'), counting('c2')];
    const failing = { ...second.experiment, measure: () => Promise.reject(new Error('no such luck')) };
    await expect(runStages([first.experiment, failing], options, () => undefined)).rejects.toThrow('no such luck');
    expect(existsSync(resultPath(options.out, 'c2'))).toBe(false);
    const done = JSON.parse(readFileSync(resultPath(options.out, 'c1'), 'utf8'));
    expect(done).toMatchObject({ smoke: true, date: '2026-11-24', command: 'npm run evaluate -- c1 --smoke' });
    expect(Object.keys(done.weights)).toEqual(['vqvae-8/weights']);

    const lines: string[] = [];
    await runStages([first.experiment, second.experiment], { ...options, date: '2026-11-25' }, (line) => lines.push(line));
    expect(lines[0]).toBe('1/2 c1 how many concepts: fresh, skipped');
    expect([first.runs.length, second.runs.length]).toEqual([1, 1]);
    expect(JSON.parse(readFileSync(resultPath(options.out, 'c2'), 'utf8')).date).toBe('2026-11-25');
  },
  15 * MINUTES,
);

test('every experiment has a name of its own, both languages, and three seeds where it trains', () => {
  const ids = EXPERIMENTS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, protocol, seeds } of EXPERIMENTS) {
    expect(protocol.zh).toMatch(/\p{Script=Han}/u);
    expect(protocol.zh).not.toMatch(/[,;:()]/);
    expect(protocol.en).not.toMatch(/\p{Script=Han}/u);
    if (id !== 'e7') expect(seeds.length).toBeGreaterThanOrEqual(3);
  }
});
