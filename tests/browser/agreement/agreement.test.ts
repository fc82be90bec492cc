/** Browser and shell give the same codes: on every backend, for samples and photographs, from pixels and from files. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareImage } from '../../../src/dataset/prepare';
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

/** Software WebGL takes a second an encoding: it gets every seventh picture, which leaves some of most concepts and each photograph. */
const SOFTWARE_WEBGL_STRIDE = 7;

/** The largest codebook leaves the least room between neighbouring entries. */
const CODEBOOK = 1024;

interface Codes {
  readonly embedding: readonly number[];
  /** By grid, in the order of `GRID_SIZES`. */
  readonly tokens: readonly (readonly number[])[];
}

let shell: ShellEngine;
let site: EngineSite;
beforeAll(async () => {
  [shell, site] = await Promise.all([startShellEngine('public'), serveEngineSite(publishedFiles())]);
}, 5 * MINUTES);
afterAll(() => site.close());

async function shellCodes(images: readonly RgbImage[]): Promise<Codes[]> {
  const codes: Codes[] = [];
  for (const image of images) {
    const encoded = [];
    for (const grid of GRID_SIZES) encoded.push((await shell.encode(image, { grid, codebook: CODEBOOK })).encoding);
    codes.push({
      embedding: Array.from(encoded[0]?.understanding.embedding ?? []),
      tokens: encoded.map(({ generation }) => Array.from(generation.tokens)),
    });
  }
  return codes;
}

/** Each picture is encoded once and redrawn at the other grid, as the page does. */
async function browserCodes(page: Page, images: readonly RgbImage[]): Promise<Codes[]> {
  const codes: Codes[] = [];
  for (let start = 0; start < images.length; start += BATCH) {
    const batch = images.slice(start, start + BATCH).map(({ data }) => Buffer.from(data).toString('base64'));
    const answers = await page.evaluate(
      async ({ batch, grids: [first, second], codebook }) => {
        const results = [];
        for (const base64 of batch) {
          const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          const encoding = await enginePage.client.encode({ width: 64, height: 64, data }, { grid: first, codebook }, 'en');
          const redrawn = await enginePage.client.regenerate({ grid: second, codebook });
          if (encoding === 'superseded' || redrawn === 'superseded') throw new Error('superseded');
          const { understanding, generation } = encoding;
          results.push({
            embedding: Array.from(understanding.embedding),
            tokens: [Array.from(generation.tokens), Array.from(redrawn.tokens)],
          });
        }
        return results;
      },
      { batch, grids: GRID_SIZES, codebook: CODEBOOK } as const,
    );
    codes.push(...answers);
  }
  return codes;
}

const cosine = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) / (Math.hypot(...a) * Math.hypot(...b));

function expectAgreement(ours: readonly Codes[], theirs: readonly Codes[]): void {
  expect(ours).toHaveLength(theirs.length);
  const cosines = ours.map(({ embedding }, i) => cosine(embedding, theirs[i]?.embedding ?? []));
  expect(Math.min(...cosines)).toBeGreaterThan(0.9999);
  for (const [g, grid] of GRID_SIZES.entries()) {
    const cells = ours.flatMap(({ tokens }, i) => (tokens[g] ?? []).map((token, cell) => token === theirs[i]?.tokens[g]?.[cell]));
    expect(cells).toHaveLength(ours.length * grid * grid);
    expect(cells.filter(Boolean).length / cells.length, `tokens of the ${grid}×${grid} grid`).toBeGreaterThanOrEqual(0.99);
  }
}

describe('the same pixels', () => {
  const images = [...samplePictures(), ...photographs()];
  /** Asked for by the first test, so that shell and page compute beside each other. */
  let expected: Promise<readonly Codes[]> | undefined;

  it.each([
    ['wasm', 1],
    ['webgl', SOFTWARE_WEBGL_STRIDE],
  ] as const)(
    'have the same codes on %s as in the shell',
    async (backend, stride) => {
      const { page } = await openPage('', { pageUrl: site.url });
      await page.evaluate((name) => enginePage.open(name), backend);
      const { info } = await page.evaluate(() => enginePage.reached('ready'));
      expect(info.backend).toBe(backend);
      expected ??= shellCodes(images);
      const taken = <T>(all: readonly T[]): T[] => all.filter((_, i) => i % stride === 0);
      const [inBrowser, inShell] = await Promise.all([browserCodes(page, taken(images)), expected]);
      expectAgreement(inBrowser, taken(inShell));
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
      expectAgreement(await shellCodes(inBrowser), await shellCodes(inShell));
    },
    5 * MINUTES,
  );
});
