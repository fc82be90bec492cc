/** All stages, tiny, as a user runs them: what they make is of the right form, and nothing that is published is touched. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { galleryMapsSchema, staleMap } from '../../src/dataset/maps';
import { renderingsSchema } from '../../src/dataset/schema';
import { galleryConceptsSchema } from '../../src/dataset/shipped-schema';
import { galleryCodesSchema, galleryIndexSchema, readTokens } from '../../src/model/gallery';
import { lexiconManifestSchema } from '../../src/model/manifest';
import { MODEL_IDS } from '../../src/model/registry';
import { checkBytes, decodeWeights, parseManifest, weightGroup } from '../../src/model/weights';
import { headerSchema } from '../../src/results/envelope';
import { reproductionSchema } from '../../src/results/reproduce';
import { EXPERIMENTS } from '../../training/experiments/list';
import { stagesOf } from '../../training/reproduce/stages';
import { useCpu } from '../unit/model/backend';

const MINUTES = 60_000;
const DAY = '2000-01-01';

const folder = mkdtempSync(join(tmpdir(), 'smoke-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reproduce = async (): Promise<string> => {
  const args = ['--import', 'tsx', 'training/reproduce.ts', '--smoke', '--folder', folder, '--date', DAY];
  return (await promisify(execFile)(process.execPath, args)).stdout;
};

function hashes(root: string, under: readonly string[]): Record<string, string> {
  const files = under.flatMap((path) =>
    readdirSync(join(root, path), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return Object.fromEntries(
    files.sort().map((file) => [file.slice(root.length), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

const read = (...path: string[]): Buffer => readFileSync(join(folder, ...path));
const json = <T extends z.ZodMiniType>(schema: T, ...path: string[]): z.infer<T> =>
  schema.parse(JSON.parse(read(...path).toString()));
const manifestOf = (id: string) => parseManifest(JSON.parse(read('public', 'models', id, 'manifest.json').toString()));

const PUBLISHED = ['public/models', 'public/gallery', 'public/samples', 'public/baselines', 'public/results'];
const published = () => ({ ...hashes(process.cwd(), PUBLISHED), readme: readFileSync('README.md', 'utf8') });
let [first, before, after]: [string, Record<string, string>, Record<string, string>] = ['', {}, {}];
beforeAll(async () => {
  await useCpu();
  before = published();
  first = await reproduce();
  after = published();
}, 40 * MINUTES);

test('every stage says that it begins, about how long all will take, and how long it took', () => {
  stagesOf(true).forEach(({ name }, i) => {
    const title = `${i + 1}/${stagesOf(true).length} ${name}: `;
    expect(first).toMatch(new RegExp(`^${title}\\d+ s, about .+ left in all$`, 'm'));
    expect(first).toMatch(new RegExp(`^${title}\\d+ (s|min)$`, 'm'));
  });
  expect(first).toContain(`, in ${folder}`);
});

test('nothing that is published is touched', () => {
  expect(after).toEqual(before);
  expect(Object.keys(before).length).toBeGreaterThan(20);
});

describe('what it makes', () => {
  test('data and samples of a few concepts, by the artist kept unseen as well', () => {
    const { artists, items } = json(renderingsSchema, 'data', 'renderings.json');
    expect(read('data', 'renderings.bin')).toHaveLength(items.length * 64 * 64 * 4);
    expect(items.some(({ artist }) => artists[artist]?.role === 'unseen')).toBe(true);
  });

  test.each(MODEL_IDS)('%s: whole weights with measured figures', (id) => {
    const manifest = manifestOf(id);
    expect(manifest.training.steps).toBe(4);
    for (const { name, paths } of manifest.weightsManifest) {
      const values = Object.values(decodeWeights(manifest, name, read('public', 'models', id, paths[0])));
      expect(values.every((array) => array.values.every(Number.isFinite))).toBe(true);
    }
    expect(Object.keys(manifest.metrics.stored).length).toBeGreaterThan(10);
    if (manifest.family === 'vqvae') expect(manifest.sharing?.psnr.map(({ codebook }) => codebook)).toEqual([16]);
  });

  test('a lexicon of these towers', () => {
    const { towers, weightsManifest, ...manifest } = json(lexiconManifestSchema, 'public', 'models', 'lexicon', 'manifest.json');
    const group = (name: string) => weightGroup(manifestOf('contrastive'), name).sha256;
    expect(towers).toEqual({ image: group('image'), text: group('text') });
    const bytes = read('public', 'models', 'lexicon', 'weights.bin');
    const values = Object.values(decodeWeights({ ...manifest, weightsManifest }, 'weights', bytes));
    expect(values.every((array) => array.values.every(Number.isFinite))).toBe(true);
    checkBytes(read('public', 'models', 'lexicon', manifest.units.path), manifest.units, manifest.units.path);
    expect(Object.keys(manifest.metrics.stored)).toHaveLength(6);
  });

  test('a gallery and maps of these weights', () => {
    const weights = (id: string, group: string) => weightGroup(manifestOf(id), group).sha256;
    const current = { embedding: weights('contrastive', 'image'), tokens: weights('vqvae-16', 'weights') };
    const { concepts } = json(galleryConceptsSchema, 'public', 'gallery', 'concepts.json');
    const index = json(galleryIndexSchema, 'public', 'gallery', 'index.json');
    expect([index.weights, index.rows]).toEqual([current.embedding, concepts.length]);
    checkBytes(read('public', 'gallery', index.files.embeddings.path), index.files.embeddings, 'embeddings');
    const { tokens, rows } = json(galleryCodesSchema, 'public', 'gallery', 'codes.json');
    for (const grid of [16, 8] as const) {
      expect(tokens[grid].weights).toBe(weights(`vqvae-${grid}`, 'weights'));
      expect(readTokens(read('public', 'gallery', tokens[grid].path), rows, grid)).toHaveLength(concepts.length * grid * grid);
    }
    expect(staleMap(json(galleryMapsSchema, 'public', 'gallery', 'maps.json'), current)).toBeUndefined();
  });

  test('results by every experiment, marked as a trial, of these weights and of that day', () => {
    for (const { id } of EXPERIMENTS) {
      const { experiment, smoke, date, weights } = json(headerSchema, 'public', 'results', `${id}.json`);
      expect([experiment, smoke, date]).toEqual([id, true, DAY]);
      expect(Object.keys(weights).length).toBeGreaterThan(0);
    }
    for (const { id, schema } of EXPERIMENTS) expect(() => json(schema, 'public', 'results', `${id}.json`)).not.toThrow();
  });

  test('the figures in the README', () => {
    const { stored } = manifestOf('vqvae-16').metrics;
    expect(read('README.md').toString()).toContain(` ${stored['psnr/512/heldOut']?.toFixed(2)} `);
  });

  test('a record of all stages, and of the machine', () => {
    const { stages, trial, machine } = json(reproductionSchema, 'public', 'results', 'reproduce.json');
    expect(Object.keys(stages)).toEqual(stagesOf(true).map(({ name }) => name));
    expect(Object.values(stages).every(({ outputs }) => outputs !== undefined)).toBe(true);
    expect([trial, machine.node]).toEqual([true, process.version]);
  });
});

test(
  'a second run has nothing to do',
  async () => {
    const made = hashes(folder, ['public/models', 'public/gallery', 'public/results']);
    const second = await reproduce();
    expect(second.match(/: done before, skipped$/gm)).toHaveLength(stagesOf(true).length);
    expect(hashes(folder, ['public/models', 'public/gallery', 'public/results'])).toEqual(made);
  },
  10 * MINUTES,
);

test(
  'results that were lost are measured anew, to the same bytes',
  async () => {
    const results = ['e2', 'e7', 'summary', 'two-by-two'].map((name) => join('public', 'results', `${name}.json`));
    const bytes = () => results.map((path) => read(path).toString());
    const made = bytes();
    for (const path of results) rmSync(join(folder, path));
    await reproduce();
    expect(bytes()).toEqual(made);
  },
  10 * MINUTES,
);
