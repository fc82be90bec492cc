/** What a reader sees on opening, without a click. */
import { expect, test } from 'vitest';
import { openPage, waitForMark } from '../harness/open-page';
import { screenshot } from '../harness/screenshot';
import { openView } from './view';

test('a sample is encoded both ways, and every part has its name', async () => {
  const { page, figures, slider, parameters } = await openView();
  for (const [role, name] of [
    ['region', 'Understanding encoder'],
    ['region', 'Generation encoder'],
    ['radiogroup', 'Token grid'],
    ['radio', '16×16'],
    ['radio', '8×8'],
    ['button', 'Upload image'],
    ['button', 'Download JSON'],
    ['img', 'Reconstruction'],
    ['img', 'Attention: strongest in row'],
    ['img', 'Error map: off by'],
    ['list', 'Nearest concepts'],
    ['list', 'Captions'],
    ['status', 'Engine'],
  ] as const)
    expect(await page.getByRole(role, { name }).count(), `${role} ${name}`).toBe(1);

  expect(await page.getByRole('list', { name: 'Nearest concepts' }).getByRole('listitem').count()).toBeGreaterThanOrEqual(5);
  expect(await page.getByRole('list', { name: 'Captions' }).getByRole('listitem').count()).toBeGreaterThanOrEqual(3);
  expect(await page.getByRole('gridcell').count()).toBe(256);
  // Made only when they are opened.
  expect(await page.locator('#lab-compare .value-table').getByRole('table', { includeHidden: true }).count()).toBe(0);
  expect(await page.getByRole('list', { name: 'Captions' }).getByRole('listitem').first().innerText()).toContain('cat face');
  expect(await page.getByText('A concept seen in training', { exact: true }).count()).toBe(1);
  expect(await page.getByRole('status', { name: 'Engine' }).innerText()).toMatch(/(WebGL|WASM|CPU), about [\d.,]+ ms/);
  expect(await slider.getAttribute('aria-valuetext')).toBe('128 entries');
  expect(await figures()).toMatchObject({ 'Bits per image': '1,792', PSNR: expect.stringMatching(/^\d+\.\d dB$/) });
  expect([...parameters()]).toEqual([]);
  expect(await page.getByRole('alert').count()).toBe(0);

  const marks = await page.evaluate(() => performance.getEntriesByType('mark').map(({ name }) => name));
  expect(marks).toContain('engine-ready');
  expect(await page.evaluate(() => performance.getEntriesByName('encode', 'measure').length)).toBe(1);
});

test.each([
  [1440, 900, 'en-GB', 'light'],
  [1024, 768, 'zh-CN', 'dark'],
  [768, 1024, 'en-GB', 'dark'],
  [390, 844, 'zh-CN', 'light'],
  [375, 667, 'en-GB', 'light'],
  [320, 640, 'en-GB', 'light'],
] as const)('at %i×%i in %s, %s, nothing scrolls sideways and nothing jumps', async (width, height, locale, colorScheme) => {
  const { page } = await openPage('', {
    viewport: { width, height },
    locale,
    colorScheme,
    beforeLoad: (opened) =>
      opened.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(globalThis, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      }),
  });
  await waitForMark(page, 'first-encoding');
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  const shifted = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0));
  expect(shifted).toBeLessThan(0.02);
  const [picture, bar] = await page.evaluate(() =>
    ['.picture-figure', '.control-bar'].map((part) => document.querySelector(part)?.getBoundingClientRect().top ?? Number.NaN),
  );
  // On the first screen there is a picture, of which a bar at the bottom covers no more than a part.
  expect((bar as number) - (picture as number)).toBeGreaterThan(height < 660 ? 0 : 64);
  if (process.env.SCREENSHOTS) await screenshot(page, `compare ${width} ${locale} ${colorScheme}`);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale === 'zh-CN' ? 'zh-Hans' : 'en');
});

test('the title is there before any script has run', async () => {
  const { page } = await openPage('', { javaScriptEnabled: false });
  expect(await page.title()).toBe('One Image, Two Codes · 一图二码');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('One Image, Two Codes');
});
