/** How the page appears: nothing wider than the window, nothing that axe finds, in both languages, light and dark. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { lastingPage } from '../harness/lasting-page';
import { openPage, waitForMark } from '../harness/open-page';

const WIDTHS = [320, 390, 1024, 1440];

/**
 * Goes through the whole page, so that everything has been in the window once.
 * @returns by how many pixels the page, or any piece of the text (which cuts off what is wider), was too wide on the way
 */
const readThrough = (page: Page) =>
  page.evaluate(async () => {
    const wide = [document.documentElement, ...document.querySelectorAll('[data-piece], .appendix')];
    let most = 0;
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo({ top, behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 30));
      most = Math.max(most, ...wide.map((element) => element.scrollWidth - element.clientWidth));
    }
    return most;
  });

/** axe goes through every element of a long page. */
const AXE_MS = 240_000;

/** The rules that colours decide; all others find the same in either theme. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

describe.each(['zh', 'en'])('%s', (language) => {
  const opened = lastingPage(async (options) => {
    const still = { ...options, reducedMotion: 'reduce', colorScheme: 'light' } as const;
    const result = await openPage(`${language}/?backend=wasm`, still);
    await waitForMark(result.page, 'first-encoding', 120_000);
    return result;
  });

  test('no width makes the page scroll sideways', async () => {
    const { page } = await opened();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect(await readThrough(page), `at ${width} pixels`).toBe(0);
    }
  });

  test(
    'axe finds nothing, on a phone and on a desk, in light and dark',
    async () => {
      const { page } = await opened();
      for (const width of [390, 1440])
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 900 });
          // With the lab docked, which is how most of the page is read.
          await page.locator('#design').scrollIntoViewIfNeeded();
          await page.waitForTimeout(300);
          // The page has no frames; without them, and without a list of all that is well, axe takes a third of the time.
          const axe = new AxeBuilder({ page }).setLegacyMode().options({
            resultTypes: ['violations'],
            ...(colorScheme === 'dark' && { runOnly: { type: 'rule', values: RULES_OF_COLOUR } }),
          });
          const { violations } = await axe.analyze();
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' · ')}`);
          expect(found, `${width} pixels, ${colorScheme}`).toEqual([]);
        }
    },
    AXE_MS,
  );

  test('on paper it is an article: dark ink on nothing whatever the theme, tokens in their colours, and nothing to press', async () => {
    const { page } = await opened();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const onPaper = await page.evaluate(() => ({
      scheme: getComputedStyle(document.documentElement).colorScheme,
      tokens: getComputedStyle(document.querySelector('.token-grid-cell') as Element).printColorAdjust,
      buttons: [...document.querySelectorAll('main .button, header .button')].filter((button) => button.checkVisibility()).length,
    }));
    expect(onPaper).toEqual({ scheme: 'light', tokens: 'exact', buttons: 0 });
  });
});
