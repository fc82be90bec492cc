/** A PNG that a lab gives to take along, and where on it something is drawn. */
import { buffer } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';

export interface TakenPng {
  readonly fileName: string;
  /** In the units of `src/labs/shared/sheet.ts`. */
  readonly width: number;
  readonly height: number;
  /** Whether the ground is white, as its corners tell. */
  readonly isWhite: boolean;
  /** Share of a rectangle that is dark, as print on white is and what is made for a dark page is not. */
  darkIn(left: number, top: number, width: number, height: number): number;
}

/** Pixels a unit. */
const SCALE = 2;
const DARK = 128;

/** The same on a dark page, whose colours a picture that stands alone must not have. */
export async function takePngInTheDark(page: Page, button: Locator): Promise<TakenPng> {
  await page.emulateMedia({ colorScheme: 'dark' });
  try {
    return await takePng(page, button);
  } finally {
    await page.emulateMedia({ colorScheme: 'light' });
  }
}

export async function takePng(page: Page, button: Locator): Promise<TakenPng> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const file = await buffer(await download.createReadStream());
  const { data, info } = await sharp(file).removeAlpha().greyscale().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => data[(y * info.width + x) * info.channels] as number;
  return {
    fileName: download.suggestedFilename(),
    width: info.width / SCALE,
    height: info.height / SCALE,
    isWhite: [0, info.width - 1].every((x) => [0, info.height - 1].every((y) => at(x, y) === 255)),
    darkIn(left, top, width, height) {
      let dark = 0;
      for (let y = SCALE * top; y < SCALE * (top + height); y++)
        for (let x = SCALE * left; x < SCALE * (left + width); x++) if (at(x, y) < DARK) dark += 1;
      return dark / (SCALE * width * SCALE * height);
    },
  };
}
