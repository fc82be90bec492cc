/** Writes a full-page picture into `screenshots/` (not under version control), for a person to look at: of a test that failed, and with `SCREENSHOTS=1` of first views. */
import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';

const FOLDER = 'screenshots';

/** Path of the PNG written; every character of `name` that is awkward in a file name becomes a hyphen. */
export async function screenshot(page: Page, name: string): Promise<string> {
  await mkdir(FOLDER, { recursive: true });
  const path = `${FOLDER}/${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.png`;
  await page.screenshot({ path, fullPage: true });
  return path;
}

/** The picture of a page on which a test failed; a page that gives none must not hide that failure by another. */
export async function screenshotOfFailure(page: Page, test: string): Promise<void> {
  await screenshot(page, `failed ${test}`).catch((error: Error) => console.warn(`no picture of “${test}”: ${error.message}`));
}
