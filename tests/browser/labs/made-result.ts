/** Results as if measured on the weights that the page has, for tests of what labs make of them. */
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import type { ResultHeader } from '../../../src/results/envelope';

const HASH = '0'.repeat(64);

async function hashesOf(page: Page, id: string): Promise<(readonly [string, string])[]> {
  const response = await page.request.get(new URL(`models/${id}/manifest.json`, inject('pageUrl')).href);
  const { weightsManifest } = (await response.json()) as { weightsManifest: { name: string; sha256: string }[] };
  return weightsManifest.map(({ name, sha256 }) => [`${id}/${name}`, sha256] as const);
}

/** Answers for `results/<id>.json`. @param isStale as if measured on other weights */
export async function serveResult(page: Page, id: string, figures: object, isStale = false): Promise<void> {
  const hashes = (await Promise.all(['contrastive', 'vqvae-16', 'vqvae-8'].map((model) => hashesOf(page, model)))).flat();
  const header: ResultHeader = {
    format: 1,
    experiment: id,
    command: `npm run evaluate -- ${id}`,
    date: '2026-01-01',
    smoke: false,
    protocol: { zh: '试', en: 'made for the test' },
    seeds: [1, 2, 3],
    weights: Object.fromEntries(hashes.map(([name, sha256]) => [name, isStale ? HASH : sha256])),
    data: { renderings: HASH, split: HASH },
    splits: { seed: 1, unseenArtist: 'openmoji', train: 1, validation: 1, test: 1 },
    sizes: {},
  };
  await page.route(`**/results/${id}.json`, (route) => route.fulfill({ json: { ...header, figures } }));
}

/** A figure with its spread, in any of the forms that results have. */
export const made = (mean: number, sd = 0.5) => ({ mean, sd, n: 3, values: [mean - sd, mean, mean + sd] });
