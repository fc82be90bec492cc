/** Browser and shell give the same codes: on every backend, for samples and photographs, from pixels and from files. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareImage } from '../../../src/dataset/prepare';
import type { GenerationSettings } from '../../../src/engine/protocol';
import { GRID_SIZES, type RgbImage } from '../../../src/model/types';
import { decodeFile } from '../../../training/encode/decode-file';
import { type ShellEngine, startShellEngine } from '../../../training/encode/shell-engine';
import { type EngineSite, serveEngineSite } from '../engine/engine-site';
import { openPage } from '../harness/open-page';
import { opened, openImportPage } from '../import/import-page';
import { photographFiles, photographs, publishedFiles, samplePictures } from './pictures';

const MINUTES = 60_000;
/** Pictures sent to the page at a time. */
const BATCH = 16;

/** The largest codebook leaves the least room between neighbouring entries. */
const settingsAt = (grid: GenerationSettings['grid']): GenerationSettings => ({ grid, codebook: 1024 });

interface Codes {
  readonly embedding: readonly number[];
  readonly tokens: readonly number[];
}

let shell: ShellEngine;
let site: EngineSite;
beforeAll(async () => {
  [shell, site] = await Promise.all([startShellEngine('public'), serveEngineSite(publishedFiles())]);
}, 5 * MINUTES);
afterAll(() => site.close());

async function shellCodes(images: readonly RgbImage[], settings: GenerationSettings): Promise<Codes[]> {
  const codes: Codes[] = [];
  for (const image of images) {
    const { understanding, generation } = (await shell.encode(image, settings)).encoding;
    codes.push({ embedding: Array.from(understanding.embedding), tokens: Array.from(generation.tokens) });
  }
  return codes;
}

async function browserCodes(page: Page, images: readonly RgbImage[], settings: GenerationSettings): Promise<Codes[]> {
  const codes: Codes[] = [];
  for (let start = 0; start < images.length; start += BATCH) {
    const batch = images.slice(start, start + BATCH).map(({ data }) => Buffer.from(data).toString('base64'));
    const answers = await page.evaluate(
      async ({ batch, settings }) => {
        const results = [];
        for (const base64 of batch) {
          const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          const encoding = await enginePage.client.encode({ width: 64, height: 64, data }, settings, 'en');
          if (encoding === 'superseded') throw new Error('superseded');
          const { understanding, generation } = encoding;
          results.push({ embedding: Array.from(understanding.embedding), tokens: Array.from(generation.tokens) });
        }
        return results;
      },
      { batch, settings },
    );
    codes.push(...answers);
  }
  return codes;
}

const cosine = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) / (Math.hypot(...a) * Math.hypot(...b));

function expectAgreement(ours: readonly Codes[], theirs: readonly Codes[], { grid }: GenerationSettings): void {
  expect(ours).toHaveLength(theirs.length);
  const cosines = ours.map(({ embedding }, i) => cosine(embedding, theirs[i]?.embedding ?? []));
  expect(Math.min(...cosines)).toBeGreaterThan(0.9999);
  const cells = ours.flatMap(({ tokens }, i) => tokens.map((token, cell) => token === theirs[i]?.tokens[cell]));
  expect(cells).toHaveLength(ours.length * grid * grid);
  expect(cells.filter(Boolean).length / cells.length, `tokens of the ${grid}×${grid} grid`).toBeGreaterThanOrEqual(0.99);
}

describe('the same pixels', () => {
  const images = [...samplePictures(), ...photographs()];

  // Software WebGL takes a second a picture: there the second grid is compared on every fourth.
  it.each([
    ['wasm', 16, 1],
    ['wasm', 8, 1],
    ['webgl', 16, 1],
    ['webgl', 8, 4],
  ] as const)(
    'have the same codes on %s as in the shell at grid %i',
    async (backend, grid, step) => {
      const compared = images.filter((_, i) => i % step === 0);
      const settings = settingsAt(grid);
      const { page } = await openPage('', { pageUrl: site.url });
      await page.evaluate((name) => enginePage.open(name), backend);
      const { info } = await page.evaluate(() => enginePage.reached('ready'));
      expect(info.backend).toBe(backend);
      expectAgreement(await browserCodes(page, compared, settings), await shellCodes(compared, settings), settings);
    },
    20 * MINUTES,
  );
});

describe('the same files', () => {
  it(
    'have the same codes, whether the browser decodes them or the shell',
    async () => {
      const page = await openImportPage();
      const inBrowser: RgbImage[] = [];
      const inShell: RgbImage[] = [];
      for (const file of photographFiles()) {
        inBrowser.push({ width: 64, height: 64, data: (await opened(page, readFileSync(file), file)).prepared });
        inShell.push(prepareImage((await decodeFile(file)).image, { ground: [0, 0, 0] }));
      }
      for (const settings of GRID_SIZES.map(settingsAt)) {
        expectAgreement(await shellCodes(inBrowser, settings), await shellCodes(inShell, settings), settings);
      }
    },
    5 * MINUTES,
  );
});
