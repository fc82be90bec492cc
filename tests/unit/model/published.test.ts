/** The weights and the gallery that the page ships: whole, small enough, and made for each other. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { galleryConceptsSchema } from '../../../src/dataset/shipped-schema';
import { GALLERY_PIXEL_SIDE, galleryCodesSchema, galleryIndexSchema, readTokens } from '../../../src/model/gallery';
import { MODEL_IDS } from '../../../src/model/registry';
import { CODEBOOK_SIZES, GRID_SIZES } from '../../../src/model/types';
import { codebookName } from '../../../src/model/vqvae/config';
import {
  checkBytes,
  decodeWeights,
  parseLexiconManifest,
  parseManifest,
  parseVocabulary,
  weightGroup,
} from '../../../src/model/weights';
import { loadDataset } from '../../../training/dataset';
import { loadKeywords } from '../../../training/keywords';
import { LEXICON } from '../../../training/lexicon/fit';
import { commandOf, newOptions } from '../../../training/run/flags';
import { useCpu } from './backend';

beforeAll(useCpu);

const MEGABYTE = 1e6;
/** Names and photographs are told by manifests of runs since these. */
const { data, split } = loadDataset().sha256;

const manifestOf = (id: string) => {
  const path = join('public', 'models', id, 'manifest.json');
  return parseManifest(JSON.parse(readFileSync(path, 'utf8')), path);
};

const lexicon = parseLexiconManifest(JSON.parse(readFileSync(join('public', 'models', 'lexicon', 'manifest.json'), 'utf8')));

describe.each(MODEL_IDS)('%s', (id) => {
  const manifest = manifestOf(id);
  const folder = join('public', 'models', id);

  test('has weights that match its manifest, under 2 MB', () => {
    for (const { name, paths } of manifest.weightsManifest) {
      const params = decodeWeights(manifest, name, readFileSync(join(folder, paths[0])));
      for (const { values } of Object.values(params)) expect(values.every(Number.isFinite)).toBe(true);
    }
    const total = manifest.weightsManifest.reduce((sum, { paths }) => sum + statSync(join(folder, paths[0])).size, 0);
    expect(total).toBeLessThan(2 * MEGABYTE);
  });

  test('tells its figures with the stored weights and with float32 ones', () => {
    const { stored, float32 } = manifest.metrics;
    expect(Object.keys(stored)).toEqual(Object.keys(float32));
    expect(Object.keys(stored).length).toBeGreaterThan(10);
    // the stored precision must hardly move what it is judged by
    for (const [name, value] of Object.entries(float32)) {
      if (name.startsWith('psnr/')) expect(Math.abs(value - (stored[name] as number))).toBeLessThan(0.02);
      if (/\/r[15]$/.test(name) || name.startsWith('caption/'))
        expect(Math.abs(value - (stored[name] as number))).toBeLessThan(1);
    }
  });

  test('was trained on what `npm run data` makes', () => {
    const { dataSha256, splitSha256 } = manifest.training;
    expect({ data: dataSha256, split: splitSha256 }).toEqual({ data, split });
  });

  test('was trained by the command that today’s defaults stand for', () => {
    const { command, workers } = manifest.training;
    expect(commandOf(newOptions(id, { workers }, { data: 'x', split: 'x' }))).toBe(command);
  });
});

test('every codebook is its own: no entry of a smaller one stands in a larger one', () => {
  for (const id of ['vqvae-16', 'vqvae-8'] as const) {
    const params = decodeWeights(manifestOf(id), 'weights', readFileSync(join('public', 'models', id, 'weights.bin')));
    const rows = CODEBOOK_SIZES.filter((size) => size !== 'inf').flatMap((size) => {
      const { values, shape } = params[codebookName(size)] ?? { values: new Float32Array(), shape: [0, 1] };
      expect(shape[0]).toBe(size);
      const dim = shape[1] as number;
      return Array.from({ length: size }, (_, k) => values.slice(k * dim, (k + 1) * dim).join());
    });
    expect(new Set(rows).size).toBe(rows.length);
  }
});

test.each(['vqvae-16', 'vqvae-8'] as const)('PSNR of %s rises with every codebook on held-out drawings', (id) => {
  const psnr = CODEBOOK_SIZES.map((size) => manifestOf(id).metrics.stored[`psnr/${size}/heldOut`] as number);
  expect(psnr.slice(1).map((value, i) => value > (psnr[i] as number))).toEqual(psnr.slice(1).map(() => true));
});

describe('lexicon', () => {
  test('was fitted to these towers, and to what `npm run data` makes', () => {
    const contrastive = manifestOf('contrastive');
    expect(lexicon.towers).toEqual({
      image: weightGroup(contrastive, 'image').sha256,
      text: weightGroup(contrastive, 'text').sha256,
    });
    const { dataSha256, splitSha256, keywordsSha256, settings } = lexicon.fitting;
    expect({ data: dataSha256, split: splitSha256 }).toEqual({ data, split });
    expect(keywordsSha256).toBe(loadKeywords().sha256);
    expect(settings).toEqual(LEXICON);
  });

  test('has weights and words that match its manifest, all in all under 2 MB', () => {
    const folder = join('public', 'models', 'lexicon');
    const arrays = decodeWeights(lexicon, 'weights', readFileSync(join(folder, 'weights.bin')));
    for (const { values } of Object.values(arrays)) expect(values.every(Number.isFinite)).toBe(true);
    const words = readFileSync(join(folder, lexicon.units.path));
    checkBytes(words, lexicon.units, lexicon.units.path);
    expect(new Set(parseVocabulary(JSON.parse(words.toString()))).size).toBe(lexicon.config.units);
    expect(readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)).toBeLessThan(2 * MEGABYTE);
  });

  test('tells its figures with the stored weights and with float32 ones, which hardly differ', () => {
    const { stored, float32 } = lexicon.metrics;
    expect(Object.keys(stored)).toEqual(Object.keys(float32));
    for (const [name, value] of Object.entries(float32)) expect(Math.abs(value - (stored[name] as number)), name).toBeLessThan(1);
  });

  test('brings held-out captions further than the text tower comes alone, in both languages', () => {
    const { stored } = manifestOf('contrastive').metrics;
    for (const name of ['caption/en/heldOutR5', 'caption/zh/heldOutR5'])
      expect(lexicon.metrics.stored[name]).toBeGreaterThan((stored[name] as number) + 5);
  });
});

test('the gallery was embedded with these weights', () => {
  const read = (path: string) => readFileSync(join('public', 'gallery', path));
  const index = galleryIndexSchema.parse(JSON.parse(read('index.json').toString()));
  const { concepts } = galleryConceptsSchema.parse(JSON.parse(read('concepts.json').toString()));
  expect(index.weights).toBe(weightGroup(manifestOf('contrastive'), 'image').sha256);
  expect(index.textWeights).toBe(weightGroup(manifestOf('contrastive'), 'text').sha256);
  expect(index.rows).toBe(concepts.length);
  for (const file of [index.files.embeddings, index.files.captions.zh, index.files.captions.en]) {
    checkBytes(read(file.path), file, file.path);
    expect(file.bytes).toBe(index.rows * index.dim);
  }
});

test('the gallery was tokenised with these weights, every codebook entry within reach', () => {
  const read = (path: string) => readFileSync(join('public', 'gallery', path));
  const { rows, tokens, pixels } = galleryCodesSchema.parse(JSON.parse(read('codes.json').toString()));
  const { concepts } = galleryConceptsSchema.parse(JSON.parse(read('concepts.json').toString()));
  expect(rows).toBe(concepts.length);
  for (const grid of GRID_SIZES) {
    const { path, weights, ...file } = tokens[grid];
    expect(weights).toBe(weightGroup(manifestOf(`vqvae-${grid}`), 'weights').sha256);
    checkBytes(read(path), file, path);
    // drawings of a whole gallery use most of a codebook; one constant token would be a bug of the writer
    expect(new Set(readTokens(read(path), rows, grid)).size).toBeGreaterThan(256);
  }
  checkBytes(read(pixels.path), pixels, pixels.path);
  expect(pixels.bytes).toBe(rows * GALLERY_PIXEL_SIDE ** 2 * 3);
});
