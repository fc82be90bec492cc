/** The operations on a real backend in Node, with untrained weights of the real sizes. */
import { backend, type KernelBackend, memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { NEVER, type OpenBackend } from '../../../src/engine/backends/backend';
import { captions } from '../../../src/engine/handlers/captions';
import { codes } from '../../../src/engine/handlers/codes';
import { distances } from '../../../src/engine/handlers/distances';
import { draw } from '../../../src/engine/handlers/draw';
import { encode } from '../../../src/engine/handlers/encode';
import { reconstruct } from '../../../src/engine/handlers/generation';
import { createPasses } from '../../../src/engine/handlers/passes';
import { regenerate } from '../../../src/engine/handlers/regenerate';
import { warmUp } from '../../../src/engine/handlers/warm-up';
import { currentImage, type Workshop } from '../../../src/engine/handlers/workshop';
import { createGalleryStore } from '../../../src/engine/stores/gallery';
import { createModelStore } from '../../../src/engine/stores/models';
import { lookUp, nearestCodes } from '../../../src/model/quantizer';
import { CODEBOOK_SIZES, GRID_SIZES, type RgbImage } from '../../../src/model/types';
import { initWasm } from '../../../training/runtime/wasm';
import { createFixtureSite } from './fixture-site';
import { BASE_URL, type ServedSite, serveSite } from './serve-site';

const wasm: OpenBackend = {
  name: 'wasm',
  lost: NEVER,
  compiledPrograms: () => 0,
  activate: async () => undefined,
  close: () => undefined,
};

let served: ServedSite;
/** The same for all tests: opening a model takes longer than any operation. */
const stores = { models: createModelStore(BASE_URL), gallery: createGalleryStore(BASE_URL) };
beforeAll(async () => {
  await initWasm();
  served = serveSite(createFixtureSite());
});
afterAll(() => void vi.unstubAllGlobals());

function noise(seed: string): RgbImage {
  const rng = createRng(seed);
  return { width: 64, height: 64, data: Uint8Array.from({ length: 64 * 64 * 3 }, () => rng.int(256)) };
}

const openWorkshop = (): Workshop => ({ ...stores, backend: wasm, current: undefined });

describe('encode', () => {
  it('gives both encodings in the forms the protocol promises', async () => {
    const { understanding, generation } = await encode(openWorkshop(), noise('a'), { grid: 16, codebook: 64 }, 'zh');
    expect(Math.hypot(...understanding.embedding)).toBeCloseTo(1, 4);
    expect(understanding.attention).toHaveLength(understanding.attentionSide ** 2);
    expect(understanding.attention.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 4);
    const cosines = understanding.nearest.map(({ cosine }) => cosine);
    expect(cosines).toEqual([...cosines].sort((a, b) => b - a));
    expect(understanding.captions[0]).toMatchObject({ lang: 'zh', text: expect.stringMatching(/^脸/) });
    expect(generation.reconstruction).toHaveLength(64 * 64 * 3);
    expect(generation.metrics).toMatchObject({ bitsPerImage: 256 * 6, codesUsed: new Set(generation.tokens).size });
    expect(generation.tokens).toEqual(nearestCodes(generation.latents, generation.entries, generation.codeDim));
  });

  it('leaves the last image in place when the new one cannot be compared', async () => {
    const before = openWorkshop();
    await encode(before, noise('a'), { grid: 16, codebook: 2 }, 'en');
    const workshop = { ...before, gallery: { ...before.gallery, open: () => Promise.reject(new Error('gone')) } };
    await expect(encode(workshop, noise('b'), { grid: 16, codebook: 2 }, 'en')).rejects.toThrow('gone');
    expect(workshop.current).toBe(before.current);
  });
});

describe('regenerate', () => {
  it.each(GRID_SIZES.flatMap((grid) => CODEBOOK_SIZES.map((codebook) => ({ grid, codebook }))))(
    '$grid × $grid at $codebook',
    async (settings) => {
      const workshop = openWorkshop();
      await encode(workshop, noise('a'), { grid: 16, codebook: 1024 }, 'en');
      const result = await regenerate(workshop, settings);
      const { grid, codebook, codeDim } = result;
      const finite = codebook !== 'inf';
      expect({ grid, codebook }).toEqual(settings);
      expect(result.latents).toHaveLength(grid * grid * codeDim);
      expect(result.tokens).toHaveLength(finite ? grid * grid : 0);
      expect(result.entries).toHaveLength(finite ? codebook * codeDim : 0);
      expect(Math.max(0, ...result.tokens)).toBeLessThan(finite ? codebook : 1);
      expect(result.metrics.bitsPerImage).toBe(grid * grid * (finite ? Math.log2(codebook) : codeDim * 32));
    },
  );

  it('gives what an encoding at those settings gives', async () => {
    const workshop = openWorkshop();
    await encode(workshop, noise('a'), { grid: 16, codebook: 2 }, 'en');
    const moved = await regenerate(workshop, { grid: 8, codebook: 128 });
    const { generation } = await encode(openWorkshop(), noise('a'), { grid: 8, codebook: 128 }, 'en');
    expect(moved).toEqual(generation);
  });

  it('fails before there is an image', async () => {
    await expect(regenerate(openWorkshop(), { grid: 16, codebook: 2 })).rejects.toMatchObject({ failure: { code: 'internal' } });
  });

  it('keeps the count of tensors', async () => {
    const workshop = openWorkshop();
    await encode(workshop, noise('a'), { grid: 16, codebook: 2 }, 'en');
    await regenerate(workshop, { grid: 8, codebook: 2 });
    const before = memory().numTensors;
    for (const codebook of CODEBOOK_SIZES) for (const grid of GRID_SIZES) await regenerate(workshop, { grid, codebook });
    await encode(workshop, noise('b'), { grid: 16, codebook: 'inf' }, 'en');
    expect(memory().numTensors).toBe(before);
  });
});

describe('readbacks', () => {
  const settings = GRID_SIZES.flatMap((grid) => CODEBOOK_SIZES.map((codebook) => ({ grid, codebook })));

  it.each(settings)('are one for a new image and one for a move, at $grid × $grid and $codebook', async (at) => {
    const workshop = openWorkshop();
    const read = vi.spyOn(backend() as KernelBackend, 'read');
    await encode(workshop, noise('a'), at, 'en');
    expect(read).toHaveBeenCalledTimes(1);
    await regenerate(workshop, { grid: at.grid, codebook: at.codebook === 16 ? 32 : 16 });
    expect(read).toHaveBeenCalledTimes(2);
    await regenerate(workshop, { grid: at.grid === 16 ? 8 : 16, codebook: at.codebook });
    expect(read).toHaveBeenCalledTimes(3);
    read.mockRestore();
  });

  it('are two where the backend chose another entry, and the picture is that of the entries reported', async () => {
    const workshop = openWorkshop();
    const at = { grid: 16, codebook: 64 } as const;
    const { generation } = await encode(workshop, noise('a'), at, 'en');
    const passes = createPasses(wasm, workshop.models);
    const model = await workshop.models.vqvae(at.grid);
    const drawn = await passes.draw(model, noise('a'), at.codebook);
    const elsewhere = { ...drawn, tokens: drawn.tokens.map((token) => 63 - token), drawing: new Uint8Array(64 * 64 * 3) };
    const read = vi.spyOn(backend() as KernelBackend, 'read');
    // The first was the drawing that does not fit.
    expect(await reconstruct(passes, model, currentImage(workshop), at, elsewhere)).toEqual(generation);
    expect(read).toHaveBeenCalledTimes(1);
    read.mockRestore();
  });
});

describe('distances', () => {
  it('has its smallest value at the token chosen', async () => {
    const workshop = openWorkshop();
    const { generation } = await encode(workshop, noise('a'), { grid: 16, codebook: 512 }, 'en');
    for (const cell of [0, 100, 255]) {
      const row = await distances(workshop, cell);
      expect(row).toHaveLength(512);
      expect(row.indexOf(Math.min(...row))).toBe(generation.tokens[cell]);
    }
  });

  it('follows the settings shown', async () => {
    const workshop = openWorkshop();
    await encode(workshop, noise('a'), { grid: 16, codebook: 512 }, 'en');
    await regenerate(workshop, { grid: 8, codebook: 4 });
    expect(await distances(workshop, 63)).toHaveLength(4);
    await regenerate(workshop, { grid: 8, codebook: 'inf' });
    expect(await distances(workshop, 63)).toHaveLength(0);
  });
});

describe('captions', () => {
  it('changes language without another encoding', async () => {
    const workshop = openWorkshop();
    await encode(workshop, noise('a'), { grid: 16, codebook: 2 }, 'en');
    expect((await captions(workshop, 'zh'))[0]?.lang).toBe('zh');
  });
});

describe('codes', () => {
  it('gives each image the codes that an encoding gives, and leaves the current image alone', async () => {
    const workshop = openWorkshop();
    await encode(workshop, noise('a'), { grid: 16, codebook: 2 }, 'en');
    const before = workshop.current;
    const settings = { grid: 8, codebook: 128 } as const;
    const answer = await codes(workshop, [noise('b'), noise('c')], settings);
    expect(workshop.current).toBe(before);
    for (const [i, name] of ['b', 'c'].entries()) {
      const { understanding, generation } = await encode(openWorkshop(), noise(name), settings, 'en');
      const { embedding, tokens, latents } = answer.images[i]!;
      expect({ embedding, tokens, latents }).toEqual({
        embedding: understanding.embedding,
        tokens: generation.tokens,
        latents: generation.latents,
      });
      expect(answer).toMatchObject({ entries: generation.entries, codeDim: generation.codeDim });
      expect(answer.models).toEqual({ understanding: understanding.model, generation: generation.model });
    }
  });

  it('has no tokens without a codebook, and nothing of no images', async () => {
    const { images } = await codes(openWorkshop(), [noise('a')], { grid: 16, codebook: 'inf' });
    expect(images[0]?.tokens).toHaveLength(0);
    expect(images[0]?.latents.length).toBeGreaterThan(0);
    expect((await codes(openWorkshop(), [], { grid: 16, codebook: 2 })).images).toEqual([]);
  });

  it('keeps the count of tensors', async () => {
    const workshop = openWorkshop();
    await codes(workshop, [noise('a')], { grid: 16, codebook: 2 });
    const before = memory().numTensors;
    await codes(workshop, ['a', 'b', 'c'].map(noise), { grid: 16, codebook: 2 });
    expect(memory().numTensors).toBe(before);
  });
});

describe('draw', () => {
  it('decodes tokens and vectors as a reconstruction is decoded', async () => {
    const workshop = openWorkshop();
    const settings = { grid: 16, codebook: 64 } as const;
    const { generation } = await encode(workshop, noise('a'), settings, 'en');
    const before = memory().numTensors;
    const vectors = lookUp(generation.tokens, generation.entries, generation.codeDim);
    const { drawings } = await draw(workshop, [generation.tokens, vectors], settings);
    expect(drawings).toEqual([generation.reconstruction, generation.reconstruction]);
    expect(memory().numTensors).toBe(before);
  });

  it.each([
    ['too few tokens', new Uint16Array(64), 64],
    ['an entry that the codebook has not', new Uint16Array(256).fill(64), 64],
    ['tokens without a codebook', new Uint16Array(256), 'inf'],
    ['too few vectors', new Float32Array(64), 'inf'],
  ] as const)('refuses %s', async (_, code, codebook) => {
    await expect(draw(openWorkshop(), [code], { grid: 16, codebook })).rejects.toMatchObject({ failure: { code: 'internal' } });
  });
});

describe('a lost context', () => {
  const failure = { code: 'context-lost', subject: 'webgl' };
  const lossy = () => {
    const loss = new AbortController();
    return { loss, workshop: { ...openWorkshop(), backend: { ...wasm, name: 'webgl' as const, lost: loss.signal } } };
  };

  it('ends the pass under way, whose result may never come', async () => {
    const { loss, workshop } = lossy();
    await encode(workshop, noise('a'), { grid: 16, codebook: 2 }, 'en');
    const read = vi.spyOn(backend() as KernelBackend, 'read').mockReturnValue(new Promise(() => undefined));
    const pass = regenerate(workshop, { grid: 16, codebook: 4 });
    await vi.waitFor(() => expect(read).toHaveBeenCalled());
    loss.abort();
    await expect(pass).rejects.toMatchObject({ failure });
    read.mockRestore();
  });

  it('lets no weights be uploaded any more: they would end up on whatever backend is being tried', async () => {
    const { loss, workshop } = lossy();
    await encode(workshop, noise('a'), { grid: 16, codebook: 2 }, 'en');
    workshop.models.unload();
    const before = memory().numTensors;
    loss.abort();
    await expect(regenerate(workshop, { grid: 8, codebook: 4 })).rejects.toMatchObject({ failure });
    expect(memory().numTensors).toBe(before);
  });
});

describe('warm-up', () => {
  it('needs nothing of the gallery or of the other grid', async () => {
    served.asked.length = 0;
    const before = memory().numTensors;
    const models = createModelStore(BASE_URL);
    expect(await warmUp(models, wasm, 8)).toBeGreaterThan(0);
    expect(served.asked.filter((path) => /gallery|vqvae-16/.test(path))).toEqual([]);
    models.unload();
    expect(memory().numTensors).toBe(before);
  });
});
