/** The guided tour: it leads from stop to stop, drives the lab, can be left with a key and taken up again, and gives back what it set. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
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

test('on a phone it also comes to rest there where the lab is fetched on the way, and leaves a reader alone who scrolls on', async () => {
  const page = await begin('en', 'Tour, 3 minutes', { viewport: { width: 390, height: 844 } });
  const tour = page.getByRole('region', { name: 'Guided tour' });
  const next = tour.getByRole('button', { name: 'Next' });
  while (!(await tour.getByText(/^What tokens cost can be counted/).count())) await next.click();
  const chart = page.locator('#lab-bits .bits-planes').first();
  const top = () => chart.evaluate((element) => element.getBoundingClientRect().top);
  await chart.waitFor({ timeout: 60_000 });
  // Below the bar at the window's upper edge, and near it.
  const isInPlace = async () => (await top()) >= 0 && (await top()) < 100;
  await expect.poll(isInPlace, { timeout: 20_000 }).toBe(true);
  await page.mouse.move(195, 300);
  await page.mouse.wheel(0, 400);
  await expect.poll(top).toBeLessThan(-100);
  await page.waitForTimeout(1000);
  expect(await top()).toBeLessThan(-100);
});

test.each([
  ['paint', '.paint-result'],
  ['find', '.find-columns'],
  ['swap', '.two-by-two'],
])('on a phone the stop of the lab %s comes to rest at what it names', async (lab, part) => {
  const page = await begin('zh', '继续导览', {
    viewport: { width: 390, height: 844 },
    beforeLoad: (opened) => opened.addInitScript((stop) => localStorage.setItem('tour', stop), lab),
  });
  const named = page.locator(`#lab-${lab} ${part}`);
  await named.waitFor({ timeout: 60_000 });
  const top = () => named.evaluate((element) => element.getBoundingClientRect().top);
  await expect.poll(async () => (await top()) >= 0 && (await top()) < 100, { timeout: 20_000 }).toBe(true);
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

test('the button that starts it ends it', async () => {
  const page = await begin('en', 'Tour, 3 minutes');
  const tour = page.getByRole('region', { name: 'Guided tour' });
  await tour.waitFor();
  await page.getByRole('button', { name: 'End the tour' }).click();
  await expect.poll(() => tour.count()).toBe(0);
  await page.getByRole('button', { name: 'Resume the tour' }).waitFor();
});

test('where its script does not arrive the page goes on, and it can be tried again', async () => {
  const script = /\/Tour-[^/]*\.js$/;
  const page = await begin('en', 'Tour, 3 minutes', {
    expectProblems: true,
    beforeLoad: (opened) => opened.route(script, (route) => route.fulfill({ status: 404 })),
  });
  const alert = page.getByRole('alert');
  await alert.getByText('could not be fetched').waitFor();
  await page.getByRole('button', { name: 'Tour, 3 minutes' }).waitFor();
  await page.unroute(script);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('region', { name: 'Guided tour' }).waitFor();
  expect(await alert.count()).toBe(0);
});

/** What the address comes to say; labs take their time. */
const expectAddress = (page: Page) =>
  expect.poll(
    () => {
      const { backend: _backend, ...rest } = Object.fromEntries(new URL(page.url()).searchParams);
      return rest;
    },
    { timeout: 30_000 },
  );

test('what the reader had comes back, with the address; what was changed by hand on the way stays', async () => {
  const { page } = await openPage('en/?backend=wasm&sample=1F355.twemoji&k=32', { reducedMotion: 'reduce' });
  await waitForMark(page, 'first-encoding');
  await page.getByRole('button', { name: 'Tour, 3 minutes' }).click();
  const tour = page.getByRole('region', { name: 'Guided tour' });
  const slider = page.getByRole('slider', { name: 'Codebook size' }).first();
  await expectAddress(page).toEqual({ sample: '1F431.noto', k: '128', grid: '16' });
  await page.keyboard.press('Escape');
  await expectAddress(page).toEqual({ sample: '1F355.twemoji', k: '32' });
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('32 entries');
  await page.getByRole('radio', { name: 'pizza', checked: true }).first().waitFor({ state: 'attached' });

  // Taken up again, it shows what it had come to.
  await page.getByRole('button', { name: 'Resume the tour' }).click();
  await expectAddress(page).toMatchObject({ sample: '1F431.noto', k: '128' });
  await tour.getByRole('button', { name: 'Next' }).click();
  await expectAddress(page).toMatchObject({ sample: '1F431.noto', k: '4' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expectAddress(page).toMatchObject({ k: '8' });
  await tour.getByRole('button', { name: 'Leave the tour' }).click();
  await expectAddress(page).toEqual({ sample: '1F355.twemoji', k: '8' });
});

test('the reader’s own picture and what was looked for come back at the end', async () => {
  const { page } = await openPage('en/?backend=wasm&phrase=red+fruit', { reducedMotion: 'reduce' });
  await waitForMark(page, 'first-encoding');
  const photo = await sharp({ create: { width: 80, height: 80, channels: 3, background: '#d33' } })
    .png()
    .toBuffer();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Upload image' }).click(),
  ]);
  await chooser.setFiles({ name: 'holiday.png', mimeType: 'image/png', buffer: photo });
  const name = page.locator('#lab-compare').getByText('holiday.png', { exact: true });
  await name.waitFor();
  await page.getByRole('button', { name: 'Tour, 3 minutes' }).click();
  const tour = page.getByRole('region', { name: 'Guided tour' });
  await expectAddress(page).toMatchObject({ sample: '1F431.noto' });
  await expect.poll(() => name.count()).toBe(0);
  const next = tour.getByRole('button', { name: 'Next' });
  const goTo = async (words: RegExp) => {
    while (!(await tour.getByText(words).count())) await next.click();
  };
  await goTo(/^What the fingerprint is good at/);
  await expectAddress(page).toMatchObject({ like: '1F431' });
  await goTo(/^Shift it/);
  await expectAddress(page).toMatchObject({ change: 'redraw' });
  while (await next.count()) await next.click();
  await tour.getByRole('button', { name: 'Finish' }).click();
  await name.waitFor();
  await expectAddress(page).toEqual({ phrase: 'red fruit' });
});
