/** What does a bit buy? Moving over the plane draws the picture anew, dearer points draw it better, and other ways stand beside. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { CODEBOOK_SIZES, GRID_SIZES } from '../../../src/model/types';
import type { E4 } from '../../../src/results/e4';
import { lastingPage } from '../harness/lasting-page';
import { made, serveResult } from './made-result';
import { type OpenLabOptions, openLab } from './open-lab';
import { takePngInTheDark } from './taken-png';

const TITLE = 'What does a bit buy?';

const quality = (psnr: number) => ({ psnr: made(psnr), ssim: made(psnr / 40, 0.01) });
const both = <T>(value: T) => ({ heldOut: value, photos: value });
const file = (fits: number) => ({ fits, quality: quality(19), vqvaePsnr: 23, payloadBits: 500, headerBits: 5000 });
const FOUND: E4['figures'] = {
  points: GRID_SIZES.flatMap((grid) =>
    CODEBOOK_SIZES.map((codebook) => {
      const bits = grid * grid * (codebook === 'inf' ? 256 : Math.log2(codebook));
      const psnr = 10 + Math.log2(bits);
      return {
        grid,
        codebook,
        bits,
        vqvae: {
          ...both(quality(psnr)),
          unseenArtist: quality(psnr - 5),
          usage: codebook === 'inf' ? null : 0.75,
          perplexity: codebook === 'inf' ? null : codebook / 2,
        },
        baselines:
          codebook === 'inf'
            ? null
            : {
                kMeans: { ...both(quality(psnr - 2)), usage: made(1, 0) },
                pca: { ...both(quality(psnr - 3)), components: made(9) },
                thumbnail: { ...both(quality(psnr - 4)), side: 4, bitsPerValue: 3 },
                jpeg: both(file(0.25)),
                webp: both(file(1)),
              },
      };
    }),
  ),
};

const open = (query = '', { isStale = false, beforeLoad, ...options }: OpenLabOptions & { isStale?: boolean } = {}) =>
  openLab('bits', TITLE, {
    query,
    ...options,
    beforeLoad: async (page, context) => {
      await beforeLoad?.(page, context);
      for (const other of ['e2', 'e3', 'e7', 'e8']) await serveResult(page, other, {}, true);
      await serveResult(page, 'e4', FOUND, isStale);
    },
  });

const shared = lastingPage((options) => open('k=2&grid=8', options));

/** Chooses a codebook by its place on the slider, from 0. */
async function choose(lab: Locator, grid: string, place: number): Promise<void> {
  await lab.getByRole('radio', { name: grid }).check({ force: true });
  const slider = lab.getByRole('slider', { name: 'Entries' });
  await slider.press('Home');
  for (let step = 0; step < place; step++) await slider.press('ArrowRight');
}

const figure = async (lab: Locator, name: string): Promise<number> =>
  Number.parseFloat((await lab.locator(`.bits-drawn [data-figure="${name}"]`).innerText()).replace(',', ''));
const drawn = (lab: Locator, name: string) => lab.getByRole('img', { name, exact: true });
const pixels = (image: Locator) => image.evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
/** Resolves when the whole plane and the other ways are known, of which principal components come last. */
const isFull = (lab: Locator) =>
  expect.poll(() => lab.locator('[data-rival="pca"]').innerText(), { timeout: 120_000 }).not.toContain('working…');

const rivalPsnr = async (lab: Locator, rival: string): Promise<number> =>
  Number.parseFloat(await lab.locator(`[data-rival="${rival}"] figcaption span`).first().innerText());

test('more entries draw better and cost more; a denser grid costs four times as much and draws better still', async () => {
  const { lab, page, parameters } = await shared();
  const coarse = drawn(lab, 'Drawn back from a 8×8 grid, 2 entries');
  await coarse.waitFor({ timeout: 60_000 });
  const least = { psnr: await figure(lab, 'psnr'), bits: await figure(lab, 'bits'), picture: await pixels(coarse) };
  expect(least.bits).toBe(64);

  await lab.getByRole('slider', { name: 'Entries' }).focus();
  for (let step = 0; step < 9; step++) await page.keyboard.press('ArrowRight');
  const fine = drawn(lab, 'Drawn back from a 8×8 grid, 1,024 entries');
  await fine.waitFor({ timeout: 60_000 });
  const more = { psnr: await figure(lab, 'psnr'), bits: await figure(lab, 'bits'), picture: await pixels(fine) };
  expect(more.bits).toBe(640);
  expect(more.psnr).toBeGreaterThan(least.psnr + 2);
  expect(more.picture).not.toBe(least.picture);
  await expect.poll(parameters).toMatchObject({ k: '1024', grid: '8' });

  await lab.getByRole('radio', { name: '16×16' }).click();
  await drawn(lab, 'Drawn back from a 16×16 grid, 1,024 entries').waitFor({ timeout: 60_000 });
  expect(await figure(lab, 'bits')).toBe(4 * more.bits);
  expect(await figure(lab, 'psnr')).toBeGreaterThan(more.psnr);
});

/** Drags over a chart from one share of its width to another, along its middle. */
async function drag(page: Page, plot: Locator, from: number, to: number): Promise<void> {
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  if (!box) throw new Error('no chart');
  await page.mouse.move(box.x + from * box.width, box.y + box.height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 10; step++)
    await page.mouse.move(box.x + (from + ((to - from) * step) / 10) * box.width, box.y + box.height / 2);
  await page.mouse.up();
}

test('tokens beat components of whole pictures; dragging over the plane changes the reconstruction, here and in the other labs’ settings', async () => {
  const { lab, page, parameters } = await shared();
  await choose(lab, '16×16', 9);
  await isFull(lab);
  // Components fitted to training pictures, at the price of these tokens.
  expect(await rivalPsnr(lab, 'pca')).toBeGreaterThan(12);
  expect(await rivalPsnr(lab, 'pca')).toBeLessThan((await figure(lab, 'psnr')) - 1);
  const bits = await figure(lab, 'bits');
  const before = await pixels(lab.locator('.bits-drawn canvas'));
  await drag(page, lab.getByRole('img', { name: /^This picture: bits per image against PSNR/ }), 0.85, 0.02);
  await expect.poll(() => figure(lab, 'bits')).toBeLessThan(bits / 4);
  expect(await pixels(lab.locator('.bits-drawn canvas'))).not.toBe(before);
  await expect.poll(async () => parameters().k).not.toBe('1024');
});

test('a thumbnail of the same bits is worse than the tokens, and a JPEG that does not fit says what it takes', async () => {
  const { lab, page } = await shared();
  await choose(lab, '8×8', 3);
  await drawn(lab, 'Drawn back from a 8×8 grid, 16 entries').waitFor({ timeout: 60_000 });
  await isFull(lab);
  expect(await rivalPsnr(lab, 'thumbnail')).toBeLessThan(await figure(lab, 'psnr'));
  expect(await lab.locator('[data-rival="jpeg"]').innerText()).toMatch(/takes [\d,]+ bits at least/);

  await lab.getByRole('slider', { name: 'Entries' }).focus();
  await page.keyboard.press('End');
  await lab.getByText('no price to match without a codebook').first().waitFor();
  await lab.getByText('Without a codebook there are no entries to count.').waitFor();
});

test('dead entries are counted, and samples bring some of them to life', async () => {
  const { lab } = await shared();
  await choose(lab, '8×8', 9);
  await drawn(lab, 'Drawn back from a 8×8 grid, 1,024 entries').waitFor({ timeout: 60_000 });
  const count = async (part: string, name: string) =>
    Number.parseFloat((await lab.locator(`[data-usage="${part}"] [data-figure="${name}"]`).innerText()).replace(',', ''));
  const [used, dead] = [await count('picture', 'used'), await count('picture', 'dead')];
  // 64 cells cannot use more than 64 entries.
  expect(used).toBeLessThanOrEqual(64);
  expect(used + dead).toBe(1024);
  expect(await count('picture', 'perplexity')).toBeLessThanOrEqual(used);
  const name = 'This picture: how often each entry was chosen';
  await lab.getByText(name, { exact: true }).click();
  const table = lab.getByRole('table', { name });
  await table.waitFor();
  const rows = await table.getByRole('row').allInnerTexts();
  const times = rows.slice(1).map((row) => Number(row.split(/\s+/)[1]));
  expect(times.filter((each) => each > 0)).toHaveLength(used);
  expect(times.reduce((sum, each) => sum + each, 0)).toBe(64);
  expect(times).toEqual([...times].sort((a, b) => b - a));
  await lab.getByText('Rows 1 to 128 of 1,024').waitFor();
  await lab.getByRole('button', { name: 'Count over the samples' }).click();
  await expect.poll(() => count('samples', 'used'), { timeout: 60_000 }).toBeGreaterThan(used);
  expect(await lab.locator('[data-usage="set"]').innerText()).toContain('768');
});

const writesNoJpeg = (page: Page) =>
  page.addInitScript(() => {
    const write = OffscreenCanvas.prototype.convertToBlob;
    OffscreenCanvas.prototype.convertToBlob = function (options) {
      return options?.type === 'image/jpeg' ? Promise.reject(new Error('no JPEG')) : write.call(this, options);
    };
  });

test('the evaluation set stands beside with files that do not always fit, and in the table', async () => {
  const { lab, parameters } = await open('k=256&grid=16&measure=ssim&set=photos', { beforeLoad: writesNoJpeg });
  await lab.getByRole('img', { name: /^Evaluation set: Photographs: bits per image against SSIM/ }).waitFor({ timeout: 60_000 });
  await lab.getByRole('radio', { name: 'PSNR' }).click();
  await lab
    .getByText(/At 2,048 bits JPEG fits 25% of the pictures: 19\.0 dB on those, where the tokens give 23\.0 dB\./)
    .waitFor();
  await lab.getByText('As a table').click();
  const row = lab.getByRole('row', { name: /^16×16 256 entries/ });
  expect(await row.innerText()).toContain('21.00 ± 0.50');
  expect(await lab.getByRole('row', { name: /^PCA Photographs/ }).count()).toBeGreaterThan(5);
  await lab.getByRole('button', { name: 'Reset' }).click();
  await lab.getByRole('radio', { name: 'Drawings', checked: true }).waitFor();
  await expect.poll(parameters).toEqual({});
  // A way that fails leaves those after it.
  await isFull(lab);
  expect(await lab.locator('[data-rival="jpeg"]').innerText()).toContain('does not write');
  expect(await rivalPsnr(lab, 'thumbnail')).toBeGreaterThan(10);
});

test('a result of other weights is not shown; what is here can be taken along', async () => {
  const { lab, page } = await open('', { isStale: true });
  await lab.getByText(/measured on other weights/).waitFor({ timeout: 60_000 });
  const png = await takePngInTheDark(page, lab.getByRole('button', { name: 'Download PNG' }));
  expect(png.fileName).toMatch(/^.+-bits-16-128\.png$/);
  expect(png.isWhite).toBe(true);
  const parts = {
    title: png.darkIn(32, 56, 160, 20),
    original: png.darkIn(32, 262, 60, 26),
    figures: png.darkIn(220, 300, 168, 44),
    axis: png.darkIn(32, png.height - 220, 60, 180),
  };
  for (const [part, share] of Object.entries(parts)) expect(share, part).toBeGreaterThan(0.005);
  for (const [button, name] of [
    ['Download CSV', /\.csv$/],
    ['Download JSON', /\.json$/],
  ] as const) {
    const download = page.waitForEvent('download');
    await lab.getByRole('button', { name: button }).click();
    expect((await download).suggestedFilename()).toMatch(name);
  }
});
