/** The compare view as a reader meets it: its parts by their accessible names, and when it has done what was asked. */
import type { Page } from 'playwright-core';
import { type OpenedPage, type OpenOptions, openPage, waitForMark } from '../harness/open-page';

export interface CompareView {
  readonly page: Page;
  readonly slider: ReturnType<Page['getByRole']>;
  readonly reconstruction: ReturnType<Page['getByRole']>;
  /** Resolves when an encoding has been shown after `act`. */
  afterEncoding(act: () => Promise<unknown>): Promise<void>;
  /** What the generation encoder's panel says about its figures. */
  figures(): Promise<Record<string, string>>;
  /** Pixels of a picture on the page. */
  pixels(name: string): Promise<string>;
  parameters(): URLSearchParams;
}

/** Opens the page and waits for its first encoding. */
export async function openView(query = '', options: OpenOptions = {}): Promise<OpenedPage & CompareView> {
  const opened = await openPage(query, options);
  await waitForMark(opened.page, 'first-encoding');
  return { ...opened, ...viewOf(opened.page) };
}

export function viewOf(page: Page): CompareView {
  const encodings = () => page.evaluate(() => performance.getEntriesByName('encode', 'measure').length);
  return {
    page,
    slider: page.getByRole('slider', { name: 'Codebook size' }),
    reconstruction: page.getByRole('img', { name: 'Reconstruction', exact: true }),
    async afterEncoding(act) {
      const before = await encodings();
      await act();
      await page.waitForFunction((count) => performance.getEntriesByName('encode', 'measure').length > count, before, {
        timeout: 60_000,
      });
      // Frames on the way also count: the last one is there when the panel no longer waits for another.
      await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'), undefined, { timeout: 60_000 });
    },
    async figures() {
      const terms = await page.getByRole('region', { name: 'Generation encoder' }).getByRole('term').allInnerTexts();
      const values = await page.getByRole('region', { name: 'Generation encoder' }).getByRole('definition').allInnerTexts();
      return Object.fromEntries(terms.map((term, i) => [term, values[i] ?? '']));
    },
    pixels: (name) =>
      page.getByRole('img', { name, exact: true }).evaluate((element) => (element as HTMLCanvasElement).toDataURL()),
    parameters: () => new URL(page.url()).searchParams,
  };
}
