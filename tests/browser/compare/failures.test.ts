/** When something cannot be fetched: a sentence, the last good picture, and a way on. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage, waitForMark } from '../harness/open-page';
import { keepContexts, loseContext } from '../harness/webgl-contexts';
import { openView, viewOf } from './view';

/** Has every request for a path end in 404 until the returned function is called. */
async function lose(page: Page, path: string): Promise<() => Promise<void>> {
  const matches = (url: URL) => url.pathname.endsWith(path);
  await page.context().route(matches, (route) => route.fulfill({ status: 404 }));
  return () => page.context().unroute(matches);
}

test('weights that are missing on opening are named, and trying again brings the page to life', async () => {
  let bringBack = async () => {};
  const { page } = await openPage('', {
    expectProblems: true,
    beforeLoad: async (opened) => {
      bringBack = await lose(opened, 'models/contrastive/manifest.json');
    },
  });
  const alert = page.getByRole('alert');
  await alert.waitFor({ timeout: 60_000 });
  expect(await alert.innerText()).toMatch(/The model weights “.*contrastive.*” could not be fetched/);
  expect(await alert.count()).toBe(1);
  expect(await page.getByRole('status', { name: 'Engine' }).innerText()).toContain('not running');
  await bringBack();
  await page.getByRole('button', { name: 'Try again' }).click();
  await waitForMark(page, 'first-encoding');
  expect(await alert.count()).toBe(0);
  expect(await page.getByRole('list', { name: 'Captions' }).getByRole('listitem').count()).toBeGreaterThan(0);
});

test('weights of the other grid that arrive altered are named; the picture stays, and trying again brings them', async () => {
  const isOther = (url: URL) => url.pathname.endsWith('models/vqvae-8/weights.bin');
  const view = await openView('?lang=en&backend=wasm', {
    expectProblems: true,
    beforeLoad: (opened) =>
      opened.context().route(isOther, async (route) => {
        const response = await route.fetch();
        const { 'content-encoding': _encoding, 'content-length': _length, ...headers } = response.headers();
        const body = Buffer.from((await response.body()).map((byte, i) => (i === 5_000 ? byte ^ 1 : byte)));
        await route.fulfill({ status: 200, headers, body });
      }),
  });
  const { page, pixels, afterEncoding } = view;
  const before = await pixels('Reconstruction');
  await page.getByRole('radio', { name: '8×8' }).click();
  const alert = page.getByRole('alert');
  await alert.waitFor({ timeout: 60_000 });
  expect(await alert.innerText()).toContain('vqvae-8/weights.bin');
  expect(await pixels('Reconstruction')).toBe(before);
  await page.context().unroute(isOther);
  await afterEncoding(() => page.getByRole('button', { name: 'Try again' }).click());
  expect(await alert.count()).toBe(0);
  expect(await pixels('Reconstruction')).not.toBe(before);
});

test('a sample that cannot be fetched leaves the picture shown, and can be tried again', async () => {
  const view = await openView('', { expectProblems: true });
  const { page, pixels, figures, afterEncoding } = view;
  const before = { picture: await pixels('Input image'), figures: await figures() };
  const bringBack = await lose(page, 'samples/1F355.bin');
  await page.getByRole('radio', { name: 'pizza' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).toContain('samples/1F355.bin');
  expect({ picture: await pixels('Input image'), figures: await figures() }).toEqual(before);
  await bringBack();
  await afterEncoding(() => page.getByRole('button', { name: 'Try again' }).click());
  await page.getByText(/^pizza, by/).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('with the samples’ list missing, an own image is still encoded', async () => {
  const { page } = await openPage('', {
    expectProblems: true,
    beforeLoad: async (opened) => {
      await lose(opened, 'samples/samples.json');
    },
  });
  await page.getByRole('alert').waitFor({ timeout: 60_000 });
  expect(await page.getByRole('alert').innerText()).toContain('samples/samples.json');
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><circle cx="32" cy="32" r="20" fill="teal"/></svg>',
  );
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Upload image' }).click(),
  ]);
  await chooser.setFiles({ name: 'disc.svg', mimeType: 'image/svg+xml', buffer: svg });
  await waitForMark(page, 'first-encoding');
  expect((await viewOf(page).figures()).PSNR).toMatch(/dB$/);
});

test('an engine that dies is replaced; the picture stays, and the slider moves it again', async () => {
  const view = await openView('?lang=en&k=16&backend=wasm', { expectProblems: true });
  const { page, pixels, figures, afterEncoding, slider } = view;
  const before = { picture: await pixels('Reconstruction'), figures: await figures() };
  const [engine] = page.workers();
  await engine?.evaluate(() => close());
  const notices = page.getByRole('status', { name: 'Notices' });
  await expect.poll(() => notices.innerText(), { timeout: 60_000 }).toContain('recovered by itself');
  expect(await notices.innerText()).toContain('stopped unexpectedly');
  expect({ picture: await pixels('Reconstruction'), figures: await figures() }).toEqual(before);
  await slider.focus();
  await afterEncoding(() => slider.press('ArrowRight'));
  expect(await pixels('Reconstruction')).not.toBe(before.picture);
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('a WebGL context that is taken away comes back; the reader is told, the picture stays, and the slider moves it again', async () => {
  const view = await openView('?lang=en&k=16&backend=webgl', { expectProblems: true, beforeLoad: keepContexts });
  const { page, pixels, figures, afterEncoding, slider } = view;
  const before = { picture: await pixels('Reconstruction'), figures: await figures() };
  const [engine] = page.workers();
  if (!engine) throw new Error('no worker');
  await loseContext(engine);
  const notices = page.getByRole('status', { name: 'Notices' });
  await expect.poll(() => notices.innerText(), { timeout: 60_000 }).toContain('recovered by itself');
  expect(await notices.innerText()).toContain('graphics');
  expect(await page.getByRole('status', { name: 'Engine' }).innerText()).toContain('WebGL');
  expect({ picture: await pixels('Reconstruction'), figures: await figures() }).toEqual(before);
  await slider.focus();
  await afterEncoding(() => slider.press('ArrowRight'));
  expect(await pixels('Reconstruction')).not.toBe(before.picture);
  expect(await page.getByRole('alert').count()).toBe(0);
});

const BINARY = /\/wasm\/.*\.wasm$/;
const LAST_BACKEND = /\/assets\/cpu-[^/]*\.js$/;

test('where nothing can compute, the page says so, and trying again brings it to life', async () => {
  const { page, context } = await openPage('en/', {
    expectProblems: true,
    beforeLoad: async (_, opened) => {
      await opened.route(BINARY, (route) => route.abort());
      // It comes, and can do nothing.
      await opened.route(LAST_BACKEND, (route) => route.fulfill({ contentType: 'text/javascript', body: 'export {};' }));
    },
  });
  const alert = page.getByRole('alert');
  await alert.waitFor({ timeout: 60_000 });
  expect(await alert.innerText()).toMatch(/^Neither WebGL nor WebAssembly nor plain JavaScript/);
  await context.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await waitForMark(page, 'first-encoding');
  expect(await alert.count()).toBe(0);
});

test('where the code of the last backend does not come, that is what is said, once trying by itself has not helped', async () => {
  const { page, context } = await openPage('en/', {
    expectProblems: true,
    beforeLoad: async (_, opened) => {
      await opened.route(BINARY, (route) => route.abort());
      await opened.route(LAST_BACKEND, (route) => route.abort());
    },
  });
  const retry = page.getByRole('button', { name: 'Try again' });
  await retry.waitFor({ timeout: 60_000 });
  const alert = page.getByRole('alert');
  expect(await alert.innerText()).toMatch(/^A part of this page’s program could not be fetched/);
  await context.unrouteAll();
  await retry.click();
  await waitForMark(page, 'first-encoding');
  expect(await alert.count()).toBe(0);
});
