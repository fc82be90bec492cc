/** What the labs ask beside the current image: phrases, and one image at many settings. */
import { memory, type Tensor2D } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { NEVER, type OpenBackend } from '../../../src/engine/backends/backend';
import { encode } from '../../../src/engine/handlers/encode';
import { likeness } from '../../../src/engine/handlers/generation';
import { phrase } from '../../../src/engine/handlers/phrase';
import { rankRow } from '../../../src/engine/handlers/rank-row';
import { regenerate } from '../../../src/engine/handlers/regenerate';
import { sweep } from '../../../src/engine/handlers/sweep';
import type { Workshop } from '../../../src/engine/handlers/workshop';
import { createGalleryStore } from '../../../src/engine/stores/gallery';
import { createModelStore } from '../../../src/engine/stores/models';
import { captionEmbedding } from '../../../src/model/contrastive/lexicon';
import { textTower } from '../../../src/model/contrastive/text-tower';
import { createTokeniser } from '../../../src/model/contrastive/vocabulary';
import { cosines } from '../../../src/model/gallery-scores';
import { uploadParams } from '../../../src/model/params';
import type { RgbImage } from '../../../src/model/types';
import { initWasm } from '../../../training/runtime/wasm';
import { createFixtureSite } from './fixture-site';
import { BASE_URL, serveSite } from './serve-site';

const wasm: OpenBackend = {
  name: 'wasm',
  lost: NEVER,
  compiledPrograms: () => 0,
  activate: async () => undefined,
  close: () => undefined,
};
const site = createFixtureSite();
const stores = { models: createModelStore(BASE_URL), gallery: createGalleryStore(BASE_URL) };
const openWorkshop = (): Workshop => ({ ...stores, backend: wasm, current: undefined });

beforeAll(async () => {
  await initWasm();
  serveSite(site);
});
afterAll(() => void vi.unstubAllGlobals());

function noise(seed: string): RgbImage {
  const rng = createRng(seed);
  return { width: 64, height: 64, data: Uint8Array.from({ length: 64 * 64 * 3 }, () => rng.int(256)) };
}

describe('phrase', () => {
  it('gives what the whole text tower gives, and ranks by tower and lexicon together, in the space of the image tower', async () => {
    const { vector, embedding, words, model } = await phrase(openWorkshop(), 'Red CAT, 红脸');
    expect(words.map(({ word }) => word)).toEqual(['red', 'cat', '红', '脸']);
    expect(words.every(({ isKnown }) => isKnown)).toBe(true);
    expect(model.sha256).toBe((await stores.models.contrastive()).sha256);

    const { tower, table, vocabulary, lexicon } = await stores.models.text();
    const { config } = tower.manifest;
    const whole = uploadParams({
      ...tower.arrays,
      'text/words': { shape: [vocabulary.length + 2, config.text.width], values: table },
    });
    const expected: Tensor2D = textTower(whole, config, createTokeniser(vocabulary).encode('red cat 红脸', config.text.length));
    const values = await expected.data<'float32'>();
    const joint = captionEmbedding(values, lexicon.embed('red cat 红脸')) as Float32Array;
    const { embeddings } = await stores.gallery.open(model.sha256);
    const near = cosines(joint, embeddings);
    expect(vector).toHaveLength(values.length);
    vector?.forEach((value, i) => expect(value).toBeCloseTo(values[i] as number, 5));
    expect(embedding).toHaveLength(near.length);
    embedding?.forEach((value, i) => expect(value).toBeCloseTo(near[i] as number, 5));
  });

  it('names words that it never learned, and leaves them out', async () => {
    const [mixed, plain] = [await phrase(openWorkshop(), 'blorf cat'), await phrase(openWorkshop(), 'cat')];
    expect(mixed.words).toEqual([
      { word: 'blorf', isKnown: false, isTaught: false },
      { word: 'cat', isKnown: true, isTaught: true },
    ]);
    expect(mixed.embedding).toEqual(plain.embedding);
    expect(await phrase(openWorkshop(), 'blorf 龘')).toMatchObject({ vector: null, embedding: null, words: [{}, {}] });
    expect(await phrase(openWorkshop(), ' …')).toMatchObject({ embedding: null, words: [] });
  });

  it('takes a word that the lexicon alone knows, in the plural too, from the lexicon alone', async () => {
    const { lexicon } = await stores.models.text();
    const { vector, words, embedding, model } = await phrase(openWorkshop(), 'tigers');
    expect(words).toEqual([{ word: 'tigers', isKnown: true, isTaught: false }]);
    expect(vector).toBeNull();
    const { embeddings } = await stores.gallery.open(model.sha256);
    expect(embedding).toEqual(cosines(lexicon.embed('tiger') as Float32Array, embeddings));
  });

  it('keeps the count of tensors', async () => {
    await phrase(openWorkshop(), 'cat');
    const before = memory().numTensors;
    await phrase(openWorkshop(), 'round dog');
    expect(memory().numTensors).toBe(before);
  });

  it('refuses words that are not those of the manifest', async () => {
    vi.unstubAllGlobals();
    serveSite(new Map([...site, ['models/contrastive/vocabulary.json', new TextEncoder().encode('["cat"]')]]));
    const workshop = { ...openWorkshop(), models: createModelStore(BASE_URL) };
    const failure = { code: 'weights-truncated', subject: 'contrastive/vocabulary.json' };
    await expect(phrase(workshop, 'cat')).rejects.toMatchObject({ failure });
    vi.unstubAllGlobals();
    serveSite(site);
  });
});

describe('rankRow', () => {
  it('puts the drawing itself first by every code', async () => {
    const { embedding, tokens, pixels, models } = await rankRow(openWorkshop(), 7, 16);
    for (const scores of [embedding, tokens, pixels]) {
      expect(scores).toHaveLength(20);
      expect(scores.indexOf(Math.max(...scores))).toBe(7);
      expect(scores[7]).toBeCloseTo(1, 5);
    }
    expect(models.generation.id).toBe('vqvae-16');
  });
});

describe('sweep', () => {
  const settings = [
    { grid: 8, codebook: 2 },
    { grid: 16, codebook: 64 },
    { grid: 8, codebook: 'inf' },
  ] as const;

  it('gives what asking one by one gives, and leaves the current image', async () => {
    const workshop = openWorkshop();
    await encode(workshop, noise('a'), { grid: 16, codebook: 2 }, 'en');
    const { current } = workshop;
    const swept = await sweep(workshop, noise('b'), settings);
    expect(workshop.current).toBe(current);
    expect(current?.shown).toEqual({ grid: 16, codebook: 2 });
    const other = openWorkshop();
    await encode(other, noise('b'), { grid: 16, codebook: 2 }, 'en');
    for (const [i, each] of settings.entries()) expect(swept[i]).toEqual(await regenerate(other, each));
  });

  it('goes by what is known of the current image, and computes it anew for any other', async () => {
    const workshop = openWorkshop();
    await encode(workshop, noise('a'), { grid: 8, codebook: 2 }, 'en');
    const [computed] = await sweep(workshop, noise('a'), [{ grid: 8, codebook: 4 }]);
    expect(computed).toEqual(await regenerate(workshop, { grid: 8, codebook: 4 }));
    expect(workshop.current?.shown).toEqual({ grid: 8, codebook: 4 });
    const { latents } = workshop.current!;
    // Known to be what no image has, so that it shows where it is taken from.
    latents.set(
      8,
      latents.get(8)!.map(() => 0),
    );
    const [known] = await sweep(workshop, noise('a'), [{ grid: 8, codebook: 4 }]);
    expect(known?.latents.every((value) => value === 0)).toBe(true);
    const [other] = await sweep(workshop, noise('b'), [{ grid: 8, codebook: 4 }]);
    expect(other?.latents.some((value) => value !== 0)).toBe(true);
  });
});

it('equal pictures have no finite PSNR', () => {
  const { data } = noise('a');
  expect(likeness(data, data)).toEqual({ psnr: null, ssim: expect.closeTo(1, 6) });
  expect(likeness(data, noise('b').data).psnr).toBeLessThan(12);
});
