/** Measured figures reach the text from their files, or the text says that they were not measured. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FIGURES } from '../../../src/article/figures/figures';
import { formatFigure, readFigure } from '../../../src/article/figures/read-figure';

const ID = 'summary:psnr.16.512.heldOut';
const summary = (value: unknown) => (file: string) =>
  file === 'results/summary.json' ? { psnr: { '16': { '512': { heldOut: value } } } } : undefined;

test('the summary comes first, then the manifest', () => {
  expect(readFigure(ID, summary(25.04))).toMatchObject({ state: 'measured', value: 25.04 });
  const manifest = JSON.parse(readFileSync('public/models/vqvae-16/manifest.json', 'utf8'));
  const fromManifest = readFigure(ID, (file) => (file === 'models/vqvae-16/manifest.json' ? manifest : undefined));
  expect(fromManifest).toMatchObject({ state: 'measured', value: manifest.metrics.stored['psnr/512/heldOut'] });
});

test('what was measured several times gives its mean', () => {
  expect(readFigure(ID, summary({ mean: 24, sd: 1, n: 3 }))).toMatchObject({ value: 24 });
});

test('a missing file is “not measured”, a missing number and an unknown id are complaints', () => {
  expect(readFigure(ID, () => undefined)).toEqual({ state: 'not-measured' });
  expect(readFigure(ID, summary(undefined))).toMatchObject({ state: 'unknown', complaint: expect.stringContaining('psnr') });
  expect(readFigure('summary:nothing', () => undefined)).toMatchObject({ state: 'unknown' });
});

test('numbers have their unit and as many decimals as their kind', () => {
  const figure = FIGURES.get(ID);
  expect(figure && formatFigure(24.961, figure, 'en')).toBe('25.0\u00a0dB');
  const usage = FIGURES.get('summary:usage.16.512');
  expect(usage && formatFigure(0.953 * usage.scale, usage, 'zh')).toBe('95%');
});
