/** Reading: words that drive the lab, notes that open, guesses that are kept, a lab that stays in sight, two languages. */
import { expect, test } from 'vitest';
import { openView } from '../compare/view';
import { lastingPage } from '../harness/lasting-page';
import { openPage, waitForMark } from '../harness/open-page';

const article = lastingPage((options) => openPage('en/?backend=wasm', options));

test('words set the lab, which docks beside the text and lights up the sentence it illustrates', async () => {
  const { page, slider, parameters } = await openView('?lang=en&backend=wasm');
  const stage = page.locator('#lab-compare .stage');
  expect(await stage.getAttribute('data-docked')).toBeNull();
  const words = page.locator('.set-lab[data-set-k="32"]').first();
  // Again where what was passed on the way has turned out to be of another height than expected.
  const dockedThere = () =>
    words.evaluate((element) => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      return document.querySelector('#lab-compare .stage')?.getAttribute('data-docked') ?? null;
    });
  await expect.poll(dockedThere, { timeout: 15_000 }).not.toBeNull();
  // A button in all but its element, which no browser breaks over lines: also by key.
  await words.press(' ');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('32 entries');
  expect(parameters().get('k')).toBe('32');
  await expect.poll(() => words.getAttribute('data-on')).not.toBeNull();

  const sentence = page.locator('.lit[data-lit-k="16"]').first();
  expect(await sentence.getAttribute('data-on')).toBeNull();
  await slider.focus();
  await slider.press('ArrowLeft');
  await expect.poll(() => sentence.getAttribute('data-on')).not.toBeNull();

  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await expect.poll(() => stage.getAttribute('data-docked'), { timeout: 15_000 }).toBeNull();
});

test('a claim opens its note by keyboard and by pointer, with the words of its entry', async () => {
  const { page } = await article();
  const claim = page.locator('.section .claim[href="#claim-11"]').first();
  await expect.poll(() => claim.getAttribute('aria-haspopup')).toBe('dialog');
  const note = page.getByRole('dialog');
  await claim.focus();
  await page.keyboard.press('Enter');
  await note.waitFor();
  const quote = (await page.locator('#claim-11 .claim-quote').textContent()) ?? '';
  expect(await note.innerText()).toContain(quote);
  expect(quote).toMatch(/^“.*\p{Script=Han}.*”$/u);
  await page.keyboard.press('Escape');
  await expect.poll(() => note.count()).toBe(0);
  expect(await claim.evaluate((element) => element === document.activeElement)).toBe(true);

  // Back from the note are the words.
  await page.keyboard.press('Enter');
  await note.waitFor();
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => note.count()).toBe(0);
  expect(await claim.evaluate((element) => element === document.activeElement)).toBe(true);

  // Tab goes through the note and on to what follows the words.
  await page.keyboard.press('Enter');
  await note.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Tab');
  await expect.poll(() => note.count()).toBe(0);
  expect(
    await claim.evaluate((element) => {
      const focused = document.activeElement;
      const isAfter = focused && element.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING;
      return Boolean(isAfter) && element.closest('.section') === focused?.closest('.section');
    }),
  ).toBe(true);

  await claim.hover();
  await note.waitFor();
  await note.getByRole('link', { name: 'Go to the entry' }).click();
  expect(new URL(page.url()).hash).toBe('#claim-11');
  await expect
    .poll(() => page.locator('#claim-11').evaluate((entry) => entry.getBoundingClientRect().top < innerHeight))
    .toBe(true);
});

test('the list of claims can be narrowed to one verdict', async () => {
  const { page } = await article();
  const entries = page.locator('.claim-entry');
  const visible = () => entries.evaluateAll((all) => all.filter((entry) => entry.checkVisibility()).length);
  expect(await visible()).toBe(35);
  const choice = page.getByRole('radio', { name: /^wrong/ });
  await choice.check();
  const wrong = await page.locator('.claim-entry[data-verdict="wrong"]:not(.claim-none)').count();
  expect(wrong).toBeGreaterThan(0);
  expect(await visible()).toBe(wrong);
  // As many as the choice promises.
  expect(await choice.locator('xpath=..').innerText()).toMatch(new RegExp(`\\b${wrong}$`));
});

test('pointing at a symbol lights up the same symbol elsewhere', async () => {
  const { page } = await article();
  const symbol = page.locator('.katex [data-symbol="codebook"]').first();
  await symbol.scrollIntoViewIfNeeded();
  await expect
    .poll(async () => {
      await symbol.hover();
      return page.locator('[data-symbol="codebook"][data-symbol-lit]').count();
    })
    .toBeGreaterThan(1);
});

test('the other language keeps the place and the state, and is remembered', async () => {
  const { page, context } = await openPage('en/?k=64&backend=wasm#claim-11');
  await waitForMark(page, 'first-encoding');
  const verdict = page.locator('input[name="claim-verdict"][value="wrong"]');
  const scores = page.locator('details.literature-others').first();
  // The article comes to life in steps.
  await page.locator('.literature-others summary').first().click();
  await expect.poll(() => scores.getAttribute('open')).not.toBeNull();
  await verdict.press('Space');
  await page.getByRole('radio', { name: '中文' }).click();
  await page.locator('html[lang="zh-Hans"]').waitFor();
  expect(new URL(page.url())).toMatchObject({ pathname: '/zh/', search: '?k=64&backend=wasm', hash: '#claim-11' });
  expect(await page.title()).toContain('一图二码');
  expect(await page.locator('#goals').innerText()).toMatch(/\p{Script=Han}/u);
  await expect.poll(() => verdict.isChecked()).toBe(true);
  await expect.poll(() => scores.getAttribute('open')).not.toBeNull();
  const again = await context.newPage();
  await again.goto(new URL('/', page.url()).href);
  await again.waitForURL('**/zh/');
});

test('where the other language does not arrive the page stays, and it can be tried again', async () => {
  const { page } = await openPage('en/?backend=wasm', { expectProblems: true });
  const isChinese = (url: URL) => url.pathname.endsWith('/zh/');
  await page.route(isChinese, (route) => route.abort());
  await page.getByRole('radio', { name: '中文' }).click();
  const alert = page.getByRole('alert');
  await alert.getByText('The Chinese text could not be fetched').waitFor();
  expect(new URL(page.url()).pathname).toBe('/en/');
  await page.unroute(isChinese);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await page.locator('html[lang="zh-Hans"]').waitFor();
  expect(await alert.count()).toBe(0);
});

test('an address in the wrong language goes to the right one', async () => {
  const { page } = await openPage('en/?lang=zh&k=8&backend=wasm#design');
  await page.waitForURL('**/zh/?k=8&backend=wasm#design');
});

test('the contents tell where the reader is', async () => {
  const { page } = await openPage('en/?backend=wasm#models');
  await page.locator('.contents a[aria-current="location"][href="#models"]').waitFor();
});

test('a small chart of the literature opens its paper, with a table behind it', async () => {
  const { page } = await openPage('en/?backend=wasm#literature-figure');
  const table = page.locator('.literature-table').filter({ visible: true });
  expect(await table.count()).toBe(0);
  await expect
    .poll(async () => {
      await page.locator('[data-chooses="literature-paper-unitok"]').click();
      return page.getByRole('radio', { name: 'UniTok', exact: true }).isChecked();
    })
    .toBe(true);
  await expect.poll(() => table.count()).toBe(1);
  expect(await table.innerText()).toMatch(/VQAv2[\s\S]*rFID[\s\S]*\d/);
});

test('on a phone a tap on the edge of the other side brings it in', async () => {
  const { page } = await openPage('en/?backend=wasm', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const row = page.locator('.row').first();
  await row.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const place = () => row.evaluate((element) => element.scrollLeft);
  expect(await place()).toBe(0);
  const { y, height } = (await row.boundingBox()) ?? { y: 0, height: 0 };
  await page.touchscreen.tap(382, y + Math.min(height / 2, 300));
  await expect.poll(place).toBeGreaterThan(200);
});
