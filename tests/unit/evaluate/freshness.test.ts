/** A result speaks of the weights that it was measured on, and of no others. */
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { resultSchema, spreadSchema } from '../../../src/results/envelope';
import { hashesOf, ResultError, readResult } from '../../../src/results/freshness';

const OLD = 'a'.repeat(64);
const NEW = 'b'.repeat(64);
const schema = resultSchema('e0', z.object({ recall: spreadSchema }));

const published = (image: string) =>
  hashesOf([
    {
      id: 'contrastive',
      weightsManifest: [
        { name: 'image', sha256: image },
        { name: 'text', sha256: OLD },
      ],
    },
    { id: 'vqvae-8', weightsManifest: [{ name: 'weights', sha256: NEW }] },
  ]);

const result = {
  format: 1,
  experiment: 'e0',
  command: 'npm run evaluate -- e0',
  date: '2026-11-24',
  smoke: false,
  protocol: { en: 'Counts.', zh: '计数。' },
  seeds: [1, 2, 3],
  weights: { 'contrastive/image': OLD, 'contrastive/text': OLD },
  data: { renderings: OLD, split: OLD },
  splits: { seed: 1, unseenArtist: 'openmoji', train: 3, validation: 1, test: 1 },
  sizes: { queries: 1 },
  figures: { recall: { mean: 50, sd: 1, values: [49, 50, 51] } },
};

const read = (json: unknown, hashes = published(OLD)) => readResult(schema, json, hashes, 'e0.json');

/** The code and the sentence of what is thrown. */
function refusal(json: unknown, hashes = published(OLD)): [string, string] {
  try {
    read(json, hashes);
  } catch (error) {
    if (error instanceof ResultError) return [error.code, error.message];
  }
  throw new Error('it was not refused');
}

test('a result measured on the published weights is read', () => {
  expect(read(result).figures.recall.mean).toBe(50);
});

test('other models may change', () => {
  const others = { ...published(OLD), 'vqvae-8/weights': OLD };
  expect(read(result, others)).toEqual(result);
});

test('a result of weights that have changed since is refused, naming them and what to do', () => {
  const [code, sentence] = refusal(result, published(NEW));
  expect(code).toBe('result-stale');
  expect(sentence).toBe(
    'e0.json: measured on contrastive/image aaaaaaaaaaaa, but bbbbbbbbbbbb is published: run `npm run evaluate` again',
  );
});

test('a result of a model that is gone is refused', () => {
  expect(refusal(result, {})[0]).toBe('result-stale');
});

test('a trial run is refused', () => {
  expect(refusal({ ...result, smoke: true })[0]).toBe('result-trial');
});

test.each([
  ['figures.recall.values', { figures: { recall: { mean: 50, sd: 1, values: [49, 51] } } }],
  ['date', { date: 'yesterday' }],
  ['experiment', { experiment: 'e1' }],
  ['weights.contrastive/image', { weights: { 'contrastive/image': 'abc' } }],
])('a result with a wrong %s is refused', (path, change) => {
  const [code, sentence] = refusal({ ...result, ...change });
  expect(code).toBe('result-invalid');
  expect(sentence).toContain(`e0.json: ${path}:`);
});
