/** Playing with the generation encoder: the slider, the grid, single cells; and the page's languages and theme. */
import { expect, test } from 'vitest';
import { lastingPage } from '../harness/lasting-page';
import { openView } from './view';

const view = lastingPage((options) => openView('?k=64&sample=1F43A', options));

test('the slider changes the reconstruction, its figures and the address; everything by keyboard', async () => {
  const { slider, afterEncoding, figures, pixels, parameters, page } = await view();
  const coarse = { figures: await figures(), picture: await pixels('Reconstruction') };
  expect(coarse.figures['Bits per image']).toBe('1,536');
  await slider.focus();
  await afterEncoding(() => slider.press('ArrowRight'));
  expect(await slider.getAttribute('aria-valuetext')).toBe('128 entries');
  expect(parameters().get('k')).toBe('128');
  expect((await figures())['Bits per image']).toBe('1,792');
  expect(await pixels('Reconstruction')).not.toBe(coarse.picture);

  await afterEncoding(() => slider.press('End'));
  expect(parameters().get('k')).toBe('inf');
  expect(await figures()).toMatchObject({ 'Codebook usage': 'no codebook', 'Bits per image': '65,536' });
  await afterEncoding(() => slider.press('Home'));
  expect(parameters().get('k')).toBe('2');
  expect(await page.getByRole('gridcell').first().getAttribute('aria-label')).toMatch(/^[01]$/);
});

test('a dragged slider ends on what it was dragged to, and the figures are those of the picture shown', async () => {
  const { slider, page, figures } = await view();
  for (const key of ['Home', ...Array<string>(9).fill('ArrowRight')]) await slider.press(key);
  const region = page.getByRole('region', { name: 'Generation encoder' });
  await region.getByText('1,024 entries', { exact: true }).waitFor();
  expect(await slider.getAttribute('aria-valuetext')).toBe('1,024 entries');
  expect((await figures())['Bits per image']).toBe('2,560');
});

test('the grid switches to 8×8 and back', async () => {
  const { page, afterEncoding, figures, parameters } = await view();
  const bits = async () => Number((await figures())['Bits per image']?.replace(',', ''));
  const fine = await bits();
  await afterEncoding(() => page.getByRole('radio', { name: '8×8' }).click());
  expect(await page.getByRole('gridcell').count()).toBe(64);
  expect(await bits()).toBe(fine / 4);
  expect(parameters().get('grid')).toBe('8');
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => document.querySelectorAll('[role="gridcell"]').length === 256);
  expect(parameters().get('grid')).toBe('16');
});

test.each([390, 1024])(
  'in a window of %i pixels a token is written whole, and the lists of numbers stay within it',
  async (width) => {
    const { page } = await openView('en/?backend=wasm&grid=8&k=1024', { viewport: { width, height: 800 } });
    const spans = page.locator('#lab-compare .token-grid-cell > span');
    const widths = await spans.evaluateAll((elements) =>
      elements.map((element) => {
        const text = document.createRange();
        text.selectNodeContents(element);
        return [
          element.textContent?.length ?? 0,
          text.getBoundingClientRect().width,
          element.getBoundingClientRect().width,
        ] as const;
      }),
    );
    expect(Math.max(...widths.map(([letters]) => letters))).toBeGreaterThan(2);
    for (const [, text, cell] of widths) expect(text).toBeLessThanOrEqual(cell);
    expect(await spans.first().evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
    for (const name of ['The encoder’s 16 numbers', 'The entry’s 16 numbers']) {
      await page.getByText(name, { exact: true }).click();
      await page.getByRole('table', { name }).waitFor();
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  },
);

test('a cell tells its token, its entry and the distances that chose it, by pointer and by keyboard', async () => {
  const { page } = await view();
  const cells = page.getByRole('gridcell');
  const region = page.getByRole('region', { name: 'Generation encoder' });
  await cells.nth(37).hover();
  await region.getByText('Row 3, column 6').waitFor();
  const id = await cells.nth(37).getAttribute('aria-label');
  await region.getByRole('heading', { name: `Token ${id}`, exact: true }).waitFor();
  await region.getByRole('img', { name: `Codebook entry ${id}`, exact: true }).waitFor();
  await region.getByRole('img', { name: /^Distances of the nearest 24 entries\. Chosen [\d.]+, next [\d.]+/ }).waitFor();

  await cells.nth(37).click();
  await page.keyboard.press('ArrowDown');
  await region.getByText('Row 4, column 6').waitFor();
  await page.keyboard.press('Control+End');
  await region.getByText('Row 16, column 16').waitFor();
  expect(await cells.nth(255).getAttribute('aria-selected')).toBe('true');
  // Only one cell is a tab stop.
  expect(await page.locator('[role="gridcell"][tabindex="0"]').count()).toBe(1);
});

test('the tables behind the charts: the cells that each entry fills, the distance of every entry', async () => {
  const { page, slider, figures, afterEncoding } = await view();
  if ((await slider.getAttribute('aria-valuetext')) !== '∞, no codebook') await afterEncoding(() => slider.press('End'));
  await afterEncoding(() => slider.press('ArrowLeft'));
  expect(await slider.getAttribute('aria-valuetext')).toBe('1,024 entries');
  const region = page.getByRole('region', { name: 'Generation encoder' });
  const cells = page.getByRole('gridcell');

  await region.getByText('How many cells each entry fills').click();
  const usage = region.getByRole('table', { name: 'How many cells each entry fills' });
  await usage.waitFor();
  const tokens = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label')));
  const times = (id: string | null) => tokens.filter((token) => token === id).length;
  const most = [...new Set(tokens)].sort((a, b) => times(b) - times(a) || Number(a) - Number(b))[0] ?? null;
  const first = await usage.getByRole('row').nth(1).innerText();
  const share = ((100 * times(most)) / tokens.length).toFixed(1);
  expect(first.split(/\s+/)).toEqual([Number(most).toLocaleString('en'), String(times(most)), `${share}%`]);
  const used = (await figures())['Codebook usage']?.split(' ')[0];
  expect(new Set(tokens).size).toBe(Number(used));

  // Chosen: one only pointed at is left again on the way to the table.
  await cells.nth(37).click();
  await region.getByText('Row 3, column 6').waitFor();
  const chosen = Number(tokens[37]).toLocaleString('en');
  await region.getByText('All 1,024 distances (squared), nearest first').click();
  const distances = region.getByRole('table', { name: /^All 1,024 distances/ });
  await expect.poll(() => distances.getByRole('row').nth(1).getByRole('rowheader').innerText()).toBe(chosen);
  const told = await region.getByRole('img', { name: /^Distances of the nearest 24 entries/ }).getAttribute('aria-label');
  expect(told).toContain(`Chosen ${await distances.getByRole('cell').first().innerText()},`);

  // So many rows at a time, and each page from its top.
  expect(await distances.getByRole('row').count()).toBe(1 + 128);
  const last = Number(await distances.getByRole('cell').last().innerText());
  await region.getByRole('button', { name: 'Next', exact: true }).last().click();
  await region.getByText('Rows 129 to 256 of 1,024').waitFor();
  expect(Number(await distances.getByRole('cell').first().innerText())).toBeGreaterThanOrEqual(last);
  for (let page = 3; page <= 8; page++) await region.getByRole('button', { name: 'Next', exact: true }).last().click();
  await region.getByText('Rows 897 to 1,024 of 1,024').waitFor();
  expect(await region.getByRole('button', { name: 'Next', exact: true }).last().getAttribute('aria-disabled')).toBe('true');

  // Another codebook, fewer entries: what was open stays open and is of them.
  await afterEncoding(() => slider.press('Home'));
  await region.getByRole('table', { name: 'All 2 distances (squared), nearest first' }).waitFor();
  await expect.poll(() => region.getByRole('table').last().getByRole('row').count()).toBe(1 + 2);
});

test('another artist and another concept are a choice away, and go into the address', async () => {
  const { page, afterEncoding, parameters } = await view();
  const picture = page.getByRole('region', { name: 'One image' });
  await picture.getByText('wolf, by Noto Emoji', { exact: true }).waitFor();
  await afterEncoding(() => page.getByRole('radio', { name: 'Twemoji' }).click());
  expect(parameters().get('sample')).toBe('1F43A.twemoji');
  await picture.getByText(/^wolf, by Twemoji/).waitFor();
  await afterEncoding(() => page.getByRole('radio', { name: 'pizza' }).click());
  expect(parameters().get('sample')).toBe('1F355.twemoji');
});

test('the theme is chosen by the reader and remembered', async () => {
  const { page } = await view();
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.getByRole('radio', { name: 'Dark' }).click();
  expect(await ground()).not.toBe(light);
  const dark = await ground();
  await page.reload();
  await page.getByRole('radio', { name: 'Dark', checked: true }).waitFor();
  expect(await ground()).toBe(dark);
});

test('the language changes every text, the captions and the address', async () => {
  const { page, parameters } = await view();
  const asked = Object.fromEntries(parameters());
  const english = await page.getByRole('list', { name: 'Captions' }).innerText();
  await page.getByRole('radio', { name: '中文' }).click();
  await page.getByRole('region', { name: '理解编码器' }).waitFor();
  await page
    .getByRole('list', { name: '图片描述' })
    .getByText(/\p{Script=Han}/u)
    .first()
    .waitFor();
  expect(await page.getByRole('list', { name: '图片描述' }).innerText()).not.toBe(english);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');
  expect(new URL(page.url()).pathname).toBe('/zh/');
  expect(Object.fromEntries(parameters())).toEqual(asked);
});
