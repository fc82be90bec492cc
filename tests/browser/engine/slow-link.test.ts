/** The engine in Chromium on a link that is slow and not dead: it starts, however long its files take, and asks for each once. */

import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, pageHandler, type StaticServer } from '../../../scripts/page/static-server';
import { openPage } from '../harness/open-page';
import { type EngineSite, serveEngineSite } from './engine-site';

/** Longer than a backend may take to answer. */
const BINARY_MS = 17_000;
/** In pieces; how long they may take in all, the unit tests try. */
const WEIGHTS_MS = 4_000;
const PIECES = 16;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The site as it comes over a slow link, from a server that says nothing about caching. */
async function serveSlowly(folder: string): Promise<StaticServer & { readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const serveFile = pageHandler(folder);

  async function dribble(path: string, response: ServerResponse): Promise<void> {
    const bytes = await readFile(join(folder, path));
    const size = Math.ceil(bytes.length / PIECES);
    for (let i = 0; i < PIECES; i++) {
      response.write(bytes.subarray(i * size, (i + 1) * size));
      await pause(WEIGHTS_MS / PIECES);
    }
    response.end();
  }

  async function holdBack(path: string, response: ServerResponse): Promise<void> {
    const bytes = await readFile(join(folder, path));
    await pause(BINARY_MS);
    response.writeHead(200, { 'Content-Type': 'application/wasm' }).end(bytes);
  }

  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    if (path.endsWith('vqvae-16/weights.bin')) void dribble(path, response);
    else if (path.endsWith('.wasm')) void holdBack(path, response);
    else serveFile(request, response);
  });
  return { ...(await listen(server, '127.0.0.1', 0)), asked };
}

let site: EngineSite;
beforeAll(async () => {
  site = await serveEngineSite();
});
afterAll(() => site.close());

describe('a slow link', () => {
  it('is waited for: the backend is the best one, its binary and the weights come once', async () => {
    const slow = await serveSlowly(site.folder);
    try {
      const { page } = await openPage('', { pageUrl: slow.url });
      await page.evaluate(() => enginePage.open());
      const { info } = await page.evaluate(() => enginePage.reached('ready'));
      expect(info.attempts.map(({ backend, outcome }) => `${backend} ${outcome}`)).toEqual(['webgl unavailable', 'wasm chosen']);
      expect(await page.evaluate(() => enginePage.statuses.map(({ state }) => state))).toEqual(['starting', 'ready']);
      expect(slow.asked.filter((path) => path.endsWith('.wasm'))).toEqual(['/wasm/tfjs-backend-wasm-simd.wasm']);
      expect(slow.asked.filter((path) => path.endsWith('vqvae-16/weights.bin'))).toHaveLength(1);
    } finally {
      await slow.close();
    }
  });
});

describe('a rung that fails', () => {
  it('by hanging leaves tfjs to the next one', async () => {
    const { page } = await openPage('', {
      pageUrl: site.url,
      beforeLoad: (page) =>
        page.route('**/assets/worker-*.js', async (route) => {
          const response = await route.fetch();
          const { 'content-encoding': _encoding, 'content-length': _length, ...headers } = response.headers();
          const hang = 'WebAssembly.instantiate = WebAssembly.instantiateStreaming = () => new Promise(() => undefined);\n';
          await route.fulfill({ status: 200, headers, body: (await response.text()) + hang });
        }),
    });
    await page.evaluate(() => enginePage.open());
    const { info } = await page.evaluate(() => enginePage.reached('ready'));
    expect(info.backend).toBe('cpu');
    expect(info.attempts[1]).toEqual({ backend: 'wasm', outcome: 'timed-out', detail: 'no answer in 15000 ms' });
  });

  it('because its binary does not come names the file', async () => {
    const { page } = await openPage('', {
      pageUrl: site.url,
      expectProblems: true,
      beforeLoad: (page) => page.route('**/wasm/*', (route) => route.fulfill({ status: 404, body: 'Not found' })),
    });
    await page.evaluate(() => enginePage.open());
    const { info } = await page.evaluate(() => enginePage.reached('ready'));
    expect(info.backend).toBe('cpu');
    const detail = 'wasm/tfjs-backend-wasm-simd.wasm: status 404';
    expect(info.attempts[1]).toEqual({ backend: 'wasm', outcome: 'unavailable', detail });
  });
});
