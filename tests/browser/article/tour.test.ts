/** The guided tour: it leads from stop to stop, drives the lab, can be left with a key and taken up again, and leaves the reader alone when asked. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type OpenOptions, openPage, waitForMark } from '../harness/open-page';

async function begin(language: 'zh' | 'en', name: string, options: OpenOptions = {}): Promise<Page> {
  const { page } = await openPage(`${language}/?backend=wasm`, { reducedMotion: 'reduce', ...options });
  await waitForMark(page, 'first-encoding');
  await page.getByRole('button', { name }).click();
  return page;
}

test('it drives page and lab, stop by stop', async () => {
  const page = await begin('en', 'Tour, 3 minutes');
  const tour = page.getByRole('region', { name: 'Guided tour' });
  await tour.getByText(/^Stop 1 of \d+$/).waitFor();
  const slider = page.getByRole('slider', { name: 'Codebook size' }).first();
  await tour.getByRole('button', { name: 'Next' }).click();
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('4 entries');
  await tour.getByRole('button', { name: 'Next' }).click();
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('128 entries');
  await expect.poll(() => new URL(page.url()).searchParams.get('sample')).toBe('1F431.twemoji');
  await tour.getByRole('button', { name: 'Next' }).click();
  await expect
    .poll(() => page.locator('#goals').evaluate((goals) => Math.abs(goals.getBoundingClientRect().top) < 200))
    .toBe(true);
});

test('on a phone it shows the part of the lab that it speaks of', async () => {
  const page = await begin('en', 'Tour, 3 minutes', { viewport: { width: 390, height: 844 } });
  const next = page.getByRole('region', { name: 'Guided tour' }).getByRole('button', { name: 'Next' });
  for (const name of ['Generation encoder', 'Understanding encoder']) {
    await next.click();
    const panel = page.locator('#lab-compare').getByRole('region', { name });
    await expect
      .poll(async () => ((await panel.boundingBox())?.y ?? -1) > 0 && ((await panel.boundingBox())?.y ?? 999) < 100)
      .toBe(true);
  }
});

test('it is left by Escape, leaves the focus where it led to, and is taken up at the same stop in the other language', async () => {
  const page = await begin('en', 'Tour, 3 minutes');
  const tour = page.getByRole('region', { name: 'Guided tour' });
  await tour.getByRole('button', { name: 'Next' }).click();
  await tour.getByText(/^Stop 2 of/).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => tour.count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('lab-compare');
  await page.getByRole('button', { name: 'Resume the tour' }).waitFor();
  await page.getByRole('radio', { name: '中文' }).click();
  await page.getByRole('button', { name: '继续导览' }).click();
  await page
    .getByRole('region', { name: '导览' })
    .getByText(/^第 2 站/)
    .waitFor();
});
