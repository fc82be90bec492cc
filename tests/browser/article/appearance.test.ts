/** How the page appears: nothing wider than the window, nothing that axe finds, in both languages, light and dark. */
import { describe, expect, test } from 'vitest';
import { axeFindings } from '../../../scripts/page/axe-findings';
import { readThrough } from '../../../scripts/page/read-through';
import { lastingPage } from '../harness/lasting-page';
import { openPage, waitForMark } from '../harness/open-page';

/** axe goes through every element of a long page. */
const AXE_MS = 240_000;

/** Each window has a page of its own: after a change of its size this Chromium sometimes draws no frame any more. */
const NARROW = { width: 320, height: 800 };
const PHONE = { width: 390, height: 900 };
const TABLET = { width: 1024, height: 800 };
const DESK = { width: 1440, height: 900 };
const WINDOWS = [NARROW, PHONE, TABLET, DESK];

/** Where axe looks, the narrow form of the page in one language and the wide one in the other; `npm run audit` goes through all windows in both. */
const AXE_WINDOWS: Readonly<Record<string, typeof PHONE>> = { zh: PHONE, en: DESK };

describe.each(['zh', 'en'])('%s', (language) => {
  describe.each(WINDOWS)('$width pixels wide', (viewport) => {
    const opened = lastingPage(async (options) => {
      const still = { ...options, viewport, reducedMotion: 'reduce', colorScheme: 'light' } as const;
      const result = await openPage(`${language}/?backend=wasm`, still);
      await waitForMark(result.page, 'first-encoding', 120_000);
      return result;
    });

    // First, so that every lab has come by the time that axe looks.
    test('nothing is wider than the window', async () => {
      const { page } = await opened();
      expect(await readThrough(page)).toBe(0);
    });

    const axeFindsNothing = () =>
      test(
        'axe finds nothing, in light and dark',
        async () => {
          const { page } = await opened();
          // With the lab docked, which is how most of the page is read.
          await page.evaluate(() => document.querySelector('#design')?.scrollIntoView({ behavior: 'instant' }));
          await expect
            .poll(() => page.locator('#lab-compare .stage').getAttribute('data-docked'), { timeout: 10_000 })
            .not.toBeNull();
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            expect(await axeFindings(page, { isColourOnly: colorScheme === 'dark' }), colorScheme).toEqual([]);
          }
        },
        AXE_MS,
      );
    if (AXE_WINDOWS[language] === viewport) axeFindsNothing();

    if (viewport === PHONE)
      test('on paper a docked lab is at home, unfolded and whole', async () => {
        const { page } = await opened();
        const stage = page.locator('#lab-compare .stage');
        await page.emulateMedia({ media: 'screen' });
        const dockedThere = () =>
          page.evaluate(() => {
            document.querySelector('#design')?.scrollIntoView({ behavior: 'instant' });
            return document.querySelector('#lab-compare .stage')?.getAttribute('data-docked') ?? null;
          });
        await expect.poll(dockedThere, { timeout: 10_000 }).not.toBeNull();
        expect(await stage.getAttribute('data-folded')).not.toBeNull();
        await page.emulateMedia({ media: 'print' });
        await expect.poll(() => stage.getAttribute('data-docked')).toBeNull();
        expect(await stage.getByRole('img', { name: language === 'zh' ? '误差图' : 'Error map' }).isVisible()).toBe(true);
        await page.emulateMedia({ media: 'screen' });
      });

    const onPaperItIsAnArticle = () =>
      test('on paper it is an article: dark ink on nothing whatever the theme, tokens in their colours, and nothing to press', async () => {
        const { page } = await opened();
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        const onPaper = await page.evaluate(() => ({
          scheme: getComputedStyle(document.documentElement).colorScheme,
          tokens: getComputedStyle(document.querySelector('.token-grid-cell') as Element).printColorAdjust,
          toPress: [
            ...document.querySelectorAll(
              'main .button, header .button, main form, main :is(.range-slider-track, .stop-slider-track), main .stage-lab details:not([open])',
            ),
          ].filter((element) => element.checkVisibility()).length,
        }));
        expect(onPaper).toEqual({ scheme: 'light', tokens: 'exact', toPress: 0 });
      });
    if (viewport === DESK) onPaperItIsAnArticle();
  });
});
