/** The engine in Chromium: which backend serves, what stays flat while the slider moves, whether backends agree. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BackendName } from '../../../src/engine/protocol';
import { createFixtureSite } from '../../unit/engine/fixture-site';
import { lastingPage } from '../harness/lasting-page';
import { type OpenOptions, openPage } from '../harness/open-page';
import { type EngineSite, serveEngineSite } from './engine-site';

/** WebGL on the processor is slow, and slower beside other work. */
const SOFTWARE_WEBGL_MS = 300_000;

/** Where, beside the models of real size, lie such with few channels. */
const LEAN = 'lean/';

let site: EngineSite;
beforeAll(async () => {
  const lean = [...createFixtureSite('lean')].map(([path, bytes]) => [LEAN + path, bytes] as const);
  site = await serveEngineSite(new Map([...createFixtureSite(), ...lean]));
});
afterAll(() => site.close());

const open = async (backend?: BackendName, baseUrl?: string, options: Pick<OpenOptions, 'isLasting' | 'expectProblems'> = {}) => {
  const opened = await openPage('', { pageUrl: site.url, ...options });
  await opened.page.evaluate(([name, url]) => enginePage.open(name, url), [backend, baseUrl] as const);
  return opened;
};

/** A page whose engine each test finds as the one before it left it: on software, warming up takes longer than most of them. */
const warm = {
  wasm: lastingPage((options) => open('wasm', undefined, options)),
  webgl: lastingPage((options) => open('webgl', undefined, options)),
  cpu: lastingPage((options) => open('cpu', undefined, options)),
};

describe('ladder', () => {
  it('passes by WebGL in software without fetching its code, and serves on WASM', async () => {
    const { page, requests } = await open();
    const { info } = await page.evaluate(() => enginePage.reached('ready'));
    expect(info.backend).toBe('wasm');
    expect(info.forced).toBe(false);
    expect(info.attempts).toEqual([
      { backend: 'webgl', outcome: 'unavailable', detail: expect.stringMatching(/software/) },
      { backend: 'wasm', outcome: 'chosen', probeMs: expect.any(Number) },
    ]);
    expect(info.encodeMs).toBeGreaterThan(0);
    const paths = requests.map((request) => new URL(request.url()).pathname);
    expect(paths.filter((path) => /webgl|vqvae-8|text\.bin|threaded/.test(path))).toEqual([]);
    expect(paths).toContain('/wasm/tfjs-backend-wasm-simd.wasm');
  });

  it.each(['wasm', 'cpu'] as const)('serves on %s when asked to', async (backend) => {
    const { page } = await warm[backend]();
    const { info } = await page.evaluate(() => enginePage.reached('ready'));
    expect(info).toMatchObject({ backend, forced: true, attempts: [{ backend, outcome: 'chosen' }] });
  });

  it('gives Safari WASM, whose WebGL cannot be waited on in a worker', async () => {
    const userAgent =
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15';
    const { page } = await openPage('', { pageUrl: site.url, userAgent });
    await page.evaluate(() => enginePage.open());
    const { info } = await page.evaluate(() => enginePage.reached('ready'));
    expect(info.backend).toBe('wasm');
    expect(info.attempts[0]).toEqual({ backend: 'webgl', outcome: 'unavailable', detail: expect.stringMatching(/Safari/) });
  });

  it('fails with the backend named where a forced one is not there', async () => {
    const { page } = await openPage('', {
      pageUrl: site.url,
      expectProblems: true,
      beforeLoad: (page) => page.route('**/wasm/*', (route) => route.abort()).then(() => undefined),
    });
    await page.evaluate(() => enginePage.open('wasm'));
    const { failure } = await page.evaluate(() => enginePage.reached('failed'));
    expect(failure).toMatchObject({ code: 'backend-unavailable', subject: 'wasm' });
  });

  it('comes down to the CPU where WebAssembly is refused', async () => {
    const { page } = await openPage('', {
      pageUrl: site.url,
      expectProblems: true,
      beforeLoad: (page) => page.route('**/wasm/*', (route) => route.abort()).then(() => undefined),
    });
    await page.evaluate(() => enginePage.open());
    const { info } = await page.evaluate(() => enginePage.reached('ready'));
    expect(info.backend).toBe('cpu');
    expect(info.attempts.map(({ backend, outcome }) => `${backend} ${outcome}`)).toEqual([
      'webgl unavailable',
      'wasm unavailable',
      'cpu chosen',
    ]);
  });

  it('serves on webgl when asked to, with under 160 kB of script', async () => {
    const { page, requests } = await warm.webgl();
    const { info } = await page.evaluate(() => enginePage.reached('ready'));
    expect(info).toMatchObject({ backend: 'webgl', forced: true, attempts: [{ backend: 'webgl', outcome: 'chosen' }] });
    const scripts = requests.map((request) => new URL(request.url()).pathname).filter((path) => /assets\/.*\.js$/.test(path));
    const inWorker = scripts.filter((path) => !path.includes('/index-'));
    const sizes = await Promise.all(inWorker.map(async (path) => gzipSync(await readFile(join(site.folder, path))).length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(160_000);
  });
});

describe('slider', () => {
  it.each([
    ['wasm', 1_000, 'of real size', './'],
    ['webgl', 22, 'of real size', './'],
    // In software; the layers are the same, and each move passes through all of them.
    ['webgl', 132, 'with few channels', LEAN],
  ] as const)(
    'keeps tensors and shader programs of %s flat over %i moves, models %s',
    async (backend, moves, _, baseUrl) => {
      const { page } = await (baseUrl === LEAN ? open(backend, LEAN) : warm[backend]());
      const [before, after] = await page.evaluate(async (count) => {
        const { client, picture } = enginePage;
        const sizes = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 'inf'] as const;
        await client.encode(picture(1), { grid: 16, codebook: 64 }, 'en');
        const start = await client.memory();
        for (let i = 0; i < count; i++) await client.regenerate({ grid: 16, codebook: sizes[i % sizes.length] ?? 'inf' });
        return [start, await client.memory()];
      }, moves);
      expect(after).toEqual(before);
      expect(before.programs > 0).toBe(backend === 'webgl');
    },
    SOFTWARE_WEBGL_MS,
  );

  it('drops all but the first and the last of a burst', async () => {
    const { page } = await open('wasm');
    const answers = await page.evaluate(async () => {
      const { client, picture } = enginePage;
      await client.encode(picture(1), { grid: 16, codebook: 64 }, 'en');
      const moves = Array.from({ length: 500 }, (_, i) => client.regenerate({ grid: 16, codebook: i % 2 ? 1024 : 2 }));
      return (await Promise.all(moves)).map((answer) => (answer === 'superseded' ? answer : answer.codebook));
    });
    expect(answers.filter((answer) => answer !== 'superseded')).toEqual([2, 1024]);
    expect(answers.at(0)).toBe(2);
    expect(answers.at(-1)).toBe(1024);
  });

  it('has the other grid ready after a quiet while', async () => {
    const { page, requests } = await open('wasm');
    await page.evaluate(() => enginePage.client.encode(enginePage.picture(1), { grid: 16, codebook: 64 }, 'en'));
    await expect
      .poll(() => requests.some((request) => request.url().endsWith('vqvae-8/weights.bin')), { timeout: 20_000 })
      .toBe(true);
    const [before, tokens, after] = await page.evaluate(async () => {
      const { client } = enginePage;
      // Waits for what is under way.
      const { numTensors } = await client.memory();
      const result = await client.regenerate({ grid: 8, codebook: 16 });
      return [numTensors, result === 'superseded' ? result : result.tokens.length, (await client.memory()).numTensors];
    });
    expect(tokens).toBe(64);
    // Its weights were there.
    expect(after).toBe(before);
  });
});

describe('backends', () => {
  it.each(['wasm', 'webgl', 'cpu'] as const)(
    'have what every operation needs, on %s',
    async (backend) => {
      const { page } = await warm[backend]();
      const answered = await page.evaluate(async () => {
        const { operations } = enginePage;
        await operations.encode();
        const answers: [string, boolean][] = [];
        for (const [name, call] of Object.entries(operations)) answers.push([name, (await call()) !== 'superseded']);
        return answers;
      });
      expect(answered.filter(([, isAnswered]) => !isAnswered)).toEqual([]);
    },
    SOFTWARE_WEBGL_MS,
  );

  it(
    'agree on embedding, tokens and picture',
    async () => {
      const encodings = [];
      for (const backend of ['wasm', 'webgl', 'cpu'] as const) {
        const { page } = await warm[backend]();
        encodings.push(
          await page.evaluate(async () => {
            const encoding = await enginePage.client.encode(enginePage.picture(7), { grid: 16, codebook: 1024 }, 'zh');
            if (encoding === 'superseded') throw new Error('nothing came after it');
            const { understanding, generation } = encoding;
            return {
              embedding: [...understanding.embedding],
              tokens: [...generation.tokens],
              reconstruction: [...generation.reconstruction],
              captions: understanding.captions.map(({ text }) => text),
            };
          }),
        );
      }
      const [first, ...others] = encodings;
      for (const other of others) {
        const cosine = other.embedding.reduce((sum, value, i) => sum + value * (first?.embedding[i] ?? 0), 0);
        expect(cosine).toBeGreaterThan(0.9999);
        const equal = other.tokens.filter((token, i) => token === first?.tokens[i]).length;
        expect(equal / other.tokens.length).toBeGreaterThanOrEqual(0.99);
        const meanDifference =
          other.reconstruction.reduce((sum, value, i) => sum + Math.abs(value - (first?.reconstruction[i] ?? 0)), 0) /
          other.reconstruction.length;
        expect(meanDifference).toBeLessThan(1);
        expect(other.captions).toEqual(first?.captions);
      }
    },
    SOFTWARE_WEBGL_MS,
  );
});
