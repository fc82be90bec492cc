/** Ranking the gallery by each code of an image, on untrained models of the real sizes. */
import { memory } from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { NEVER, type OpenBackend } from '../../../src/engine/backends/backend';
import { codes } from '../../../src/engine/handlers/codes';
import { encode } from '../../../src/engine/handlers/encode';
import { rank } from '../../../src/engine/handlers/rank';
import type { Workshop } from '../../../src/engine/handlers/workshop';
import { createGalleryStore } from '../../../src/engine/stores/gallery';
import { createModelStore } from '../../../src/engine/stores/models';
import { cellMeans } from '../../../src/model/cell-means';
import { correlations, histogramOverlaps } from '../../../src/model/gallery-scores';
import type { RgbImage } from '../../../src/model/types';
import { initWasm } from '../../../training/runtime/wasm';
import { createFixtureSite, type Site } from './fixture-site';
import { BASE_URL, serveSite } from './serve-site';

const wasm: OpenBackend = {
  name: 'wasm',
  lost: NEVER,
  compiledPrograms: () => 0,
  activate: async () => undefined,
  close: () => undefined,
};

let site: Site;
beforeAll(async () => {
  await initWasm();
  site = createFixtureSite();
});
afterEach(() => void vi.unstubAllGlobals());

const openWorkshop = (): Workshop => ({
  models: createModelStore(BASE_URL),
  gallery: createGalleryStore(BASE_URL),
  backend: wasm,
  current: undefined,
});

function noise(seed: string): RgbImage {
  const rng = createRng(seed);
  return { width: 64, height: 64, data: Uint8Array.from({ length: 64 * 64 * 3 }, () => rng.int(256)) };
}

/** Its first row says what `own` says. */
function withFirstRow<Row extends Uint8Array | Uint16Array>(rows: Row, own: Row): Row {
  rows.set(own);
  return rows;
}

it('puts the concepts in the order in which encoding finds them, and leaves the current image', async () => {
  serveSite(site);
  const workshop = openWorkshop();
  await encode(workshop, noise('b'), { grid: 16, codebook: 2 }, 'en');
  const { current } = workshop;
  const ranking = await rank(workshop, noise('a'), 8, 'zh');
  expect(workshop.current).toBe(current);
  const { understanding } = await encode(openWorkshop(), noise('a'), { grid: 8, codebook: 512 }, 'zh');
  const [nearest] = understanding.nearest;
  expect(ranking.embedding.indexOf(Math.max(...ranking.embedding))).toBe(nearest?.index);
  expect(Math.max(...ranking.embedding)).toBeCloseTo(nearest?.cosine ?? 0, 6);
  expect(Math.max(...ranking.captions)).toBeCloseTo(understanding.captions[0]?.cosine ?? 0, 6);
});

it('finds a drawing of the same tokens, and of the same colours', async () => {
  serveSite(site);
  const workshop = openWorkshop();
  const image = noise('a');
  const { images } = await codes(workshop, [image], { grid: 8, codebook: 512 });
  const ranking = await rank(workshop, image, 8, 'en');
  const { sha256 } = await workshop.models.vqvae(8);
  const tokens = images[0]?.tokens ?? new Uint16Array();
  const shuffled = tokens.slice().reverse();
  const rows = withFirstRow((await workshop.gallery.tokens(sha256, 8)).slice(), shuffled);
  const overlaps = histogramOverlaps(tokens, rows);
  expect(overlaps[0]).toBeCloseTo(1, 6);
  expect(Math.max(...overlaps.subarray(1))).toBeLessThan(1);
  expect(overlaps.subarray(1)).toEqual(ranking.tokens.subarray(1));

  const colours = cellMeans(image.data, 8);
  const correlated = correlations(colours, withFirstRow((await workshop.gallery.pixels()).slice(), colours));
  expect(correlated[0]).toBeCloseTo(1, 6);
  expect(Math.max(...correlated.subarray(1))).toBeLessThan(0.9);
  expect(correlated.subarray(1)).toEqual(ranking.pixels.subarray(1));
});

it('keeps the count of tensors', async () => {
  serveSite(site);
  const workshop = openWorkshop();
  await rank(workshop, noise('a'), 8, 'en');
  const before = memory().numTensors;
  await rank(workshop, noise('b'), 8, 'en');
  expect(memory().numTensors).toBe(before);
});

it('refuses a gallery that was made with other weights', async () => {
  const stale = new Map(site);
  const index = JSON.parse(new TextDecoder().decode(site.get('gallery/index.json'))) as object;
  stale.set('gallery/index.json', new TextEncoder().encode(JSON.stringify({ ...index, weights: 'f'.repeat(64) })));
  serveSite(stale);
  const failure = { code: 'gallery-stale', subject: 'gallery/index.json' };
  await expect(rank(openWorkshop(), noise('a'), 8, 'en')).rejects.toMatchObject({ failure });
});
