/** The swap: drawing from the wrong code, telling from the wrong code, and the two-by-two that says how it goes in general. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lastingPage } from '../harness/lasting-page';
import { made, serveResult } from './made-result';
import { type OpenedLab, type OpenLabOptions, openLab } from './open-lab';
import { takePng } from './taken-png';

const TITLE = 'The swap';

/** By code: group, balanced and concept by which it tells, and PSNR; ordered as the results are. */
const CODES = [
  ['pooled', ['pooled'], 61, 48, 50, 14],
  ['grid', ['gridMean', 'gridFlat'], 58, 44, 40, 20],
  ['tokens', ['histogram', 'codesFlat'], 42, 27, 70, 19],
  ['tokens-16', ['histogram', 'codesFlat'], 41, 28, 31, 21],
  ['random-pooled', ['pooled'], 36, 24, 12, 13],
  ['random-grid', ['gridMean', 'gridFlat'], 44, 30, 35, 22],
  ['pca', ['whole'], 43, 29, 37, 18],
  ['pixels', ['whole'], 45, 31, 41, 23],
] as const;
const drawn = (psnr: number) => ({
  psnr: made(psnr),
  ssim: made(psnr / 40, 0.01),
  photos: made(psnr - 1),
  group: made(2 * psnr),
});
const likeness = (psnr: number) => ({ psnr: made(psnr), ssim: made(psnr / 40, 0.01) });
const judged = { group: made(30), conceptR1: made(10), conceptR5: made(20) };
const recall = (r1: number) => ({ r1: made(r1), r5: made(r1) });
const chance = { r1: 0.5, r5: 2 };

const TWO_BY_TWO = {
  codes: CODES.map(([code, poolings, group, balanced, concept, psnr]) => ({
    code,
    encoder: 'contrastive',
    bits: 576,
    tell: poolings.map((pooling, i) => ({
      pooling,
      parameters: 1290,
      group: made(group - i),
      balanced: made(balanced - i),
      validation: { group: group - i, conceptR1: concept - i },
      conceptR1: made(concept - i),
    })),
    draw: drawn(psnr),
  })),
  chance: { tell: { group: 28, balanced: 10, conceptR1: 0.5 }, draw: drawn(12) },
  originals: { group: 63 },
};
const E2 = {
  codebook: 512,
  groups: ['faces', 'animals'],
  chance: {
    retrieval: { heldOutConcepts: chance, twemojiToNoto: chance, unseenArtist: chance, unseenArtistAllKnown: chance },
    probe: { heldOutConcepts: 28, unseenArtist: 28, balanced: 10 },
  },
  representations: [
    ['contrastive', 'pooled', 51.5],
    ['vqvae-8', 'histogram', 8.5],
    ['pixels', 'whole', 41.5],
  ].map(([encoder, pooling, r1]) => ({
    encoder,
    pooling,
    dim: 128,
    bits: 4096,
    retrieval: {
      validationConcepts: recall(Number(r1)),
      heldOutConcepts: recall(Number(r1)),
      twemojiToNoto: recall(Number(r1)),
      unseenArtist: recall(Number(r1)),
      unseenArtistAllKnown: recall(Number(r1)),
    },
    probe: { parameters: 1290, l2: 1, validation: 50, heldOutConcepts: made(50), unseenArtist: made(50), balanced: made(50) },
  })),
  captions: Object.fromEntries(
    ['en', 'zh'].map((language) => [
      language,
      {
        heldOutR1: 7.5,
        heldOutR5: 25,
        trainR1: 40,
        chance: { heldOutR1: 0.5, heldOutR5: 2, trainR1: 0.1 },
        towerAlone: { heldOutR1: 7, heldOutR5: 24, trainR1: 41 },
      },
    ]),
  ),
};
const E3 = {
  decoder: { sharedParameters: 90_000, steps: 400, batch: 32, learningRate: 0.003 },
  judge: {
    parameters: 1,
    steps: 1,
    batch: 1,
    groups: ['faces', 'animals'],
    originals: { group: 63, conceptR1: 50, conceptR5: 60 },
    chance: { group: 28, conceptR1: 1, conceptR5: 2 },
  },
  codes: [...CODES.map(([code, , , , , psnr]) => [code, psnr] as const), ['caption', 13] as const].map(([code, psnr]) => ({
    code,
    side: 8,
    dim: 128,
    bits: 4096,
    parameters: 100_000,
    locality: null,
    heldOut: { ...likeness(psnr), ...judged },
    photos: likeness(psnr),
  })),
  undrawn: ['mean-image', 'pca-sum'].map((kind) => ({
    kind,
    bits: 0,
    heldOut: { ...likeness(12), ...judged },
    photos: likeness(12),
  })),
};

/** Opens the lab with made results; stale ones are as if measured on other weights. */
const open = (query: string, { isStale = false, ...options }: OpenLabOptions & { isStale?: boolean } = {}): Promise<OpenedLab> =>
  openLab('swap', TITLE, {
    query,
    ...options,
    beforeLoad: async (page, context) => {
      await serveResult(page, 'e2', E2, isStale);
      await serveResult(page, 'e3', E3, isStale);
      await serveResult(page, 'two-by-two', TWO_BY_TWO, isStale);
      await options.beforeLoad?.(page, context);
    },
  });

const withoutDecoders = (page: Page) => page.route('**/models/decoder-*/**', (route) => route.fulfill({ status: 404 }));

/** Without the decoders, which take the longest. */
const undrawn = lastingPage((options) => open('sample=1F34E.noto', { ...options, beforeLoad: withoutDecoders }), {
  expectProblems: true,
});

/** Resolves when both parts have answered. */
const settled = (lab: Locator) =>
  expect.poll(() => lab.locator('.swap-part[aria-busy="true"]').count(), { timeout: 60_000 }).toBe(0);

const way = (lab: Locator, name: string) => lab.locator(`[data-way="${name}"]`);

async function placeBy(lab: Locator, name: string): Promise<number> {
  const text = await way(lab, name).locator('[data-figure="place"]').innerText();
  return Number(/[\d,]+$/.exec(text)?.[0].replaceAll(',', ''));
}

const pixelsOf = (lab: Locator, name: string): Promise<string> =>
  lab.getByRole('img', { name, exact: true }).evaluate((element) => (element as HTMLCanvasElement).toDataURL());

test('the very drawing of the gallery is no question; another artist’s is', async () => {
  const { lab, page } = await undrawn();
  await way(lab, 'pixels').locator('[data-figure="place"]').waitFor({ timeout: 60_000 });
  expect([await placeBy(lab, 'embedding'), await placeBy(lab, 'tokens'), await placeBy(lab, 'pixels')]).toEqual([1, 1, 1]);
  await lab.getByRole('button', { name: 'Another artist’s' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('sample')).not.toBe('1F34E.noto');
  await expect.poll(() => lab.getByRole('button', { name: 'Another artist’s' }).count()).toBe(0);
});

test('without decoders it says so, and everything else works', async () => {
  const { lab, page } = await undrawn();
  const alert = lab.getByRole('alert');
  await alert.waitFor({ timeout: 60_000 });
  expect(await alert.innerText()).toContain('decoders');
  await way(lab, 'embedding').locator('[data-figure="place"]').waitFor({ timeout: 60_000 });
  expect(await way(lab, 'embedding').innerText()).toContain('51.5%');
  expect(await way(lab, 'captions').getByRole('listitem').count()).toBe(5);
  // The tower's own, since captions are ranked by it alone.
  expect(await way(lab, 'captions').innerText()).toMatch(/right at once in 7(\.0)?%/);
  expect(await lab.getByRole('row', { name: /Understanding: one vector/ }).count()).toBeGreaterThan(0);
  expect(await page.locator('h1').count()).toBe(1);
});

test('the vector finds what another artist drew; the histogram of tokens does not', async () => {
  const { lab, page } = await undrawn();
  const places = { embedding: 0, tokens: 0 };
  for (const name of ['cat face', 'rocket', 'sunflower']) {
    await lab.getByRole('radio', { name, exact: true }).click({ force: true });
    await way(lab, 'tokens').locator('[data-figure="place"]', { hasText: name }).waitFor({ timeout: 60_000 });
    expect(new URL(page.url()).searchParams.get('sample')).not.toMatch(/\.noto$/);
    places.embedding += await placeBy(lab, 'embedding');
    places.tokens += await placeBy(lab, 'tokens');
  }
  expect(places.embedding).toBeLessThan(places.tokens);
});

test('the two-by-two follows its figures; its measures are shared in the address and reset', async () => {
  const { lab, parameters } = await undrawn();
  const best = (table: Locator) => table.locator('.two-main [data-best]').allInnerTexts();
  const table = lab.getByRole('table').first();
  await table.waitFor();
  await expect.poll(() => best(table), { timeout: 30_000 }).toEqual(['61.0%', '19.0 dB']);
  expect(await lab.innerText()).toContain('the vector beats the tokens, 61.0% to 42.0%.');
  await lab.getByRole('radio', { name: 'concept found' }).check({ force: true });
  expect(await lab.innerText()).toContain('the tokens beat the vector, 70.0% to 50.0%.');
  await lab.getByRole('radio', { name: 'SSIM', exact: true }).check({ force: true });
  expect(parameters()).toMatchObject({ tell: 'concept', draw: 'ssim' });

  const shared = await open(new URLSearchParams(parameters()).toString(), {
    expectProblems: true,
    beforeLoad: withoutDecoders,
  });
  await expect.poll(() => best(shared.lab.getByRole('table').first()), { timeout: 30_000 }).toEqual(['70.0%', '0.48']);
  await shared.lab.getByRole('button', { name: 'Reset' }).click();
  expect(await best(shared.lab.getByRole('table').first())).toEqual(['61.0%', '19.0 dB']);
  expect(shared.parameters()).not.toHaveProperty('tell');
});

test('tokens draw the picture back better than the vector, and another picture is drawn otherwise', async () => {
  const { lab, page } = await open('sample=1F431.twemoji');
  const psnrOf = async (code: string) =>
    Number.parseFloat(await lab.locator(`[data-code="${code}"] [data-figure="psnr"] dd`).innerText());
  await expect.poll(() => psnrOf('tokens'), { timeout: 60_000 }).toBeGreaterThan(0);
  expect(await psnrOf('tokens')).toBeGreaterThan(await psnrOf('pooled'));
  const names = ['Understanding: one vector', 'Understanding: its 8×8 grid', 'Generation: 8×8 tokens', 'Untrained: its 8×8 grid'];
  const all = () => Promise.all(names.map((name) => pixelsOf(lab, `Drawn from: ${name}`)));
  const cat = await all();
  expect(new Set(cat).size).toBe(names.length);
  // Below each drawing its name, its bits, and two figures at the right; the original has its name alone.
  const png = await takePng(page, lab.getByRole('button', { name: 'Download PNG' }));
  expect(png.isWhite).toBe(true);
  for (const column of [0, 1, 2, 3, 4]) {
    const left = 32 + column * 252;
    const lines = [png.darkIn(left, 366, 60, 18), png.darkIn(left, 392, 60, 16), png.darkIn(left + 160, 414, 72, 42)];
    const isWritten = lines.map((share) => share > 0.01);
    expect(isWritten, `column ${column}`).toEqual(column === 0 ? [true, false, false] : [true, true, true]);
  }
  // A click, since the choice is shown only once the drawing has come.
  await lab.getByRole('radio', { name: 'wolf', exact: true }).click({ force: true });
  await expect.poll(() => new URL(page.url()).searchParams.get('sample')).toBe('1F43A.twemoji');
  await settled(lab);
  (await all()).forEach((drawing, i) => expect(drawing).not.toBe(cat[i]));
});

test('figures of other weights are not shown', async () => {
  const { lab } = await open('sample=1F34E', { isStale: true, expectProblems: true, beforeLoad: withoutDecoders });
  await expect.poll(() => lab.innerText(), { timeout: 30_000 }).toContain('The two-by-two was measured on other weights');
  await expect.poll(() => lab.innerText()).toContain('The evaluation set was measured on other weights');
  expect(await lab.innerText()).not.toContain('right at once');
  expect(await lab.getByRole('table').count()).toBe(0);
});

test('says that figures were never measured, or could not be fetched', async () => {
  const { lab } = await open('sample=1F34E', {
    expectProblems: true,
    beforeLoad: async (page) => {
      await page.route('**/results/e2.json', (route) => route.fulfill({ status: 404 }));
      await page.route('**/results/e3.json', (route) => route.fulfill({ status: 500 }));
    },
  });
  await expect.poll(() => lab.innerText(), { timeout: 30_000 }).toContain('has not been measured for this yet');
  await expect.poll(() => lab.innerText()).toContain('The result over the evaluation set could not be fetched');
});
