/** Values that can be read and yet name nothing in a lab: told once like any bad value, the default shown, the address rid of them. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { displayName } from '../../../src/image-file/text';
import { openLab } from './open-lab';

const notices = (page: Page, name = 'Notices') => page.getByRole('status', { name }).innerText();
/** How often the notices name a value, once they do. */
async function timesTold(page: Page, value: string, name?: string): Promise<number> {
  await expect.poll(() => notices(page, name), { timeout: 60_000 }).toContain(`“${value}”`);
  return (await notices(page, name)).split(`“${value}”`).length - 1;
}
/** What labs near it read is of no concern here. */
const beforeLoad = (page: Page) => page.route('**/results/*.json', (route) => route.fulfill({ json: {} }));

test('Which loss? is told of a drawing that nobody has', async () => {
  const batch = Array(8).fill('1F34E.nobody').join('_');
  const { page, parameters } = await openLab('loss', 'Which loss?', { query: `batch=${batch}`, beforeLoad });
  expect(await timesTold(page, displayName(batch))).toBe(1);
  await expect.poll(parameters).toEqual({});
});

test('Find it is told of concepts that the gallery has not, in Chinese too', async () => {
  const { page, parameters } = await openLab('find', '找找看', {
    query: 'like=1F999-1F999&lit=1F998-1F998.noto',
    language: 'zh',
    beforeLoad,
  });
  expect(await timesTold(page, '1F999-1F999', '提示')).toBe(1);
  expect(await timesTold(page, '1F998-1F998.noto', '提示')).toBe(1);
  await expect.poll(parameters).toEqual({});
});

test('Inside is told of a box that there is not', async () => {
  const inside = 'sink.103.0.0.0.0.0.0.0.0.0.0';
  const { page, parameters } = await openLab('inside', 'Inside', { query: `inside=${inside}`, beforeLoad });
  expect(await timesTold(page, inside)).toBe(1);
  await expect.poll(parameters).toEqual({});
});

test('Paint with tokens is told of what is no canvas, no entry, no second image and no move', async () => {
  const { page, lab, parameters } = await openLab('paint', 'Paint with tokens', {
    query: 'k=16&grid=8&sample=1F34E&paint=AAAA&entry=900&partner=1F999-1F999&move=129.0.5',
    beforeLoad,
  });
  for (const value of ['AAAA', '900', '1F999-1F999', '129.0.5']) expect(await timesTold(page, value)).toBe(1);
  await expect.poll(parameters).toEqual({ k: '16', grid: '8', sample: '1F34E' });
  await lab.getByRole('heading', { name: /^On the brush: entry/ }).waitFor();
});

test('What survives is told of a strength that its change never has', async () => {
  const { page, lab, parameters } = await openLab('survives', 'What survives a change?', {
    query: 'change=rotate&strength=720',
    beforeLoad,
  });
  expect(await timesTold(page, '720')).toBe(1);
  await expect.poll(() => lab.getByRole('slider').getAttribute('aria-valuetext')).toBe('15°');
  await expect.poll(parameters).toEqual({ change: 'rotate', strength: '15' });
});
