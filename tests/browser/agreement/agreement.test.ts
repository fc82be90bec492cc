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

/** The largest codebook leaves the least room between neighbouring entries. */
const SETTINGS: readonly GenerationSettings[] = GRID_SIZES.map((grid) => ({ grid, codebook: 1024 }));
const MINUTES = 60_000;
/** Pictures sent to the page at a time. */
const BATCH = 16;

interface Codes {
  readonly embedding: readonly number[];
  /** Token ids at each of the settings. */
  readonly tokens: readonly (readonly number[])[];
}

let shell: ShellEngine;
let site: EngineSite;
beforeAll(async () => {
  [shell, site] = await Promise.all([startShellEngine('public'), serveEngineSite(publishedFiles())]);
}, 5 * MINUTES);
afterAll(() => site.close());

async function shellCodes(image: RgbImage): Promise<Codes> {
  const encodings = [];
  for (const settings of SETTINGS) encodings.push((await shell.encode(image, settings)).encoding);
  const [first] = encodings;
  return {
    embedding: Array.from(first?.understanding.embedding ?? []),
    tokens: encodings.map(({ generation }) => Array.from(generation.tokens)),
  };
}

async function browserCodes(page: Page, images: readonly RgbImage[]): Promise<Codes[]> {
  const codes: Codes[] = [];
  for (let start = 0; start < images.length; start += BATCH) {
    const batch = images.slice(start, start + BATCH).map(({ data }) => Buffer.from(data).toString('base64'));
    const answers = await page.evaluate(
      async ({ batch, settings }) => {
        const results = [];
        for (const base64 of batch) {
          const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          const tokens = [];
          let embedding: number[] = [];
          for (const each of settings) {
            const encoding = await enginePage.client.encode({ width: 64, height: 64, data }, each, 'en');
            if (encoding === 'superseded') throw new Error('superseded');
            tokens.push(Array.from(encoding.generation.tokens));
            embedding = Array.from(encoding.understanding.embedding);
          }
          results.push({ embedding, tokens });
        }
        return results;
      },
      { batch, settings: SETTINGS },
    );
    codes.push(...answers);
  }
  return codes;
}

const cosine = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) / (Math.hypot(...a) * Math.hypot(...b));

function expectAgreement(ours: readonly Codes[], theirs: readonly Codes[]): void {
  const cosines = ours.map(({ embedding }, i) => cosine(embedding, theirs[i]?.embedding ?? []));
  expect(Math.min(...cosines)).toBeGreaterThan(0.9999);
  for (const [which, { grid }] of SETTINGS.entries()) {
    const cells = ours.flatMap(({ tokens }, i) =>
      (tokens[which] ?? []).map((token, cell) => token === theirs[i]?.tokens[which]?.[cell]),
    );
    expect(cells).toHaveLength(ours.length * grid * grid);
    expect(cells.filter(Boolean).length / cells.length, `tokens of the ${grid}×${grid} grid`).toBeGreaterThanOrEqual(0.99);
  }
}

describe('the same pixels', () => {
  const images = [...samplePictures(), ...photographs()];
  let expected: Codes[];
  beforeAll(async () => {
    expected = [];
    for (const image of images) expected.push(await shellCodes(image));
  }, 10 * MINUTES);

  it.each(['wasm', 'webgl'] as const)(
    'have the same codes on %s as in the shell',
    async (backend) => {
      const { page } = await openPage('', { pageUrl: site.url });
      await page.evaluate((name) => enginePage.open(name), backend);
      const { info } = await page.evaluate(() => enginePage.reached('ready'));
      expect(info.backend).toBe(backend);
      expectAgreement(await browserCodes(page, images), expected);
    },
    20 * MINUTES,
  );
});

describe('the same files', () => {
  it(
    'have the same codes, whether the browser decodes them or the shell',
    async () => {
      const page = await openImportPage();
      const [ours, theirs]: [Codes[], Codes[]] = [[], []];
      for (const file of photographFiles()) {
        const { prepared } = await opened(page, readFileSync(file), file);
        ours.push(await shellCodes({ width: 64, height: 64, data: prepared }));
        theirs.push(await shellCodes(prepareImage((await decodeFile(file)).image, { ground: [0, 0, 0] })));
      }
      expectAgreement(ours, theirs);
    },
    5 * MINUTES,
  );
});
