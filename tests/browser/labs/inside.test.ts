/** Inside: the numbers that the open boxes show are those of the model at work, and follow the picture, the place and the codebook. */
import { buffer } from 'node:stream/consumers';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { lastingPage } from '../harness/lasting-page';
import { type OpenedLab, type OpenLabOptions, openLab } from './open-lab';
import { takePngInTheDark } from './taken-png';

const TITLE = 'Inside';
/** A place left of the middle, where drawings are. */
const view = (open: string) => `inside=${open}.103.0.0.0.0.0.0.0.0.0.0`;

/** @param query comes first: of what it names, the defaults behind it are not read */
async function openInside(query: string, options: OpenLabOptions = {}): Promise<OpenedLab> {
  const opened = await openLab('inside', TITLE, {
    query: `${query}&k=64&grid=16`,
    // Whatever has been measured: the numbers here are of one picture.
    beforeLoad: (page) => page.route('**/results/*.json', (route) => route.fulfill({ json: {} })),
    ...options,
  });
  await opened.lab.getByRole('list', { name: 'Understanding: its steps' }).waitFor({ timeout: 60_000 });
  return opened;
}

/** Open are the boxes that the tests look into. */
const shared = lastingPage((options) => openInside(view('patches-features-attention-pool-distances-argmin'), options));

const symbol = (box: Locator, name: string) => box.getByRole('button', { name: new RegExp(`^${name}`) });

/** The number that the legend gives a symbol, as it is written. */
async function written(box: Locator, name: string): Promise<string> {
  const label = (await symbol(box, name).first().getAttribute('aria-label')) ?? '';
  return label.slice(label.lastIndexOf(': ') + 2);
}

const figure = async (box: Locator, name: string): Promise<number> => Number((await written(box, name)).replace('−', '-'));

const box = (lab: Locator, id: string) => lab.locator(`[data-box="${id}"]`);
/** The numbers of a table that is opened by its name, the head of each row among them. */
async function numbersOf(box: Locator, name: RegExp): Promise<{ columns: string[]; rows: number[][] }> {
  const table = box.getByRole('table', { name });
  if ((await table.count()) === 0) await box.locator('summary').filter({ hasText: name }).click();
  await table.waitFor();
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((elements) => elements.map(({ children }) => Array.from(children, (cell) => cell.textContent ?? '')));
  return {
    columns: await table.getByRole('columnheader').allInnerTexts(),
    rows: rows.map((row) => row.map((text) => Number(text.replace('−', '-').replaceAll(',', '')))),
  };
}

const column = (rows: readonly number[][], place: number): number[] => rows.map((row) => row[place] ?? Number.NaN);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
/** How far the second column is from the third. */
const squaredDistance = (rows: readonly number[][]) =>
  total(rows.map(([, one = Number.NaN, other = Number.NaN]) => (one - other) ** 2));

const place = (lab: Locator) => lab.getByRole('grid', { name: 'Choose a place in the picture' });

test('the chosen token is the entry with the smallest distance, and another place has another row', async () => {
  const { lab, page, parameters } = await shared();
  const told = async () => {
    const row = await box(lab, 'distances')
      .getByRole('img', { name: /^Squared distances/ })
      .getAttribute('aria-label');
    const [, nearest, distance] = /Nearest is entry (\d+) at ([\d.]+)/.exec(row ?? '') ?? [];
    return { row, nearest: Number(nearest), distance: Number(distance) };
  };
  const first = await told();
  expect(await figure(box(lab, 'argmin'), 'token')).toBe(first.nearest);
  expect(await figure(box(lab, 'distances'), 'squared distance')).toBeCloseTo(first.distance, 2);
  const chosen = box(lab, 'argmin').getByRole('gridcell', { selected: true });
  expect(await chosen.getAttribute('aria-label')).toBe(`Row 7, column 8, token ${first.nearest}`);

  await place(lab).getByRole('gridcell', { selected: true }).focus();
  await page.keyboard.press('Home');
  await box(lab, 'argmin')
    .getByRole('gridcell', { name: /^Row 7, column 1,/, selected: true })
    .waitFor();
  await expect.poll(async () => (await told()).row).not.toBe(first.row);
  const edge = await told();
  expect(await figure(box(lab, 'argmin'), 'token')).toBe(edge.nearest);
  await expect.poll(() => parameters().inside).toMatch(/-distances-argmin\.96\.0/);
});

test('every distance is in the table, nearest first, and both vectors make up the distance of the entry compared', async () => {
  const { lab } = await shared();
  const distances = box(lab, 'distances');
  const told = await distances.getByRole('img', { name: /^Squared distances/ }).getAttribute('aria-label');
  const [nearest, least, most] = /entry (\d+) at ([\d.]+), the farthest at ([\d.]+)/.exec(told ?? '')?.slice(1) ?? [];
  const { rows } = await numbersOf(distances, /^Squared distances to all 64 entries/);
  expect(column(rows, 0).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, k) => k));
  const each = column(rows, 1);
  expect(each).toEqual(each.toSorted((a, b) => a - b));
  expect([rows[0], each.at(-1)]).toEqual([[Number(nearest), Number(least)], Number(most)]);

  const slider = distances.getByRole('slider', { name: /^Entry compared/ });
  for (const [k, distance = Number.NaN] of rows.slice(0, 2)) {
    const both = () => numbersOf(distances, /^Both vectors, \d+ numbers each$/);
    await expect.poll(async () => (await both()).columns).toEqual(['Dimension', 'What the encoder gave, z', `Entry ${k}`]);
    expect(squaredDistance((await both()).rows)).toBeCloseTo(distance, 2);
    await slider.press('ArrowRight');
  }
});

test('a larger codebook brings the nearest entry nearer and the drawing closer to the picture', async () => {
  const { lab, page } = await openInside(`${view('entries-decoder')}&k=4`);
  const psnr = () => figure(box(lab, 'decoder'), 'peak');
  const error = () => figure(box(lab, 'decoder'), 'mean squared error');
  await symbol(box(lab, 'decoder'), 'peak').waitFor();
  // What the bars of the look-up draw, as numbers.
  const read = box(lab, 'entries').getByText(/^The \d+ numbers that the decoder reads here$/);
  await read.click();
  const width = Number(/\d+/.exec(await read.innerText())?.[0]);
  expect(await box(lab, 'entries').getByRole('table').getByRole('cell').count()).toBe(width);
  const both = await numbersOf(box(lab, 'entries'), /^Both vectors, \d+ numbers each$/);
  const lost = /[\d.]+/.exec(
    await box(lab, 'entries')
      .getByText(/^What the exchange loses/)
      .innerText(),
  )?.[0];
  expect(squaredDistance(both.rows)).toBeCloseTo(Number(lost), 2);
  const coarse = { psnr: await psnr(), error: await error() };
  expect(10 * Math.log10(255 ** 2 / coarse.error)).toBeCloseTo(coarse.psnr, 1);
  const slider = lab.getByRole('slider', { name: 'Codebook size' });
  await slider.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(psnr, { timeout: 30_000 }).toBeGreaterThan(coarse.psnr + 1);
  // Once the slider's last step is there; on the way to it the two are read at different steps.
  await expect
    .poll(async () => Math.abs(10 * Math.log10(255 ** 2 / (await error())) - (await psnr())), { timeout: 30_000 })
    .toBeLessThan(0.05);
  await slider.press('End');
  await lab.getByText('No codebook, no choice').waitFor({ timeout: 30_000 });
});

test('attention of each head adds up, and differs from patch to patch and from head to head', async () => {
  const { lab, page } = await shared();
  const maps = box(lab, 'attention').getByRole('img', { name: /^Head \d+, from patch/ });
  const labels = () => maps.evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''));
  const first = await labels();
  expect(first.length).toBeGreaterThan(1);
  expect(new Set(first.map((label) => label.replace(/^Head \d+/, ''))).size).toBeGreaterThan(1);
  const strongest = Number(/weight ([\d.]+)/.exec(first[0] ?? '')?.[1]);
  expect(await figure(box(lab, 'attention'), 'weight')).toBeCloseTo(strongest, 2);
  await place(lab).getByRole('gridcell', { selected: true }).focus();
  await page.keyboard.press('Control+End');
  await expect.poll(async () => (await labels()).join()).not.toBe(first.join());
  await box(lab, 'attention').getByRole('radio', { name: '2', exact: true }).last().focus();
  await page.keyboard.press('Space');
  await expect.poll(() => box(lab, 'pool').getByRole('radio', { name: '2', exact: true }).isChecked()).toBe(true);
});

test('the weights of every head for every patch are in a table, and so is the patch before the block and after', async () => {
  const { lab } = await shared();
  for (const id of ['attention', 'pool']) {
    const { columns, rows } = await numbersOf(box(lab, id), /^Weights of every head for all 64 patches/);
    expect(
      column(rows, 0).toSorted((a, b) => a - b),
      id,
    ).toEqual(Array.from({ length: 64 }, (_, n) => n + 1));
    const maps = await box(lab, id)
      .getByRole('img', { name: /^Head \d+/ })
      .evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''));
    const heads = maps.map((label) => /patch (\d+), weight ([\d.]+)$/.exec(label)?.slice(1).map(Number) ?? []);
    expect(heads.length).toBeGreaterThan(1);
    expect(columns).toEqual([
      'Patch',
      ...heads.map((_, h) => `Head ${h + 1}, weight α`),
      expect.stringMatching(/^Head \d, score s$/),
    ]);
    heads.forEach(([most, weight], h) => {
      const weights = column(rows, h + 1);
      expect(total(weights), `${id}, head ${h + 1}`).toBeCloseTo(1, 2);
      expect(rows.find(([patch]) => patch === most)?.[h + 1], `${id}, head ${h + 1}`).toBeCloseTo(weight ?? Number.NaN, 2);
      expect(Math.max(...weights)).toBeCloseTo(weight ?? Number.NaN, 2);
    });
    // The head whose scores they are: its weights come out of them, and its order is the table's.
    const head = Number(/\d/.exec(columns.at(-1) ?? '')?.[0]);
    const [chosen, scores] = [column(rows, head), column(rows, heads.length + 1)];
    expect(chosen).toEqual(chosen.toSorted((a, b) => b - a));
    const shares = total(scores.map(Math.exp));
    for (const [n, score] of scores.entries()) expect(Math.exp(score) / shares, `${id}, row ${n}`).toBeCloseTo(chosen[n] ?? 0, 2);
  }

  await box(lab, 'patches')
    .getByRole('radio', { name: /^Patch tokens/ })
    .press('Space');
  await box(lab, 'patches')
    .getByRole('radio', { name: /^Patch tokens/, checked: true })
    .waitFor();
  const tokens = (await numbersOf(box(lab, 'patches'), /^All \d+ numbers at this place$/)).rows.flatMap((row) => row.slice(1));
  const block = await numbersOf(box(lab, 'attention'), /^Both vectors, \d+ numbers each$/);
  expect(block.columns).toEqual(['Dimension', 'After the block', 'Before the block']);
  // The first block reads what the patches are.
  expect(column(block.rows, 2)).toEqual(tokens);
  expect(column(block.rows, 1)).not.toEqual(tokens);
});

test('an activation map follows its channel, and the weights of the sum are there to read', async () => {
  const { lab, page } = await shared();
  const map = () => box(lab, 'features').getByRole('img', { name: /^Map of channel/ });
  const before = await map().evaluate((element) => (element as HTMLCanvasElement).toDataURL());
  const value = await written(box(lab, 'features'), 'number on the map');
  expect(await map().getAttribute('aria-label')).toContain(`, ${value} at the place`);
  await box(lab, 'features').getByRole('slider', { name: 'Channel' }).focus();
  await page.keyboard.press('ArrowRight');
  await box(lab, 'features')
    .getByRole('img', { name: /^Map of channel 2,/ })
    .waitFor();
  expect(await map().evaluate((element) => (element as HTMLCanvasElement).toDataURL())).not.toBe(before);
  await box(lab, 'features')
    .getByText(/^The largest of \d+ products/)
    .click();
  await box(lab, 'features').getByRole('columnheader', { name: 'Weight w' }).waitFor();
});

test('what is shown can be taken along', async () => {
  const { lab, page } = await shared();
  const taken = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), lab.getByRole('button', { name }).press('Enter')]);
    return buffer(await download.createReadStream());
  };
  const png = await takePngInTheDark(page, lab.getByRole('button', { name: 'Download PNG' }));
  expect(png.isWhite).toBe(true);
  // Six steps of generation, each with its name and its tile; five of understanding.
  for (const [row, steps] of [
    [142, 5],
    [428, 6],
  ] as const)
    for (let step = 0; step < 6; step++) {
      const name = png.darkIn(32 + step * 196, row, 60, 14);
      if (step < steps) expect(name, `step ${step + 1}`).toBeGreaterThan(0.02);
      else expect(name).toBe(0);
    }
  const lines = (await taken('Download CSV')).toString().trim().split('\n');
  expect(lines).toHaveLength(65);
  const rows = lines.slice(1).map((line) => line.split(',').map(Number));
  const chosen = rows.find((row) => row[2] === 1);
  expect(chosen?.[1]).toBe(Math.min(...rows.map((row) => row[1] ?? Number.NaN)));
  const { understanding, generation } = JSON.parse((await taken('Download JSON')).toString());
  expect(generation.token).toBe(chosen?.[0]);
  expect(Math.hypot(...understanding.embedding)).toBeCloseTo(1, 4);
  for (const weights of understanding.pool.attention)
    expect(weights.reduce((sum: number, w: number) => sum + w, 0)).toBeCloseTo(1, 4);
});

test('boxes open and close by keyboard, a symbol and its thing light up together, and reset closes all', async () => {
  const { lab, page, parameters } = await shared();
  await lab.getByRole('button', { name: 'Reset' }).press('Enter');
  const vector = lab.getByRole('button', { name: /^Vector/ });
  await expect.poll(() => vector.getAttribute('aria-expanded')).toBe('false');
  await vector.focus();
  await page.keyboard.press('Enter');
  const length = symbol(box(lab, 'vector'), 'length of the projection');
  await length.focus();
  await box(lab, 'vector').locator('figure[data-symbol-lit]').waitFor();
  await box(lab, 'vector').locator('.katex [data-symbol="vector-norm"][data-symbol-lit]').first().waitFor();
  await page.keyboard.press('Space');
  await vector.focus();
  await box(lab, 'vector').locator('figure[data-pinned]').waitFor();
  await expect.poll(() => parameters().inside).toMatch(/^vector\./);
  await lab.getByRole('button', { name: 'Reset' }).press('Enter');
  await expect.poll(() => vector.getAttribute('aria-expanded')).toBe('false');
  await expect.poll(() => parameters().inside).toBeUndefined();
});

test('a failure is the lab’s own: it is told there, can be tried again, and the page stands', async () => {
  const { lab, page } = await openLab('inside', TITLE, {
    query: `grid=16&${view('argmin')}`,
    expectProblems: true,
    beforeLoad: (opened) => opened.route('**/models/vqvae-8/**', (route) => route.abort()),
  });
  await box(lab, 'argmin').getByRole('grid').waitFor({ timeout: 60_000 });
  await lab.getByRole('radio', { name: '8×8' }).press('Space');
  await lab.getByRole('alert').filter({ hasText: 'What happens inside could not be computed.' }).waitFor({ timeout: 60_000 });
  await page.unroute('**/models/vqvae-8/**');
  await lab.getByRole('alert').getByRole('button', { name: 'Try again' }).press('Enter');
  await box(lab, 'argmin').getByRole('grid', { name: 'Token grid, 8×8' }).waitFor({ timeout: 60_000 });
});
