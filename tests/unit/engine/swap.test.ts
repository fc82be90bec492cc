/** The swap on a real backend in Node, with untrained decoders of the real sizes: fetched late, matched to their encoders, run in one pass. */
import { memory, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { NEVER, type OpenBackend } from '../../../src/engine/backends/backend';
import { drawVectors } from '../../../src/engine/handlers/draw-vectors';
import { encode } from '../../../src/engine/handlers/encode';
import { regenerate } from '../../../src/engine/handlers/regenerate';
import { swap } from '../../../src/engine/handlers/swap';
import type { Workshop } from '../../../src/engine/handlers/workshop';
import { createGalleryStore } from '../../../src/engine/stores/gallery';
import { createModelStore } from '../../../src/engine/stores/models';
import { towerCodes } from '../../../src/model/decoder/codes';
import { draw } from '../../../src/model/decoder/model';
import type { DecoderManifest } from '../../../src/model/manifest';
import { psnr } from '../../../src/model/metrics';
import { disposeParams, uploadParams } from '../../../src/model/params';
import { lookUp } from '../../../src/model/quantizer';
import { type RgbImage, SWAP_CODES } from '../../../src/model/types';
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

let whole: Site;
beforeAll(async () => {
  await initWasm();
  whole = createFixtureSite();
});
afterEach(() => void vi.unstubAllGlobals());

function noise(seed: string): RgbImage {
  const rng = createRng(seed);
  return { width: 64, height: 64, data: Uint8Array.from({ length: 64 * 64 * 3 }, () => rng.int(256)) };
}

async function shown(image: RgbImage): Promise<Workshop> {
  const workshop = {
    models: createModelStore(BASE_URL),
    gallery: createGalleryStore(BASE_URL),
    backend: wasm,
    current: undefined,
  };
  await encode(workshop, image, { grid: 16, codebook: 64 }, 'en');
  return workshop;
}

const manifestIn = (site: Site, id: string): DecoderManifest =>
  JSON.parse(new TextDecoder().decode(site.get(`models/${id}/manifest.json`))) as DecoderManifest;

/** The site with a decoder made for another encoder. */
function withStale(id: string): Site {
  const manifest = manifestIn(whole, id);
  const encoder = { ...manifest.encoder, sha256: 'f'.repeat(64) };
  return new Map(whole).set(`models/${id}/manifest.json`, new TextEncoder().encode(JSON.stringify({ ...manifest, encoder })));
}

describe('swap', () => {
  it('draws the image from every code, and says from how many bits', async () => {
    serveSite(whole);
    const image = noise('a');
    const drawings = await swap(await shown(image), image);
    expect(drawings.map(({ code }) => code)).toEqual([...SWAP_CODES]);
    for (const { reconstruction, metrics } of drawings) {
      expect(reconstruction).toHaveLength(64 * 64 * 3);
      expect(metrics.psnr).toBeCloseTo(psnr(image.data, reconstruction), 6);
    }
    expect(new Set(drawings.map(({ reconstruction }) => reconstruction.join())).size).toBe(drawings.length);
    const bits = Object.fromEntries(drawings.map(({ code, metrics }) => [code, metrics.bitsPerImage]));
    expect(bits).toEqual({ pooled: 128 * 32, grid: 64 * 128 * 32, tokens: 64 * 9, 'random-grid': 64 * 128 * 32 });
    expect(drawings.map(({ encoder }) => encoder.id)).toEqual(['contrastive', 'contrastive', 'vqvae-8', 'untrained']);
  });

  it('draws an image that is not the current one, and leaves the current one', async () => {
    serveSite(whole);
    const [workshop, image] = [await shown(noise('a')), noise('b')];
    const { current } = workshop;
    const drawings = await swap(workshop, image);
    expect(workshop.current).toBe(current);
    expect(drawings).toEqual(await swap(await shown(image), image));
  });

  it('draws from the very codes that the models give elsewhere', async () => {
    serveSite(whole);
    const image = noise('b');
    const workshop = await shown(image);
    const drawings = await swap(workshop, image);
    const { tokens, entries, codeDim } = await regenerate(workshop, { grid: 8, codebook: 512 });
    const tower = await workshop.models.contrastive();
    const towerParams = uploadParams(tower.arrays);
    const x = tensor4d(
      Float32Array.from(image.data, (value) => value / 255),
      [1, 64, 64, 3],
    );
    const { grid } = tidy(() => towerCodes(towerParams, tower.manifest.config, x));
    const codes = { tokens: tensor4d(lookUp(tokens, entries, codeDim), [1, 8, 8, codeDim]), grid };
    for (const code of ['tokens', 'grid'] as const) {
      const { decoder } = await workshop.models.decoder(code);
      const params = uploadParams(decoder.arrays);
      const expected = tidy(() => draw(params, decoder.manifest.config, codes[code]).mul(255).round()).dataSync();
      const drawn = drawings.find((drawing) => drawing.code === code)?.reconstruction ?? new Uint8Array();
      expect(Math.max(...drawn.map((value, i) => Math.abs(value - (expected[i] as number))))).toBeLessThanOrEqual(1);
      disposeParams(params);
    }
  });

  it('fetches the decoders when first asked, each once, and never before', async () => {
    const { asked } = serveSite(whole);
    const image = noise('c');
    const workshop = await shown(image);
    expect(asked.filter((path) => path.includes('decoder'))).toEqual([]);
    await swap(workshop, image);
    await swap(workshop, image);
    const decoders = asked.filter((path) => path.includes('decoder'));
    expect(decoders).toHaveLength(2 * SWAP_CODES.length);
    expect(new Set(decoders).size).toBe(decoders.length);
  });

  it('keeps the count of tensors', async () => {
    serveSite(whole);
    const image = noise('d');
    const workshop = await shown(image);
    await swap(workshop, image);
    const before = memory().numTensors;
    await swap(workshop, image);
    expect(memory().numTensors).toBe(before);
    workshop.models.unload();
    expect(memory().numTensors).toBeLessThan(before);
  });

  it.each(SWAP_CODES)('refuses a decoder from %s that was trained for another encoder', async (code) => {
    serveSite(withStale(`decoder-${code}`));
    const failure = { code: 'weights-stale', subject: `decoder-${code}/manifest.json` };
    await expect(swap(await shown(noise('e')), noise('e'))).rejects.toMatchObject({ failure });
  });

  it('says which decoder is missing', async () => {
    const site = new Map(whole);
    site.delete('models/decoder-grid/weights.bin');
    serveSite(site);
    const failure = { code: 'weights-missing', subject: 'decoder-grid/weights.bin' };
    await expect(swap(await shown(noise('f')), noise('f'))).rejects.toMatchObject({ failure });
  });
});

describe('drawVectors', () => {
  it('draws the embedding of the current image as swap does, any other vector too, and keeps nothing', async () => {
    serveSite(whole);
    const image = noise('a');
    const workshop = await shown(image);
    const [pooled] = await swap(workshop, image);
    const embedding = workshop.current?.embedding ?? new Float32Array();
    const opposite = embedding.map((value) => -value);
    await drawVectors(workshop, [embedding]);
    const before = memory().numTensors;
    const { drawings, model } = await drawVectors(workshop, [embedding, opposite]);
    expect(memory().numTensors).toBe(before);
    expect(model).toEqual(pooled?.decoder);
    const [same, other] = drawings;
    const farthest = same?.reduce((most, value, i) => Math.max(most, Math.abs(value - (pooled?.reconstruction[i] ?? 0))), 0);
    expect(farthest).toBeLessThanOrEqual(1);
    expect(other).not.toEqual(same);
  });

  it('says which weights are missing, and refuses vectors of another length', async () => {
    serveSite(new Map([...whole].filter(([path]) => !path.includes('decoder-pooled'))));
    const missing = { code: 'weights-missing' };
    await expect(drawVectors(await shown(noise('a')), [new Float32Array(128)])).rejects.toMatchObject({ failure: missing });
    serveSite(whole);
    const internal = { code: 'internal' };
    await expect(drawVectors(await shown(noise('a')), [new Float32Array(3)])).rejects.toMatchObject({ failure: internal });
  });
});
