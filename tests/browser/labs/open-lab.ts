/** Opens the built page at one lab, as a reader does who follows a link to it: the region that its title names, once it is there. */
import type { Locator, Page } from 'playwright-core';
import { type OpenedPage, type OpenOptions, openPage } from '../harness/open-page';

export interface OpenLabOptions extends OpenOptions {
  /** What the address says besides, such as `k=16&change=blur`. */
  readonly query?: string;
  readonly language?: 'en' | 'zh';
}

export interface OpenedLab extends OpenedPage {
  readonly lab: Locator;
  /** What the address says now, but for the backend. */
  parameters(): Record<string, string>;
}

/** Scrolls an open page to a lab. @returns its region, once it is there */
export async function goToLab(page: Page, id: string, title: string): Promise<Locator> {
  const home = page.locator(`#lab-${id}`);
  // Labs that come near grow and move what is below them: this one is scrolled to, still or not.
  const show = (place: Locator) => place.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await show(home);
  const lab = home.getByRole('region', { name: title, exact: true });
  await lab.waitFor({ timeout: 60_000 });
  await show(lab);
  return lab;
}

/** @param title the lab's title in the language asked for, which is its region's accessible name */
export async function openLab(id: string, title: string, options: OpenLabOptions = {}): Promise<OpenedLab> {
  const { query, language = 'en', ...openOptions } = options;
  const asked = new URLSearchParams(query);
  if (!asked.has('backend')) asked.set('backend', 'wasm');
  const opened = await openPage(`${language}/?${asked}#lab-${id}`, openOptions);
  const { page } = opened;
  return {
    ...opened,
    lab: await goToLab(page, id, title),
    parameters() {
      const { backend: _backend, ...rest } = Object.fromEntries(new URL(page.url()).searchParams);
      return rest;
    },
  };
}
