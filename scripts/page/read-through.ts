/** A reader who scrolls from the top to the end, by script. */
import type { Page } from 'playwright-core';

/**
 * Goes through the whole page, so that everything has been in the window once.
 * @returns by how many pixels the page, or any piece of the text (which cuts off what is wider), was too wide on the way
 */
export const readThrough = (page: Page): Promise<number> =>
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
