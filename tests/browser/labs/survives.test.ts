/** What survives a change? The sliders change the picture, both codes follow, and the evaluation set stands beside them. */
import { text } from 'node:stream/consumers';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { CHANGES, type E7 } from '../../../src/results/e7';
import { made, serveResult } from './made-result';
import { type OpenedLab, openLab } from './open-lab';
import { takePng } from './taken-png';

const TITLE = 'What survives a change?';

const figure = async (lab: Locator, name: 'cosine' | 'tokens'): Promise<number> =>
  Number.parseFloat(await lab.locator(`[data-figure="${name}"]`).innerText());

/** Of a figure as the page writes it, with a typographic minus. */
const numberIn = (text: string): number => Number.parseFloat(text.replace('\u2212', '-'));

const slider = (lab: Locator) => lab.getByRole('slider');

/** Resolves when the picture of a strength is the one shown, which the map of its tokens tells. */
const shows = (lab: Locator, tokens: RegExp) => lab.getByRole('img', { name: tokens }).waitFor({ timeout: 30_000 });

/** Over the evaluation set, at one strength of each change. */
function figures(): E7['figures'] {
  const average = (mean: number) => made(mean, 0.01);
  const distance = (cosine: number, tokens: number) => ({
    embedding: average(cosine),
    untrained: average(cosine),
    patches: average(cosine),
    pixels: average(cosine),
    tokens16: average(tokens),
    tokens8: average(tokens),
  });
  return {
    codebook: 512,
    unrelated: { sameArtist: distance(0.125, 0.875), otherArtist: distance(0.125, 0.875) },
    changes: CHANGES.map((change) => ({
      change,
      strength: change === 'redraw' ? ('other-artist' as const) : 8,
      distance: distance(0.625, 0.375),
      wayThere: { embedding: 0, untrained: 0, patches: 0, pixels: 0, tokens16: 0, tokens8: 0 },
    })),
  };
}

/** Opens the lab with a result of this page's weights, or of others. */
const openMeasured = (query: string, isStale = false): Promise<OpenedLab> =>
  openLab('survives', TITLE, { query, beforeLoad: (page) => serveResult(page, 'e7', figures(), isStale) });

test('a shift changes tokens more than the embedding, no shift changes neither, and the address follows', async () => {
  const { lab, page, parameters } = await openMeasured('change=shift&strength=4&k=128&grid=16');
  await shows(lab, /^Token grid after the change, [1-9]\d* of 256 cells changed$/);
  const [cosine, tokens] = [await figure(lab, 'cosine'), await figure(lab, 'tokens')];
  expect(tokens).toBeGreaterThan(0);
  expect(1 - cosine).toBeLessThan(tokens / 100);
  const after = () =>
    lab.getByRole('img', { name: 'Picture after the change' }).evaluate((c) => (c as HTMLCanvasElement).toDataURL());
  const before = await lab
    .getByRole('img', { name: 'Picture before the change' })
    .evaluate((c) => (c as HTMLCanvasElement).toDataURL());
  expect(await after()).not.toBe(before);

  // The vectors as numbers: each difference is that of its row, and together they are as far apart as the cosine says.
  await lab.getByText('Both vectors, 128 numbers each').click();
  const vectors = lab.getByRole('table', { name: 'Both vectors, 128 numbers each' });
  await vectors.waitFor();
  const rows = (await vectors.getByRole('row').allInnerTexts()).slice(1).map((row) => row.split(/\s+/).map(numberIn));
  expect(rows.map(([dimension]) => dimension)).toEqual(Array.from({ length: 128 }, (_, i) => i + 1));
  const inProduct = rows.reduce((sum, [, was = 0, now = 0]) => sum + was * now, 0);
  expect(inProduct).toBeCloseTo(cosine, 1);
  for (const [, was = 0, now = 0, difference = 0] of rows) expect(Math.abs(now - was - difference)).toBeLessThan(0.002);

  await slider(lab).focus();
  await page.keyboard.press('Home');
  await shows(lab, /, 0 of 256 cells changed$/);
  expect(await figure(lab, 'cosine')).toBe(1);
  expect(await figure(lab, 'tokens')).toBe(0);
  expect(await after()).toBe(before);
  const unmoved = (await vectors.getByRole('row').allInnerTexts()).slice(1).map((row) => row.split(/\s+/)[3]);
  expect(new Set(unmoved)).toEqual(new Set(['0.000']));
  await expect.poll(parameters).toMatchObject({ change: 'shift', strength: '0' });

  await page.keyboard.press('ArrowRight');
  await shows(lab, /, [1-9]\d* of 256 cells changed$/);
  expect(await slider(lab).getAttribute('aria-valuetext')).toBe('1 px');
});

test('restored from the address and played to its end, a change is measured at every step; reset takes it back', async () => {
  const { lab, page, parameters } = await openMeasured('change=blur&strength=3&k=64&grid=8');
  await lab.getByRole('radio', { name: 'Blur', exact: true, checked: true }).waitFor();
  expect(await slider(lab).getAttribute('aria-valuetext')).toBe('σ 3 px');
  await lab.locator('[data-figure="tokens"]').waitFor();
  await lab.getByRole('button', { name: /Play/ }).click();
  await expect.poll(() => slider(lab).getAttribute('aria-valuetext'), { timeout: 60_000 }).toBe('σ 4 px');
  await lab.getByText('As a table').click();
  const row = (name: string) => lab.getByRole('row', { name: new RegExp(`^${name.replace('.', '\\.')} `) });
  await row('σ 4 px').waitFor();
  const cells = async (name: string) => (await row(name).getByRole('cell').allInnerTexts()).map(numberIn);
  for (const strength of ['σ 3 px', 'σ 3.25 px', 'σ 3.50 px', 'σ 3.75 px', 'σ 4 px'])
    expect((await cells(strength))[1], strength).toBeGreaterThan(0);
  // Of the unrelated picture less is left than of the blurred one, in the vector at least.
  expect((await cells('unrelated picture'))[0]).toBeLessThan((await cells('σ 4 px'))[0] as number);
  expect(await row('unrelated picture').getByRole('cell').allInnerTexts()).toEqual(
    expect.arrayContaining(['0.125 ± 0.010', '87.5 ± 1.0']),
  );

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    lab.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  const lines = (await text(await download.createReadStream())).trim().split('\n');
  expect(lines.map((line) => line.split(',')[1])).toEqual(['strength', '3', '3.25', '3.5', '3.75', '4', '8', 'unrelated']);

  await page.emulateMedia({ colorScheme: 'dark' });
  const png = await takePng(page, lab.getByRole('button', { name: 'Download PNG' }));
  expect(png.isWhite).toBe(true);
  const written = {
    title: png.darkIn(32, 56, 200, 22),
    settings: png.darkIn(800, 60, 328, 18),
    cosine: png.darkIn(1040, 470, 88, 20),
    legend: png.darkIn(160, 714, 600, 16),
    shares: png.darkIn(32, 780, 34, 270),
    strengths: png.darkIn(76, 1058, 900, 16),
    axis: png.darkIn(400, 1082, 300, 16),
  };
  for (const [part, share] of Object.entries(written)) expect(share, part).toBeGreaterThan(0.005);

  await lab.getByRole('button', { name: 'Reset' }).click();
  await lab.getByRole('radio', { name: 'Shift', exact: true, checked: true }).waitFor();
  await expect.poll(parameters).toEqual({ k: '64', grid: '8' });
});

test('another artist’s drawing keeps more of the vector than an unrelated one; a picture picked here is shown everywhere', async () => {
  const { lab, page, parameters } = await openMeasured('change=redraw&strength=3&sample=1F34E.noto');
  await lab.getByRole('img', { name: /^A line for each artist/ }).waitFor();
  expect(await slider(lab).getAttribute('aria-valuetext')).toBe('Fluent Emoji 3D');
  await lab.getByText('As a table').click();
  const cosine = async (name: RegExp) => numberIn(await lab.getByRole('row', { name }).getByRole('cell').first().innerText());
  expect(await cosine(/^Fluent Emoji 3D/)).toBeGreaterThan(await cosine(/^unrelated picture/));

  await lab.getByRole('radio', { name: 'pizza' }).click({ force: true });
  await expect.poll(parameters).toMatchObject({ sample: '1F355.noto', change: 'redraw' });
  await page
    .locator('#lab-compare')
    .getByText(/^pizza, by Noto Emoji/)
    .waitFor({ state: 'attached' });
});

test('a result of other weights is not shown, and said to be missing from sight', async () => {
  const { lab } = await openMeasured('', true);
  await lab.getByText('was measured on other weights').waitFor();
  expect(await lab.locator('.survival-dot-set').count()).toBe(0);
});
