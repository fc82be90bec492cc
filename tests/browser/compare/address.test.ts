/** The address carries what can be shared; a bad value gives the default and a notice. */
import { expect, test } from 'vitest';
import { openView } from './view';

test('everything that the address says is shown', async () => {
  const { page, slider, parameters } = await openView('?lang=en&sample=1F511.twemoji&k=8&grid=8&backend=wasm', {
    locale: 'zh-CN',
  });
  expect(await slider.getAttribute('aria-valuetext')).toBe('8 entries');
  expect(await page.getByRole('gridcell').count()).toBe(64);
  await page.getByText(/^key, by Twemoji/).waitFor();
  expect(await page.getByRole('status', { name: 'Engine' }).innerText()).toContain('WASM');
  // The language is a folder of the address.
  expect(new URL(page.url()).pathname).toBe('/en/');
  expect(Object.fromEntries(parameters())).toEqual({ sample: '1F511.twemoji', k: '8', grid: '8', backend: 'wasm' });
});

test('bad values give the defaults, are named in a notice and leave the address', async () => {
  const { page, slider, parameters } = await openView('?lang=xx&sample=nothing&k=100&grid=4&backend=abacus');
  const notice = await page.getByRole('status', { name: 'Notices' }).innerText();
  for (const word of ['xx', 'nothing', '100', '4', 'abacus']) expect(notice).toContain(`“${word}”`);
  expect(await slider.getAttribute('aria-valuetext')).toBe('128 entries');
  expect(await page.getByRole('gridcell').count()).toBe(256);
  expect([...parameters()]).toEqual([]);
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  expect(await page.getByRole('status', { name: 'Notices' }).innerText()).toBe('');
});

test('a sample that does not exist gives the first one and a notice', async () => {
  const { page, parameters } = await openView('?sample=1F600.nobody&k=4');
  expect(await page.getByRole('status', { name: 'Notices' }).innerText()).toContain('“1F600.nobody”');
  expect(Object.fromEntries(parameters())).toEqual({ k: '4' });
});

test('a value of any length is told in short, and can be put away', async () => {
  const { page } = await openView(`?k=${'x'.repeat(6_000)}\u202e`);
  const notices = page.getByRole('status', { name: 'Notices' });
  const text = await notices.innerText();
  expect(text).toContain('xxx…xxx');
  expect(text).not.toContain('\u202e');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  expect(await notices.innerText()).toBe('');
});

test('back in the history, the address still says what the page shows', async () => {
  const { page, afterEncoding, slider, parameters } = await openView('?lang=en&k=16');
  await page.evaluate(() => {
    location.hash = '#goals';
  });
  await afterEncoding(() => slider.press('End'));
  expect(parameters().get('k')).toBe('inf');
  await page.getByRole('radio', { name: '中文' }).click();
  await page.goBack();
  await expect.poll(() => page.url()).toMatch(/\/zh\/\?k=inf$/);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');
});
