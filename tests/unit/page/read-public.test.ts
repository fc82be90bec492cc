/** The article prints no figure that was measured on other weights than those published. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPublic } from '../../../scripts/page/read-public';
import { EXPERIMENTS } from '../../../training/experiments/list';

const folder = mkdtempSync(join(tmpdir(), 'public-'));
afterAll(() => rmSync(folder, { recursive: true }));
for (const id of ['contrastive', 'lexicon', 'vqvae-16', 'vqvae-8']) {
  mkdirSync(join(folder, 'models', id), { recursive: true });
  cpSync(`public/models/${id}/manifest.json`, join(folder, 'models', id, 'manifest.json'));
}
mkdirSync(join(folder, 'results'));

const summary = JSON.parse(readFileSync('public/results/summary.json', 'utf8'));

function read(changed: Record<string, unknown>): { content: unknown; complaints: string[] } {
  writeFileSync(join(folder, 'results/summary.json'), JSON.stringify({ ...summary, ...changed }));
  const complaints: string[] = [];
  return { content: readPublic(folder, 'results/summary.json', (complaint) => complaints.push(complaint)), complaints };
}

test('a result of the published weights is read', () => {
  const { content, complaints } = read({});
  expect(content).toEqual(summary);
  expect(complaints).toEqual([]);
});

test('one of other weights is passed over, and why is told', () => {
  const { content, complaints } = read({ weights: { ...summary.weights, 'vqvae-8/weights': '0'.repeat(64) } });
  expect(content).toBeUndefined();
  expect(complaints).toEqual([expect.stringContaining('run `npm run evaluate` again')]);
});

test('one of a trial run is passed over', () => {
  const { content, complaints } = read({ smoke: true });
  expect(content).toBeUndefined();
  expect(complaints).toEqual([expect.stringContaining('trial run')]);
});

test('a manifest is read as it is, and what is not there is nothing', () => {
  const manifest = JSON.parse(readFileSync('public/models/vqvae-8/manifest.json', 'utf8'));
  expect(readPublic('public', 'models/vqvae-8/manifest.json', () => {})).toEqual(manifest);
  expect(readPublic(folder, 'results/e9.json', () => {})).toBeUndefined();
});

test.each(EXPERIMENTS)('$id as published is of the weights as published, and what its schema says', ({ id, schema }) => {
  const complaints: string[] = [];
  const content = readPublic('public', `results/${id}.json`, (complaint) => complaints.push(complaint));
  expect(complaints).toEqual([]);
  expect(() => schema.parse(content)).not.toThrow();
});
