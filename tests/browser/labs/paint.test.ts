/** Paint with tokens: what is done to a token shows in the picture, mostly there, and can be taken back, shared and shown again. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lastingPage } from '../harness/lasting-page';
import { made, serveResult } from './made-result';
import { type OpenedLab, type OpenLabOptions, openLab } from './open-lab';

const TITLE = 'Paint with tokens';

const spill = (own: number) => ({ own: made(own, 0.1), rings: [own, 1 - own], even: 0.0625 });
const spread = made(0.5, 0.1);
const four = <Value>(value: Value) => ({ embedding: value, untrained: value, histogram16: value, histogram8: value });
const E8 = {
  codebook: 512,
  flips: [16, 8].map((grid) => ({ grid, by: 'any', pixels: spill(0.625) })),
  paints: [],
  shuffles: { tokens: [], patches: spread, cells: four(spread), unrelated: four(spread) },
};

const open = async (query: string, options: OpenLabOptions = {}): Promise<OpenedLab> => {
  const { beforeLoad, ...rest } = options;
  const opened = await openLab('paint', TITLE, {
    query,
    ...rest,
    beforeLoad: async (page, context) => {
      await serveResult(page, 'e8', E8);
      await beforeLoad?.(page, context);
    },
  });
  await picture(opened.lab, 'Decoded').waitFor({ timeout: 60_000 });
  await settled(opened.lab);
  return opened;
};

const coarse = lastingPage((options) => open('k=16&grid=8&sample=1F34E', options));
const finer = lastingPage((options) => open('k=128&grid=8&sample=1F34E', options));

/** A lasting page with nothing done to its tokens. */
async function unpainted(page: () => Promise<OpenedLab>): Promise<OpenedLab> {
  const opened = await page();
  await press(opened.lab, 'Reset');
  await settled(opened.lab);
  return opened;
}

const picture = (lab: Locator, name: string) => lab.getByRole('img', { name, exact: true });

/** Resolves when the picture belongs to the tokens. */
const settled = async (lab: Locator) => {
  await lab.locator('.paint-bench[aria-busy="false"]').waitFor({ timeout: 60_000 });
};

/** RGBA of a picture, row-major. [64·64·4] */
const pixelsOf = (lab: Locator, name: string): Promise<number[]> =>
  picture(lab, name).evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    return [...(canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [])];
  });

/** Share of the squared change of the pixels that lies in one cell. */
function shareIn(before: readonly number[], after: readonly number[], cell: number, grid: number): number {
  const side = 64 / grid;
  let [inside, total] = [0, 0];
  before.forEach((value, i) => {
    const pixel = Math.floor(i / 4);
    const at = Math.floor(Math.floor(pixel / 64) / side) * grid + Math.floor((pixel % 64) / side);
    const energy = (value - (after[i] as number)) ** 2;
    total += energy;
    if (at === cell) inside += energy;
  });
  return inside / total;
}

/** The largest difference of two values at the same place. */
const farthest = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] as number))), 0);

const cell = (lab: Locator, index: number) => lab.locator(`[data-cell="${index}"]`);
const entryIn = async (lab: Locator, index: number) => (await cell(lab, index).innerText()).trim();
const press = (lab: Locator, name: string) => lab.getByRole('button', { name, exact: true }).click();
const figure = async (lab: Locator, key: string): Promise<number> =>
  Number.parseFloat(await lab.locator(`[data-figure="${key}"] dd`).innerText());
const choose = (lab: Locator, tool: string) => lab.getByRole('radio', { name: tool, exact: true }).check({ force: true });
const isChosen = (lab: Locator, tool: string) => lab.getByRole('radio', { name: tool, exact: true }).isChecked();

test('a flipped token changes the picture, for the most part where the token is', async () => {
  const { lab } = await unpainted(finer);
  const before = await pixelsOf(lab, 'Decoded');
  const token = await entryIn(lab, 27);
  await choose(lab, 'Flip');
  await cell(lab, 27).click();
  await settled(lab);
  expect(await entryIn(lab, 27)).not.toBe(token);
  const share = shareIn(before, await pixelsOf(lab, 'Decoded'), 27, 8);
  expect(share).toBeGreaterThan(0.25);
  expect(await figure(lab, 'inside')).toBeCloseTo(100 * share, 0);
  expect(await figure(lab, 'even')).toBeCloseTo(100 / 64, 0);
  await expect.poll(() => lab.innerText()).toContain('62.5%');
});

test('by keyboard: paint, take back, do again; the address restores it, and reset forgets it', async () => {
  const { lab, page, parameters } = await unpainted(coarse);
  const original = await pixelsOf(lab, 'Decoded');
  await lab.getByRole('listbox').focus();
  await page.keyboard.press('End');
  await cell(lab, 0).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await settled(lab);
  expect([await entryIn(lab, 1), await entryIn(lab, 9)]).toEqual(['15', '15']);
  const painted = await pixelsOf(lab, 'Decoded');
  expect(painted).not.toEqual(original);

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await settled(lab);
  expect(await pixelsOf(lab, 'Decoded')).toEqual(original);
  await press(lab, 'Redo');
  await press(lab, 'Redo');
  await settled(lab);
  expect(await pixelsOf(lab, 'Decoded')).toEqual(painted);

  await choose(lab, 'Flip');
  await expect.poll(() => parameters()).toMatchObject({ entry: '15', paint: expect.stringMatching(/^[\w-]+$/), tool: 'flip' });
  const shared = await open(new URLSearchParams(parameters()).toString());
  expect(await pixelsOf(shared.lab, 'Decoded')).toEqual(painted);
  expect(await isChosen(shared.lab, 'Flip')).toBe(true);
  await press(shared.lab, 'Reset');
  await settled(shared.lab);
  expect(await pixelsOf(shared.lab, 'Decoded')).toEqual(original);
  expect(await isChosen(shared.lab, 'Brush')).toBe(true);
  await expect.poll(() => shared.parameters()).not.toHaveProperty('paint');
  expect(shared.parameters()).not.toHaveProperty('tool');
});

test('two images exchange their halves, and exchange them back', async () => {
  const { lab } = await unpainted(finer);
  const both = async () => [await pixelsOf(lab, 'Decoded'), await pixelsOf(lab, 'The other image, decoded')] as const;
  const [own, other] = await both();
  const tokens = await Promise.all([0, 7].map((index) => entryIn(lab, index)));
  await press(lab, 'Swap left halves');
  await settled(lab);
  const [mixed, otherMixed] = await both();
  expect(mixed).not.toEqual(own);
  expect(otherMixed).not.toEqual(other);
  // At the far right both are still themselves; a left pixel has gone over.
  const at = (pixels: readonly number[], x: number, y: number) => pixels.slice((y * 64 + x) * 4, (y * 64 + x) * 4 + 3);
  expect(farthest(at(mixed, 62, 32), at(own, 62, 32))).toBeLessThan(16);
  expect(await entryIn(lab, 7)).toBe(tokens[1]);
  await press(lab, 'Swap left halves');
  await settled(lab);
  expect(await both()).toEqual([own, other]);
  expect(await entryIn(lab, 0)).toBe(tokens[0]);
});

test('a shuffle keeps the tokens and loses the picture', async () => {
  const { lab } = await unpainted(finer);
  const before = await pixelsOf(lab, 'Decoded');
  const counted = async () => (await lab.locator('[data-cell]').allInnerTexts()).map((text) => text.trim()).sort();
  const tokens = await counted();
  await press(lab, 'Shuffle all positions');
  await settled(lab);
  expect(await counted()).toEqual(tokens);
  const after = await pixelsOf(lab, 'Decoded');
  expect(after.filter((value, i) => Math.abs(value - (before[i] as number)) > 8).length).toBeGreaterThan(before.length / 10);
});

/** Drags from the middle of one cell to that of another. */
async function drag(page: Page, lab: Locator, from: number, to: number) {
  const middle = async (index: number) => {
    const box = await cell(lab, index).boundingBox();
    if (!box) throw new Error('no such cell');
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };
  await cell(lab, from).scrollIntoViewIfNeeded();
  await page.mouse.move(...(await middle(from)));
  await page.mouse.down();
  await page.mouse.move(...(await middle(to)), { steps: 3 });
  await page.mouse.up();
}

test('by mouse: a stroke leaves no gaps, and a copied region is laid down elsewhere', async () => {
  const { lab, page, parameters } = await unpainted(coarse);
  await lab.getByRole('listbox').press('Home');
  for (let step = 0; step < 5; step++) await lab.getByRole('listbox').press('ArrowRight');
  await drag(page, lab, 8, 13);
  await settled(lab);
  expect(await Promise.all([8, 9, 10, 11, 12, 13].map((index) => entryIn(lab, index)))).toEqual(Array(6).fill('5'));
  await choose(lab, 'Copy');
  await drag(page, lab, 8, 17);
  expect(await isChosen(lab, 'Paste')).toBe(true);
  expect(parameters().tool).toBe('copy');
  const [second, last] = [await entryIn(lab, 16), await entryIn(lab, 17)];
  await cell(lab, 54).click();
  await settled(lab);
  expect([await entryIn(lab, 54), await entryIn(lab, 55), await entryIn(lab, 62), await entryIn(lab, 63)]).toEqual([
    '5',
    '5',
    second,
    last,
  ]);
});

test('by touch, on a phone, where nothing scrolls sideways', async () => {
  const { lab, page } = await open('k=16&grid=8&sample=1F34E&entry=3', {
    viewport: { width: 320, height: 720 },
    hasTouch: true,
    isMobile: true,
  });
  await cell(lab, 20).scrollIntoViewIfNeeded();
  await cell(lab, 20).tap();
  await settled(lab);
  expect(await entryIn(lab, 20)).toBe('3');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});

test('a move of the vector changes far more of the picture than a token does', async () => {
  const { lab, parameters } = await open('k=128&grid=16&sample=1F34E&partner=1F43A&move=between.0.4');
  await picture(lab, 'After the move').waitFor({ timeout: 60_000 });
  await press(lab, 'Flip the selected token');
  await settled(lab);
  const area = Number.parseFloat(/[\d.]+(?=%)/.exec(await lab.locator('[data-figure="vector-area"]').innerText())?.[0] ?? '');
  expect(area).toBeGreaterThan(await figure(lab, 'area'));
  const before = await pixelsOf(lab, 'After the move');
  await lab.getByRole('slider', { name: 'Share of the way' }).press('End');
  await expect.poll(() => pixelsOf(lab, 'After the move'), { timeout: 30_000 }).not.toEqual(before);
  await expect.poll(parameters).toMatchObject({ move: 'between.1', decoder: 'open' });
  const end = await pixelsOf(lab, 'The other image’s vector');
  // The vector has been brought to unit length once more: a level may round the other way.
  const toEnd = async () => farthest(await pixelsOf(lab, 'After the move'), end);
  await expect.poll(toEnd, { timeout: 30_000 }).toBeLessThanOrEqual(1);
});

test('a move begins with one number of the vector, and says what it was and is', async () => {
  const { lab } = await open('k=16&grid=8&sample=1F34E&decoder=open');
  await picture(lab, 'After the move').waitFor({ timeout: 60_000 });
  await lab.getByRole('slider', { name: 'Amount added' }).waitFor();
  const said = await lab.locator('[data-figure="moved-number"]').innerText();
  const [before = Number.NaN, after = Number.NaN] = [...said.matchAll(/[−-]?\d\.\d{3}/g)].map(([text]) =>
    Number(text.replace('−', '-')),
  );
  // Less than what was added, by as much as the vector was scaled back.
  expect(after - before).toBeGreaterThan(0.15);
  expect(after - before).toBeLessThan(0.21);
  await lab.getByRole('radio', { name: 'Towards the other image' }).check({ force: true });
  await lab.getByRole('slider', { name: 'Share of the way' }).waitFor();
  await expect.poll(() => lab.locator('[data-figure="moved-number"]').count(), { timeout: 30_000 }).toBe(0);
});

test('without the decoder the part beside says so, and the canvas goes on', async () => {
  const { lab, parameters } = await open('k=16&grid=8&sample=1F34E&decoder=open', {
    expectProblems: true,
    beforeLoad: (page) => page.route('**/models/decoder-pooled/**', (route) => route.fulfill({ status: 404 })),
  });
  const alert = lab.getByRole('alert');
  await alert.waitFor();
  await press(lab, 'Reset');
  await alert.waitFor({ state: 'detached' });
  await expect.poll(parameters).not.toHaveProperty('decoder');
  await press(lab, 'Fetch that decoder');
  await alert.waitFor();
  await expect.poll(parameters).toHaveProperty('decoder', 'open');
  expect(await alert.innerText()).toContain('not available');
  const before = await pixelsOf(lab, 'Decoded');
  await press(lab, 'Flip the selected token');
  await settled(lab);
  expect(await pixelsOf(lab, 'Decoded')).not.toEqual(before);
});

test('without a codebook it says so and offers one', async () => {
  const { lab, page } = await openLab('paint', TITLE, {
    query: 'k=inf&grid=8',
    beforeLoad: (opened) => serveResult(opened, 'e8', E8),
  });
  await press(lab, 'Use 512 entries');
  await picture(lab, 'Decoded').waitFor({ timeout: 60_000 });
  expect(new URL(page.url()).searchParams.get('k')).toBe('512');
});
