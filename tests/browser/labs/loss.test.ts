/** Which loss? Similarities that the model gave, and what either loss does to them as the sliders move. */
import { readFileSync } from 'node:fs';
import { buffer, text } from 'node:stream/consumers';
import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { lastingPage } from '../harness/lasting-page';
import { dropFile } from './drop-file';
import { openLab } from './open-lab';
import { takePngInTheDark } from './taken-png';

const TITLE = 'Which loss?';
const SIMILARITY = 'Similarity';
const SOFTMAX = 'What softmax pulls and pushes';
const SIGMOID = 'What sigmoid pulls and pushes';

/** The numbers of a matrix, row by row, once they are there. */
async function numbers(lab: Locator, name: string): Promise<number[]> {
  const grid = lab.getByRole('grid', { name, exact: true });
  await grid.waitFor({ timeout: 60_000 });
  const texts = await grid.getByRole('gridcell').allInnerTexts();
  return texts.map((text) => Number(text.replace('−', '-')));
}

/** The loss as it stands over a matrix. */
const loss = (lab: Locator, name: string) => lab.locator('figure', { hasText: name }).locator('figcaption span').innerText();

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const shared = lastingPage((options) =>
  openLab('loss', TITLE, { ...options, query: 'temperature=0.05&bias=-6&positives=concept&batch=3-8' }),
);

test('temperature moves both losses, bias the sigmoid alone; the address restores both, and reset clears it', async () => {
  const { lab, page, parameters } = await shared();
  const [temperature, bias] = [lab.getByRole('slider', { name: 'Temperature' }), lab.getByRole('slider', { name: /^Bias/ })];
  await numbers(lab, SIGMOID);
  expect(await temperature.getAttribute('aria-valuetext')).toBe('0.050');
  expect(await bias.getAttribute('aria-valuetext')).toBe('−6.00');
  await lab.getByRole('radio', { name: 'Same concept', checked: true }).waitFor();

  const opened = { softmax: await loss(lab, SOFTMAX), sigmoid: await loss(lab, SIGMOID) };
  await bias.focus();
  await page.keyboard.press('End');
  await expect.poll(() => loss(lab, SIGMOID)).not.toBe(opened.sigmoid);
  expect(await loss(lab, SOFTMAX)).toBe(opened.softmax);
  await temperature.focus();
  await page.keyboard.press('End');
  await expect.poll(() => loss(lab, SOFTMAX)).not.toBe(opened.softmax);
  await expect.poll(parameters).toEqual({ temperature: '1', bias: '2', positives: 'concept', batch: '3-8' });

  await lab.getByRole('button', { name: 'Reshuffle' }).click();
  await expect.poll(parameters).toMatchObject({ batch: '4-8' });
  await lab.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(parameters).toEqual({});
  expect(await temperature.getAttribute('aria-valuetext')).toBe('0.100');
});

test('the tables hold what the readout charts: shares that add up by row and by column, and a probability a cell', async () => {
  const { lab } = await shared();
  await numbers(lab, SIGMOID);
  await lab.getByText('All numbers as tables', { exact: true }).click();
  const table = async (name: string): Promise<number[]> => {
    const cells = await lab.getByRole('table', { name, exact: true }).getByRole('cell').allInnerTexts();
    expect(cells, name).toHaveLength(64);
    return cells.map((text) => Number(text.replace('−', '-')));
  };
  await lab.locator('.loss-tables').getByRole('table').last().waitFor();
  expect(await lab.locator('.loss-tables').getByRole('table').count()).toBe(6);
  const rowShares = await table('Softmax: share of each cell in its row');
  const columnShares = await table('Softmax: share of each cell in its column');
  const probabilities = await table('Sigmoid: probability of a match, cell by cell');
  for (let line = 0; line < 8; line++) {
    const inLine = (values: number[], isIn: (cell: number) => boolean) => 8 * mean(values.filter((_, cell) => isIn(cell)));
    expect(inLine(rowShares, (cell) => Math.floor(cell / 8) === line)).toBeCloseTo(1, 1);
    expect(inLine(columnShares, (cell) => cell % 8 === line)).toBeCloseTo(1, 1);
  }

  const cells = lab.getByRole('grid', { name: SIMILARITY, exact: true }).getByRole('gridcell');
  const figure = async (term: string) => {
    const line = lab.locator('.loss-figures > div').filter({ hasText: term });
    return Number((await line.locator('dd').innerText()).replace('−', '-'));
  };
  // One beside the diagonal and one on it.
  for (const cell of [10, 18]) {
    await cells.nth(cell).click();
    await lab.getByText(`Row ${Math.floor(cell / 8) + 1}, column ${(cell % 8) + 1}`, { exact: true }).waitFor();
    expect(await figure('Softmax: share of its row')).toBe(rowShares[cell]);
    expect(await figure('Softmax: share of its column')).toBe(columnShares[cell]);
    expect(await figure('Sigmoid: probability of a match')).toBe(probabilities[cell]);
  }
});

test('pictures are more like their own captions than like others, and a false negative is pushed until it counts as a pair', async () => {
  const { lab } = await shared();
  await lab.getByRole('button', { name: 'Reset' }).click();
  const similar = await numbers(lab, SIMILARITY);
  const isOwn = (cell: number) => cell % 9 === 0 || cell === 1 || cell === 8;
  const [own, other] = [true, false].map((wanted) => similar.filter((_, cell) => isOwn(cell) === wanted));
  expect(mean(own as number[])).toBeGreaterThan(mean(other as number[]));

  for (const name of [SOFTMAX, SIGMOID]) {
    const forces = await numbers(lab, name);
    for (const diagonal of [0, 9, 18, 27, 36, 45, 54, 63]) expect(forces[diagonal]).toBeLessThan(0);
    expect(forces[1]).toBeGreaterThan(0);
  }
  await lab.getByText('false negatives', { exact: false }).waitFor();
  await lab.getByRole('radio', { name: 'Same concept' }).click();
  await lab.getByText('push has become pull', { exact: false }).waitFor();
  expect((await numbers(lab, SIGMOID))[1]).toBeLessThan(0);
});

test('the shared picture leads the batch; a pair changed by hand goes into the address, and into the file', async () => {
  const { lab, page, parameters } = await openLab('loss', TITLE, { query: 'sample=1F355.twemoji&batch=2-12' });
  const cell = lab.getByRole('grid', { name: SIMILARITY, exact: true }).getByRole('gridcell');
  await expect.poll(() => cell.count(), { timeout: 60_000 }).toBe(144);
  await expect
    .poll(() => cell.first().getAttribute('aria-label'), { timeout: 60_000 })
    .toMatch(/^pizza, by Twemoji against pizza: /);

  await cell.first().click();
  await lab.getByRole('group', { name: 'Change pair 1' }).getByLabel('Artist').selectOption({ label: 'Noto Emoji' });
  await expect.poll(() => cell.first().getAttribute('aria-label'), { timeout: 60_000 }).toMatch(/^pizza, by Noto Emoji against/);
  await expect.poll(() => parameters().batch).toMatch(/^1F355\.noto_1F355\./);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    lab.getByRole('button', { name: 'Download JSON' }).click(),
  ]);
  const file = JSON.parse(await text(await download.createReadStream())) as { cosines: number[][]; pairs: { concept: string }[] };
  expect(file.pairs).toHaveLength(12);
  const shown = await numbers(lab, SIMILARITY);
  file.cosines.flat().forEach((cosine, i) => {
    expect(Math.abs(cosine - (shown[i] as number))).toBeLessThan(0.0051);
  });
  const png = await takePngInTheDark(page, lab.getByRole('button', { name: 'Download PNG' }));
  expect(png.isWhite).toBe(true);
  const side = 12 * 44;
  expect(png.width).toBe(2 * 32 + 196 + 3 * side + 2 * 28);
  for (let matrix = 0; matrix < 3; matrix++)
    expect(png.darkIn(32 + 196 + matrix * (side + 28), 92, 60, 16), 'name of the matrix').toBeGreaterThan(0.02);
  expect(png.darkIn(32, png.height - 32 - 3 * 22, 200, 3 * 22), 'what the colours stand for').toBeGreaterThan(0.01);
});

test('the reader’s own picture leads the batch with a caption that can be written; the address says nothing of it, the files name it', async () => {
  const { lab, page, parameters, requests } = await openLab('loss', TITLE, { query: 'batch=2-8' });
  await numbers(lab, SIGMOID);
  const before = requests.length;
  const photo = await sharp(readFileSync('docs/compare.png')).resize(96, 96).png().toBuffer();
  await dropFile(page, 'holiday, red.png', photo);
  const cell = lab.getByRole('grid', { name: SIMILARITY, exact: true }).getByRole('gridcell');
  const spoken = (place: number) => cell.nth(place).getAttribute('aria-label');
  await expect.poll(() => spoken(0), { timeout: 60_000 }).toMatch(/^holiday, red\.png against .+: /);
  expect(await cell.count()).toBe(64);

  // At first the caption is the one of the gallery's that the model finds nearest.
  const field = lab.getByRole('textbox', { name: /^Caption of your picture/ });
  const chosen = await field.inputValue();
  expect(await spoken(0)).toContain(`against ${chosen}: `);
  await lab.getByText(/^Chosen by the model/).waitFor();

  await field.fill('a red cat xyzzy');
  await field.press('Enter');
  await expect.poll(() => spoken(0), { timeout: 60_000 }).toMatch(/^holiday, red\.png against a red cat xyzzy: /);
  await lab.getByText('Unknown words take no part: xyzzy.').waitFor();
  const shown = await numbers(lab, SIMILARITY);
  expect(new Set(shown.slice(0, 8)).size).toBeGreaterThan(1);

  await field.fill('xyzzy');
  await field.press('Enter');
  await lab.getByText(`Its own choice stands, “${chosen}”`, { exact: false }).waitFor({ timeout: 60_000 });
  await field.fill('a red cat');
  await field.press('Enter');
  await expect.poll(() => spoken(0), { timeout: 60_000 }).toMatch(/against a red cat: /);

  // Another pair can be changed; the address names those that have a name.
  await cell.nth(9).click();
  await lab.getByRole('group', { name: 'Change pair 2' }).getByLabel('Concept').selectOption({ label: 'pizza' });
  await expect.poll(() => spoken(8), { timeout: 60_000 }).toMatch(/^pizza, by .+ against a red cat: /);
  await expect.poll(() => parameters().batch).toMatch(/^1F355\./);
  expect(Object.keys(parameters())).toEqual(['batch']);
  expect(decodeURIComponent(page.url())).not.toMatch(/holiday|red cat/);

  const saved = async (button: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), lab.getByRole('button', { name: button }).click()]);
    return { name: download.suggestedFilename(), bytes: await buffer(await download.createReadStream()) };
  };
  const json = await saved('Download JSON');
  expect(json.name).toMatch(/^loss-holiday.* red-own\.json$/);
  const { pairs } = JSON.parse(json.bytes.toString()) as { pairs: unknown[] };
  expect(pairs[0]).toEqual({ picture: 'holiday, red.png', caption: 'a red cat' });
  expect(pairs[1]).toMatchObject({ concept: '1F355', caption: 'pizza' });
  const [, line] = (await saved('Download CSV')).bytes.toString().split('\n');
  expect(line).toMatch(/^"holiday, red\.png",,"a red cat",1,/);
  expect((await saved('Download PNG')).bytes.subarray(1, 4).toString()).toBe('PNG');

  await lab.getByRole('button', { name: 'Let the model choose' }).click();
  await expect.poll(() => field.inputValue(), { timeout: 60_000 }).toBe(chosen);
  expect(requests.slice(before).every((request) => request.method() === 'GET')).toBe(true);
});
