/** Symbols of the formulas: while one is being read, what it stands for is in sight on the lab beside it, or it opens a note. */
import { describe, expect, test } from 'vitest';
import { openView } from '../compare/view';
import { lastingPage } from '../harness/lasting-page';

/** A usual window, and the lowest that still has the lab beside the text. */
const WINDOWS = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
] as const;

const SYMBOLS = '[data-piece] .katex-html [data-symbol]';

describe.each(WINDOWS)('in a window of $width × $height', (window) => {
  const article = lastingPage((options) => openView('?lang=en&backend=wasm', { ...options, viewport: window }));

  test('each has its thing in sight, but for those that have a note', async () => {
    const { page } = await article();
    const count = await page.locator(SYMBOLS).count();
    const unseen = new Set<string>();
    const seen = new Set<string>();
    for (let i = 0; i < count; i++) {
      const symbol = page.locator(SYMBOLS).nth(i);
      const [name = '', hasNote, piece] = await symbol.evaluate((element) => {
        const html = element as HTMLElement;
        const pieces = [...document.querySelectorAll('[data-piece]')];
        return [html.dataset.symbol, 'note' in html.dataset, pieces.findIndex((each) => each.contains(html))] as const;
      });
      const key = `${name} in piece ${piece}`;
      if (hasNote || seen.has(key)) continue;
      seen.add(key);
      const isThingInSight = () =>
        symbol.evaluate((element, wanted) => {
          element.scrollIntoView({ block: 'center', behavior: 'instant' });
          const things = [...document.querySelectorAll<HTMLElement>(`.stage [data-symbol~="${wanted}"]`)];
          return things.some((thing) => {
            const { top, bottom, left, right } = thing.getBoundingClientRect();
            return thing.checkVisibility() && top < bottom && top < innerHeight && bottom > 0 && left < innerWidth && right > 0;
          });
        }, name);
      await expect
        .poll(isThingInSight, { timeout: 5_000 })
        .toBe(true)
        .catch(() => unseen.add(key));
    }
    expect([...unseen]).toEqual([]);
    expect(seen.size).toBeGreaterThan(20);
  });
});

test('those that have a note name an entry that there is, and open it', async () => {
  const { page } = await openView('?lang=en&backend=wasm');
  const notes = await page
    .locator('.katex-html [data-note]')
    .evaluateAll((symbols) => symbols.map((symbol) => (symbol as HTMLElement).dataset.note ?? ''));
  expect(new Set(notes).size).toBeGreaterThan(3);
  const missing = await page.evaluate((ids) => ids.filter((id) => !document.getElementById(id)), notes);
  expect(missing).toEqual([]);

  const symbol = page.locator('.katex-html [data-note="term-commitment"]').first();
  await symbol.scrollIntoViewIfNeeded();
  await symbol.click();
  const note = page.getByRole('dialog');
  await note.waitFor();
  expect(await note.innerText()).toContain('commitment loss');
});
