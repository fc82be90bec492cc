/** What the engine gets over in Chromium: lost contexts, dead workers, bad weight files. */
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastingPage } from '../harness/lasting-page';
import { openPage } from '../harness/open-page';
import { keepContexts, loseContext } from '../harness/webgl-contexts';
import { type EngineSite, serveEngineSite } from './engine-site';

let site: EngineSite;
beforeAll(async () => {
  site = await serveEngineSite();
});
afterAll(() => site.close());

const openBroken = (beforeLoad?: (page: Page) => Promise<void>) =>
  openPage('', { pageUrl: site.url, expectProblems: true, ...(beforeLoad ? { beforeLoad } : {}) });

/** The engine's worker, the newest if there were several. */
function worker(page: Page) {
  const newest = page.workers().at(-1);
  if (!newest) throw new Error('no worker');
  return newest;
}

/** Encodes a picture and returns what must be the same after a recovery. */
const encode = (page: Page) =>
  page.evaluate(async () => {
    const encoding = await enginePage.client.encode(enginePage.picture(3), { grid: 16, codebook: 64 }, 'en');
    return encoding === 'superseded' ? [] : [...encoding.generation.tokens];
  });

/** Draws the current picture again, without encoding it again. */
const redraw = (page: Page) =>
  page.evaluate(async () => {
    const result = await enginePage.client.regenerate({ grid: 16, codebook: 64 });
    return result === 'superseded' ? [] : [...result.tokens];
  });

const tensors = (page: Page) => page.evaluate(async () => (await enginePage.client.memory()).numTensors);

const states = (page: Page) => page.evaluate(() => enginePage.statuses.map(({ state }) => state));

describe('a lost WebGL context', () => {
  /** On software, compiling takes longer than recovering. */
  const onWebgl = lastingPage(
    async (options) => {
      const opened = await openPage('', { pageUrl: site.url, beforeLoad: keepContexts, ...options });
      await opened.page.evaluate(() => enginePage.open('webgl'));
      return opened;
    },
    { expectProblems: true },
  );

  it('comes back in the same worker, with the picture and without a new download', async () => {
    const { page, requests } = await onWebgl();
    // Measured before idle work adds the other grid.
    const { info } = await page.evaluate(() => enginePage.reached('ready'));
    const numTensors = await tensors(page);
    const tokens = await encode(page);
    const before = { workers: page.workers().length, requests: requests.length };

    await loseContext(worker(page));
    await expect.poll(() => states(page)).toContain('recovering');
    const again = await page.evaluate(() => enginePage.reached('ready'));
    expect(again.info).toMatchObject({ backend: 'webgl', models: info.models });
    expect(await tensors(page)).toBe(numTensors);
    expect(await redraw(page)).toEqual(tokens);
    expect(await states(page)).toEqual(['starting', 'ready', 'recovering', 'ready']);
    expect({ workers: page.workers().length, requests: requests.length }).toEqual(before);
    const cause = await page.evaluate(() => enginePage.statuses.find((status) => status.state === 'recovering'));
    expect(cause).toMatchObject({ cause: { code: 'context-lost', subject: 'webgl' } });
  });

  it('does not fail the request it interrupts', async () => {
    const { page } = await onWebgl();
    const tokens = await encode(page);
    const interrupted = redraw(page);
    await loseContext(worker(page));
    expect(await interrupted).toEqual(tokens);
  });
});

describe('a dead worker', () => {
  it.each([
    ['closes itself', 'self.close()'],
    ['raises outside a request', "setTimeout(() => { throw new Error('provoked'); })"],
  ])('that %s is replaced, and the picture comes back', async (_, end) => {
    const { page } = await openBroken();
    await page.evaluate(() => enginePage.open('wasm'));
    const tokens = await encode(page);
    await worker(page).evaluate(end);
    await expect.poll(() => states(page), { timeout: 10_000 }).toContain('recovering');
    expect(await redraw(page)).toEqual(tokens);
    expect(await states(page)).toEqual(['starting', 'ready', 'recovering', 'ready']);
  });

  it('gives up when its script does not come, and starts when asked once it does', async () => {
    const { page } = await openBroken((page) =>
      page.route('**/assets/worker-*.js', (route) => route.abort()).then(() => undefined),
    );
    await page.evaluate(() => enginePage.open('wasm'));
    const waiting = page.evaluate(() =>
      enginePage.failureOf(enginePage.client.encode(enginePage.picture(3), { grid: 16, codebook: 64 }, 'en')),
    );
    expect(await waiting).toMatchObject({ code: 'worker-crashed' });
    expect((await states(page)).at(-1)).toBe('failed');
    await page.unroute('**/assets/worker-*.js');
    await page.evaluate(() => enginePage.client.retry());
    expect(await encode(page)).toHaveLength(256);
  });
});

describe('weight files', () => {
  const WEIGHTS = '**/vqvae-16/weights.bin';

  async function withBody(route: Route, change: (body: Buffer) => Buffer): Promise<void> {
    const response = await route.fetch();
    const { 'content-encoding': _encoding, 'content-length': _length, ...headers } = response.headers();
    await route.fulfill({ status: 200, headers, body: change(await response.body()) });
  }

  const FAULTS: readonly [string, (route: Route) => Promise<void>][] = [
    ['weights-missing', (route) => route.fulfill({ status: 404, body: 'Not found' })],
    ['weights-truncated', (route) => withBody(route, (body) => body.subarray(0, body.length / 2))],
    [
      'weights-altered',
      (route) => withBody(route, (body) => Buffer.from(body.map((byte, i) => (i === 5_000 ? byte ^ 1 : byte)))),
    ],
  ];

  it.each(FAULTS)('%s stops the start with the file named, and a new try works', async (code, fault) => {
    const { page } = await openBroken((page) => page.route(WEIGHTS, fault).then(() => undefined));
    await page.evaluate(() => enginePage.open('wasm'));
    const { failure } = await page.evaluate(() => enginePage.reached('failed'));
    expect(failure).toMatchObject({ code, subject: 'vqvae-16/weights.bin' });
    await page.unroute(WEIGHTS);
    await page.evaluate(() => enginePage.client.retry());
    expect(await encode(page)).toHaveLength(256);
  });

  it('of the other grid may fail without stopping the engine', async () => {
    const { page } = await openBroken((page) =>
      page.route('**/vqvae-8/weights.bin', (route) => route.abort()).then(() => undefined),
    );
    await page.evaluate(() => enginePage.open('wasm'));
    const tokens = await encode(page);
    const failure = await page.evaluate(() => enginePage.failureOf(enginePage.client.regenerate({ grid: 8, codebook: 64 })));
    expect(failure).toMatchObject({ code: 'weights-missing', subject: 'vqvae-8/weights.bin' });
    expect(await redraw(page)).toEqual(tokens);
    expect(await states(page)).toEqual(['starting', 'ready']);
  });

  it('altered on the way once are fetched again without a word', async () => {
    let faults = 0;
    const { page } = await openBroken((page) =>
      page
        .route(WEIGHTS, (route) => {
          faults++;
          return faults === 1 ? withBody(route, (body) => body.subarray(1)) : route.fallback();
        })
        .then(() => undefined),
    );
    await page.evaluate(() => enginePage.open('wasm'));
    expect(await encode(page)).toHaveLength(256);
    expect(faults).toBe(2);
    expect(await states(page)).toEqual(['starting', 'ready']);
  });
});
