/** Find it: phrases and pictures put the gallery in order, the maps light up the same drawing, and unknown words are told. */
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { type GalleryMaps, MAP_REPRESENTATIONS } from '../../../src/dataset/maps';
import { lastingPage } from '../harness/lasting-page';
import { serveResult } from './made-result';
import { type OpenLabOptions, openLab } from './open-lab';
import { takePngInTheDark } from './taken-png';

const TITLE = 'Find it';

/** What labs beside it read is of no concern here. */
const open = (query = '', options: OpenLabOptions = {}, title = TITLE) =>
  openLab('find', title, {
    query,
    ...options,
    beforeLoad: async (page, context) => {
      for (const other of ['e2', 'e3', 'e7', 'e8']) await serveResult(page, other, {}, true);
      await options.beforeLoad?.(page, context);
    },
  });

const shared = lastingPage((options) => open('phrase=xyzzy&sample=1F431.twemoji', options));

const column = (lab: Locator, way: string) => lab.getByRole('list', { name: new RegExp(`^${way}`) });
const names = (list: Locator) => list.locator('.find-hit-name').allInnerTexts();
const map = (lab: Locator, way: string) => lab.getByRole('application', { name: new RegExp(`^Map ${way}`) });
const lightsOf = (lab: Locator, way: string) =>
  lab.locator(`[data-map="${way}"] .find-map-lights`).evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

async function ask(lab: Locator, phrase: string): Promise<void> {
  await lab.getByRole('searchbox').fill(phrase);
  await lab.getByRole('searchbox').press('Enter');
}

test('an unknown word gets an honest answer, alone and beside known ones', async () => {
  const { lab } = await shared();
  await lab.getByText(/^Unknown words: xyzzy/).waitFor({ timeout: 60_000 });
  await lab.getByText(/it gives no answer rather than a random one/).waitFor();
  expect(
    await lab
      .getByRole('list')
      .filter({ has: lab.page().locator('.find-hit') })
      .count(),
  ).toBe(0);

  await ask(lab, 'xyzzy dog');
  await column(lab, 'By the embedding').waitFor({ timeout: 60_000 });
  expect(await lab.locator('.find-word[data-unknown]').allInnerTexts()).toEqual(['xyzzy']);
});

test('a phrase finds by meaning, in either language; other columns say that they cannot', async () => {
  const { lab, parameters } = await shared();
  await ask(lab, 'sunflower');
  await lab.getByText('Looking for', { exact: false }).first().waitFor();
  await expect
    .poll(() => names(column(lab, 'By the embedding')), { timeout: 60_000 })
    .toContainEqual(expect.stringMatching(/sunflower/));
  expect(await lab.getByText(/neither tokens nor pixels/).count()).toBe(2);
  expect(parameters().phrase).toBe('sunflower');

  await ask(lab, '向日葵');
  await expect.poll(() => lab.locator('.find-word').allInnerTexts(), { timeout: 60_000 }).toEqual(['向', '日', '葵']);
  await expect
    .poll(() => names(column(lab, 'By the embedding')), { timeout: 60_000 })
    .toContainEqual(expect.stringMatching(/sunflower/));
});

test('a word that no caption has is known by what a dictionary says of it, in the plural too', async () => {
  const { lab } = await shared();
  await ask(lab, 'physicians');
  await expect
    .poll(() => names(column(lab, 'By the embedding')), { timeout: 60_000 })
    .toContainEqual(expect.stringMatching(/health worker/));
  expect(await lab.locator('.find-word[data-unknown]').count()).toBe(0);
});

test('another artist’s drawing of a concept is nearer by the embedding than by tokens; a hit can be asked with in turn', async () => {
  const { lab, page, parameters } = await shared();
  await lab.getByRole('button', { name: 'Look with the page’s picture' }).click();
  await column(lab, 'By tokens').waitFor({ timeout: 60_000 });
  const { codebook } = JSON.parse(readFileSync('public/gallery/codes.json', 'utf8')) as { codebook: number };
  await lab.getByText(`tokens of a 16×16 grid and a codebook of ${codebook}`, { exact: false }).waitFor();
  const place = async (way: string) => {
    const text = await lab.locator(`.find-column[data-way="${way}"] [data-figure="place"]`).innerText();
    return Number(/place ([\d,]+) of/.exec(text)?.[1]?.replace(',', ''));
  };
  expect(await place('embedding')).toBeLessThan(await place('tokens'));

  const [first] = await names(column(lab, 'By pixels'));
  await column(lab, 'By pixels').getByRole('button').first().click();
  await lab.getByText(`Looking for pictures like this drawing of the gallery: ${first}`).waitFor({ timeout: 60_000 });
  expect(parameters().like).toMatch(/^[0-9A-F-]+$/);
  expect(await names(column(lab, 'By pixels'))).not.toContain(first);

  await lab.getByRole('button', { name: 'Look with the page’s picture' }).click();
  await lab.getByText(/^Looking for pictures like this one/).waitFor({ timeout: 60_000 });
  await expect.poll(() => new URL(page.url()).searchParams.has('like')).toBe(false);
});

test('a drawing pointed at on one map lights up on all; arrow keys go on from it, and its likes can be looked for', async () => {
  const { lab, page, parameters } = await shared();
  await map(lab, 'by tokens').waitFor({ timeout: 60_000 });
  const dark = { embedding: await lightsOf(lab, 'embedding'), pixels: await lightsOf(lab, 'pixels') };
  await map(lab, 'by tokens').focus();
  await page.keyboard.press('ArrowRight');
  await lab.locator('.find-lit[data-row]').waitFor();
  expect(await lightsOf(lab, 'embedding')).not.toBe(dark.embedding);
  expect(await lightsOf(lab, 'pixels')).not.toBe(dark.pixels);
  const row = await lab.locator('.find-lit').getAttribute('data-row');
  await expect.poll(async () => parameters().lit).toMatch(/^[0-9A-F-]+\.[a-z0-9-]+$/);
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => lab.locator('.find-lit').getAttribute('data-row')).not.toBe(row);
  await page.keyboard.press('Enter');
  await lab.getByText(/^Looking for pictures like this drawing/).waitFor({ timeout: 60_000 });
});

test('the embedding’s neighbourhoods are purer than the tokens’, and printed', async () => {
  const { lab } = await shared();
  await map(lab, 'by the embedding').waitFor({ timeout: 60_000 });
  const purity = async (way: string) =>
    Number.parseFloat(await lab.locator(`.find-maps [data-way="${way}"] [data-figure="purity"]`).innerText());
  expect(await purity('embedding')).toBeGreaterThan(await purity('tokens'));
  await lab.getByText('As a table').click();
  await lab.getByRole('table', { name: 'Neighbourhood purity' }).waitFor();
});

test('every drawing of the maps is in a table, so many at a time, or those brushed', async () => {
  const { lab, page } = await shared();
  const { points, maps } = JSON.parse(readFileSync('public/gallery/maps.json', 'utf8')) as GalleryMaps;
  const { concepts } = JSON.parse(readFileSync('public/gallery/concepts.json', 'utf8')) as {
    concepts: { label: { en: string } }[];
  };
  await map(lab, 'by the embedding').waitFor({ timeout: 60_000 });
  const all = points.concept.length.toLocaleString('en');
  await lab.getByText(`Coordinates of all ${all} drawings on the three maps`, { exact: false }).click();
  const table = lab.getByRole('table', { name: /^Coordinates of/ });
  await table.waitFor();
  const row = (at: number) => table.getByRole('row').nth(at);
  const numbers = async (at: number) => (await row(at).getByRole('cell').allInnerTexts()).slice(1);
  const placesOf = (point: number) =>
    MAP_REPRESENTATIONS.flatMap((way) => [maps[way].x[point], maps[way].y[point]]).map((place) => place?.toLocaleString('en'));
  expect(await numbers(1)).toEqual(placesOf(0));
  expect(await row(1).getByRole('rowheader').innerText()).toBe(concepts[points.concept[0] ?? -1]?.label.en);
  expect(await table.getByRole('row').count()).toBe(1 + 128);
  await lab.getByRole('button', { name: 'Next', exact: true }).click();
  await lab.getByText(`Rows 129 to 256 of ${all}`).waitFor();
  expect(await numbers(128)).toEqual(placesOf(255));

  await map(lab, 'by tokens').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('b');
  const brushed = (await lab.getByText(/ concepts? brushed$/).innerText()).split(' ')[0];
  await lab.getByText(`Coordinates of the ${brushed} brushed drawings`, { exact: false }).waitFor();
  await page.keyboard.press('Escape');
  await lab.getByText(`Coordinates of all ${all} drawings`, { exact: false }).waitFor();
});

test('a brush on one map holds the same drawings on the others; zoom, brush and light come back by the address', async () => {
  const { lab, page, parameters } = await shared();
  const frame = map(lab, 'by the embedding');
  await frame.waitFor({ timeout: 60_000 });
  await lab.getByRole('radio', { name: 'Brushes' }).click();
  const brushed = lab.getByText(/^[1-9][\d,]* drawings of [\d,]+ concepts brushed$/);
  // What comes near on the way moves the map; then the brush has missed it, and a reader would take it up again.
  const brush = async () => {
    await frame.scrollIntoViewIfNeeded();
    const box = await frame.boundingBox();
    if (!box) throw new Error('no map');
    await page.mouse.move(box.x + 0.3 * box.width, box.y + 0.3 * box.height);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.5 * box.width, box.y + 0.5 * box.height, { steps: 5 });
    await page.mouse.up();
    await page.waitForTimeout(500);
    return brushed.count();
  };
  await expect.poll(brush, { timeout: 30_000 }).toBe(1);
  expect(await lab.getByText(/^Spread of the brushed drawings here/).count()).toBe(3);
  await lab.getByRole('button', { name: 'Zoom in, map by pixels' }).click();
  await expect.poll(async () => parameters().maps).toMatch(/p\.\d+\.\d+\.16~b\.e\./);
  const { maps } = parameters();
  const text = await lab.getByText(/concepts brushed$/).innerText();

  const again = await open(`maps=${maps}`);
  await again.lab.getByText(text).waitFor({ timeout: 60_000 });
  await again.lab.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => again.lab.getByText(/concepts brushed$/).count()).toBe(0);
  await expect.poll(again.parameters).toEqual({});
});

test('what is shown can be taken along', async () => {
  const { lab, page, parameters } = await shared();
  await map(lab, 'by tokens').waitFor({ timeout: 60_000 });
  await column(lab, 'By pixels').getByRole('button').first().click();
  await lab.getByText(/^Looking for pictures like this drawing/).waitFor({ timeout: 60_000 });
  await expect.poll(() => parameters().like).toBeTruthy();
  const { like } = parameters();
  const png = await takePngInTheDark(page, lab.getByRole('button', { name: 'Download PNG' }));
  expect(png.fileName).toBe(`find-${like}-maps.png`);
  expect(png.isWhite).toBe(true);
  // Three maps with their drawings, and below each its purity.
  for (let map = 0; map < 3; map++) {
    expect(png.darkIn(32 + map * 444, 156, 420, 420), 'drawings').toBeGreaterThan(0.002);
    expect(png.darkIn(32 + map * 444, 588, 160, 18), 'purity').toBeGreaterThan(0.01);
  }
  for (const [button, name] of [
    ['Download CSV', `find-${like}.csv`],
    ['Download JSON', `find-${like}.json`],
  ] as const) {
    const download = page.waitForEvent('download');
    await lab.getByRole('button', { name: button }).click();
    expect((await download).suggestedFilename()).toBe(name);
  }
});

test('without the maps the columns still answer; without the gallery the lab says so and the page stands', async () => {
  const without = (file: string) => ({
    expectProblems: true,
    beforeLoad: (page: Parameters<NonNullable<OpenLabOptions['beforeLoad']>>[0]) =>
      page.route(`**/gallery/${file}`, (route) => route.fulfill({ status: 500 })),
  });
  const { lab } = await open('', without('maps.json'));
  await column(lab, 'By tokens').waitFor({ timeout: 60_000 });
  await lab.getByText('The maps could not be fetched.').waitFor();

  const other = await open('', without('concepts.json'));
  await other.lab.getByText('The list of the gallery could not be fetched.').waitFor({ timeout: 60_000 });
  expect(await other.page.getByRole('heading', { level: 1 }).count()).toBe(1);
});
