/** Weights and gallery as they are fetched: what is missing, cut short, altered or stale is named, and tried again. */
import '@tensorflow/tfjs-backend-cpu';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createGalleryStore } from '../../../src/engine/stores/gallery';
import { createModelStore } from '../../../src/engine/stores/models';
import type { GalleryCodes } from '../../../src/model/gallery';
import { createFixtureSite, type Site } from './fixture-site';
import { BASE_URL, serveSite } from './serve-site';

let whole: Site;
beforeAll(async () => {
  await setBackend('cpu');
  whole = createFixtureSite();
});
afterEach(() => void vi.unstubAllGlobals());

const WEIGHTS = 'models/vqvae-16/weights.bin';
const MANIFEST = 'models/vqvae-16/manifest.json';

/** The site with one file changed, or gone. */
function changed(path: string, change: (bytes: Uint8Array) => Uint8Array | undefined): Site {
  const site = new Map(whole);
  const bytes = change((whole.get(path) as Uint8Array).slice());
  if (bytes) site.set(path, bytes);
  else site.delete(path);
  return site;
}

const flipped = (bytes: Uint8Array): Uint8Array => bytes.map((byte, i) => (i === 1000 ? byte ^ 1 : byte));
const cutShort = (bytes: Uint8Array): Uint8Array => bytes.slice(0, -1);
const gone = (): undefined => undefined;
const text = (content: string) => (): Uint8Array => new TextEncoder().encode(content);

describe('model store', () => {
  it('opens each model once, from two files', async () => {
    const { asked } = serveSite(whole);
    const store = createModelStore(BASE_URL);
    store.prefetch('vqvae-16');
    const [a, b] = await Promise.all([store.vqvae(16), store.vqvae(16)]);
    expect((await store.vqvae(16)).manifest.config.grid).toBe(16);
    expect(a).toBe(b);
    expect(asked).toEqual([MANIFEST, WEIGHTS]);
    expect(store.opened()).toEqual({ 'vqvae-16': { sha256: a.sha256 } });
  });

  it('fetches the image tower alone, not the text tower', async () => {
    const { asked } = serveSite(whole);
    await createModelStore(BASE_URL).contrastive();
    expect(asked).toEqual(['models/contrastive/manifest.json', 'models/contrastive/image.bin']);
  });

  it.each([
    ['weights-missing', WEIGHTS, gone, 'vqvae-16/weights.bin'],
    ['weights-missing', MANIFEST, gone, 'vqvae-16/manifest.json'],
    ['weights-truncated', WEIGHTS, cutShort, 'vqvae-16/weights.bin'],
    ['weights-altered', WEIGHTS, flipped, 'vqvae-16/weights.bin'],
    ['weights-invalid', MANIFEST, text('{'), 'vqvae-16/manifest.json'],
    ['weights-invalid', MANIFEST, text('{"family":"vqvae"}'), 'vqvae-16/manifest.json'],
  ] as const)('%s: %s', async (code, path, change, subject) => {
    serveSite(changed(path, change));
    const opening = createModelStore(BASE_URL).vqvae(16);
    await expect(opening).rejects.toMatchObject({ failure: { code, subject } });
  });

  it('refuses the manifest of another model', async () => {
    serveSite(changed(MANIFEST, () => whole.get('models/vqvae-8/manifest.json')));
    await expect(createModelStore(BASE_URL).vqvae(16)).rejects.toMatchObject({ failure: { code: 'weights-invalid' } });
  });

  it('fetches an altered file once more, past the cache', async () => {
    const site = changed(WEIGHTS, flipped);
    const { asked } = serveSite(site);
    site.set(`${WEIGHTS} reload`, whole.get(WEIGHTS) as Uint8Array);
    expect((await createModelStore(BASE_URL).vqvae(16)).manifest.id).toBe('vqvae-16');
    expect(asked.at(-1)).toBe(`${WEIGHTS} reload`);
  });

  it('tries again after a failure', async () => {
    const site = changed(WEIGHTS, gone);
    serveSite(site);
    const store = createModelStore(BASE_URL);
    await expect(store.vqvae(16)).rejects.toMatchObject({ failure: { code: 'weights-missing' } });
    site.set(WEIGHTS, whole.get(WEIGHTS) as Uint8Array);
    expect((await store.vqvae(16)).manifest.id).toBe('vqvae-16');
  });

  it('asks for the manifest anew, past the cache, where the weights did not fit it', async () => {
    const weights = whole.get(WEIGHTS) as Uint8Array;
    const site = changed(WEIGHTS, flipped);
    const { asked } = serveSite(site);
    const store = createModelStore(BASE_URL);
    await expect(store.vqvae(16)).rejects.toMatchObject({ failure: { code: 'weights-altered' } });
    site.set(WEIGHTS, weights);
    asked.length = 0;
    expect((await store.vqvae(16)).manifest.id).toBe('vqvae-16');
    expect(asked).toEqual([`${MANIFEST} reload`, WEIGHTS]);
  });

  it('fetches altered words once more, past the cache', async () => {
    const units = 'models/lexicon/units.json';
    const site = changed(units, cutShort);
    serveSite(site);
    site.set(`${units} reload`, whole.get(units) as Uint8Array);
    expect((await createModelStore(BASE_URL).text()).lexicon.has('tiger')).toBe(true);
  });

  it('uploads a model once, codebooks left out, and drops it when told', async () => {
    serveSite(whole);
    const store = createModelStore(BASE_URL);
    const before = memory().numTensors;
    const model = await store.vqvae(16);
    expect(memory().numTensors).toBe(before);
    const params = store.params(model);
    expect(store.params(model)).toBe(params);
    expect(Object.keys(params)).not.toContain('codebook/16');
    expect(memory().numTensors).toBe(before + Object.keys(params).length);
    store.unload();
    expect(memory().numTensors).toBe(before);
  });

  it('reads words by the lexicon of these towers, and of no others', async () => {
    const manifest = 'models/lexicon/manifest.json';
    serveSite(whole);
    expect((await createModelStore(BASE_URL).text()).lexicon.has('tiger')).toBe(true);
    vi.unstubAllGlobals();
    serveSite(
      changed(manifest, (bytes) => {
        const json = JSON.parse(new TextDecoder().decode(bytes)) as { towers: object };
        return new TextEncoder().encode(JSON.stringify({ ...json, towers: { ...json.towers, text: 'f'.repeat(64) } }));
      }),
    );
    const failure = { code: 'weights-stale', subject: 'lexicon/manifest.json' };
    await expect(createModelStore(BASE_URL).text()).rejects.toMatchObject({ failure });
    vi.unstubAllGlobals();
    serveSite(changed('models/lexicon/units.json', cutShort));
    const cut = { code: 'weights-truncated', subject: 'lexicon/units.json' };
    await expect(createModelStore(BASE_URL).text()).rejects.toMatchObject({ failure: cut });
  });

  it('takes a page that comes instead of a file for its absence', async () => {
    vi.stubGlobal(
      'fetch',
      async () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
    );
    await expect(createModelStore(BASE_URL).vqvae(16)).rejects.toMatchObject({ failure: { code: 'weights-missing' } });
  });

  it('takes a connection that breaks off for a file cut short', async () => {
    const broken = new ReadableStream({
      pull(controller) {
        controller.error(new TypeError('network error'));
      },
    });
    vi.stubGlobal('fetch', async () => new Response(broken));
    await expect(createModelStore(BASE_URL).vqvae(16)).rejects.toMatchObject({ failure: { code: 'weights-truncated' } });
  });
});

describe('gallery store', () => {
  const weights = (): string =>
    (JSON.parse(new TextDecoder().decode(whole.get('gallery/index.json'))) as { weights: string }).weights;

  it('opens concepts, embeddings and the captions of one language, each once', async () => {
    const { asked } = serveSite(whole);
    const store = createGalleryStore(BASE_URL);
    store.prefetch('zh');
    const { concepts, embeddings } = await store.open(weights());
    const captions = await store.captions(weights(), 'zh');
    expect(embeddings.length).toBe(concepts.length * 128);
    expect(captions.length).toBe(concepts.length * 128);
    expect([...asked].sort()).toEqual(
      ['captions.zh.bin', 'concepts.json', 'embeddings.bin', 'index.json'].map((name) => `gallery/${name}`),
    );
  });

  it('refuses embeddings made with other weights', async () => {
    serveSite(whole);
    await expect(createGalleryStore(BASE_URL).open('f'.repeat(64))).rejects.toMatchObject({ failure: { code: 'gallery-stale' } });
  });

  it.each([
    ['gallery/index.json', gone],
    ['gallery/concepts.json', gone],
    ['gallery/concepts.json', text('[]')],
    ['gallery/embeddings.bin', gone],
    ['gallery/embeddings.bin', cutShort],
    ['gallery/embeddings.bin', (bytes: Uint8Array) => bytes.map((byte) => byte ^ 1)],
  ] as const)('gallery-missing: %s', async (path, change) => {
    serveSite(changed(path, change));
    await expect(createGalleryStore(BASE_URL).open(weights())).rejects.toMatchObject({ failure: { code: 'gallery-missing' } });
  });

  describe('codes that only some labs compare', () => {
    const indexed = (): GalleryCodes => JSON.parse(new TextDecoder().decode(whole.get('gallery/codes.json'))) as GalleryCodes;

    it('are fetched when asked for, each once, and not before', async () => {
      const { asked } = serveSite(whole);
      const store = createGalleryStore(BASE_URL);
      store.prefetch('zh');
      const { concepts } = await store.open(weights());
      expect(asked.filter((path) => /codes|tokens|pixels/.test(path))).toEqual([]);
      const tokens = await store.tokens(indexed().tokens[8].weights, 8);
      await store.tokens(indexed().tokens[8].weights, 8);
      const pixels = await store.pixels();
      expect(tokens).toHaveLength(concepts.length * 64);
      expect(Array.from(tokens)).toEqual(
        Array.from(new Uint16Array((whole.get('gallery/tokens.8.bin') as Uint8Array).slice().buffer)),
      );
      expect(pixels).toHaveLength(concepts.length * indexed().pixels.side ** 2 * 3);
      expect(asked.filter((path) => /codes|tokens|pixels/.test(path))).toEqual(
        ['codes.json', 'tokens.8.bin', 'pixels.bin'].map((name) => `gallery/${name}`),
      );
    });

    it('are refused when the tokens are of another model', async () => {
      serveSite(whole);
      const store = createGalleryStore(BASE_URL);
      const failure = { code: 'gallery-stale', subject: 'gallery/codes.json' };
      await expect(store.tokens(indexed().tokens[8].weights, 16)).rejects.toMatchObject({ failure });
    });

    it.each([
      ['gallery/codes.json', gone],
      ['gallery/codes.json', text('{"rows": 20}')],
      ['gallery/tokens.16.bin', cutShort],
      ['gallery/tokens.16.bin', flipped],
    ] as const)('are refused when spoilt: %s', async (path, change) => {
      serveSite(changed(path, change));
      const tokens = createGalleryStore(BASE_URL).tokens(indexed().tokens[16].weights, 16);
      await expect(tokens).rejects.toMatchObject({ failure: { code: 'gallery-missing', subject: path } });
    });
  });
});
