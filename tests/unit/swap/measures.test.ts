/** The two-by-two as it is charted. The figures are made up. */
import { expect, test } from 'vitest';
import { best, placeOf } from '../../../src/labs/swap/answers';
import { compareCodes, type Measures, placeOn, verdictOf } from '../../../src/labs/swap/measures';
import { COMPARED, type TwoByTwo } from '../../../src/results/two-by-two';

const spread = (mean: number, sd = 1) => ({ mean, sd, values: [mean, mean, mean] });
const average = (mean: number) => ({ mean, sd: 5, n: 56 });
const drawn = (psnr: number, group: number) => ({
  psnr: spread(psnr, 0.2),
  ssim: spread(psnr / 40, 0.01),
  photos: spread(psnr - 1),
  group: spread(group),
});

/** Telling falls and drawing rises in the order of the codes. What validation likes better is not what the figures themselves would. */
const FIGURES: TwoByTwo['figures'] = {
  codes: COMPARED.map((code, i) => ({
    code,
    encoder: 'contrastive',
    bits: 100,
    tell: [
      {
        pooling: 'codesMean',
        parameters: 10,
        group: spread(60 - 5 * i),
        balanced: spread(50 - 5 * i),
        validation: { group: 61, conceptR1: 20 },
        conceptR1: average(30),
      },
      {
        pooling: 'codesFlat',
        parameters: 99,
        group: spread(65 - 5 * i),
        balanced: spread(55 - 5 * i),
        validation: { group: 60, conceptR1: 21 },
        conceptR1: average(20),
      },
    ],
    draw: drawn(14 + i, 30 + i),
  })),
  chance: { tell: { group: 28, balanced: 10, conceptR1: 0.5 }, draw: drawn(11.3, 28) },
  originals: { group: 63 },
};
const BY: Measures = { tell: 'group', draw: 'psnr' };

test('the vector and the tokens stand apart from the controls, and none is lost', () => {
  const { main, controls } = compareCodes(FIGURES, BY);
  expect(main.map(({ code }) => code)).toEqual(['pooled', 'tokens']);
  expect([...main, ...controls]).toHaveLength(COMPARED.length);
});

test('of several ways to make a vector the one counts that is best on validation concepts', () => {
  const told = (tell: Measures['tell']) => compareCodes(FIGURES, { ...BY, tell }).main[0]?.tell;
  expect(told('group')).toEqual({ pooling: 'codesMean', mean: 60, sd: 1 });
  expect(told('balanced')).toEqual({ pooling: 'codesMean', mean: 50, sd: 1 });
  expect(told('concept')).toEqual({ pooling: 'codesFlat', mean: 20, sd: 5 });
});

test('decibels begin below the lowest figure, shares at nothing; both hold every figure', () => {
  const { tell, draw } = compareCodes(FIGURES, BY).scales;
  expect([tell.low, tell.high]).toEqual([0, 70]);
  expect([draw.low, draw.high]).toEqual([10, 22]);
  expect(draw).toMatchObject({ chance: 11.3, ceiling: null });
  expect(compareCodes(FIGURES, { ...BY, draw: 'judge' }).scales.draw).toMatchObject({ low: 0, ceiling: 63, unit: 'percent' });
  expect(placeOn(draw, 16)).toBeCloseTo(0.5, 6);
  expect(placeOn(draw, 99)).toBe(1);
});

test('the verdict follows the figures, and there is none within their spread', () => {
  const { main } = compareCodes(FIGURES, BY);
  expect(verdictOf(main, 'tell')).toBe('pooled');
  expect(verdictOf(main, 'draw')).toBe('tokens');
  expect(verdictOf(compareCodes(FIGURES, { ...BY, tell: 'concept' }).main, 'tell')).toBe('neither');
});

test('answers come nearest first, and a place counts what is nearer', () => {
  const scores = Float32Array.of(0.1, 0.9, 0.5, 0.9);
  expect(best(scores, 3).map(({ index }) => index)).toEqual([1, 3, 2]);
  expect(placeOf(scores, 2)).toBe(3);
  expect(placeOf(scores, 3)).toBe(1);
});
