/** What is said about tokens: colours, shares, nearest distances. */
import { expect, test } from 'vitest';
import { entryShares, smallest, vectorAt } from '../../../src/labs/compare/codes';
import { paintCode } from '../../../src/labs/shared/paint-code';
import { continuousResult, quantisedResult } from './results';

test('cells wear the colour of their entry and its id as their name', () => {
  const result = quantisedResult();
  const { palette, cells, names } = paintCode(result, 'none');
  expect(palette).toHaveLength(4);
  expect(cells[5]).toBe(palette[result.tokens[5]!]);
  expect(names[5]).toBe(String(result.tokens[5]));
});

test('without a codebook every cell has its own colour and no token', () => {
  const { palette, cells, names } = paintCode(continuousResult(), 'none');
  expect(palette).toHaveLength(64);
  expect(cells).toBe(palette);
  expect(new Set(names)).toEqual(new Set(['none']));
});

test('shares count the cells of each entry used, most frequent first', () => {
  const result = quantisedResult();
  const shares = entryShares(result, paintCode(result, '').palette);
  expect(shares.map(({ key, count }) => [key, count])).toEqual([
    [0, 32],
    [2, 31],
    [3, 1],
  ]);
});

test('the smallest values come first, equal ones by index', () => {
  expect(smallest(Float32Array.from([3, 1, 2, 1]), 3)).toEqual([
    { index: 1, value: 1 },
    { index: 3, value: 1 },
    { index: 2, value: 2 },
  ]);
});

test('a row of a table', () => {
  expect([...vectorAt(Float32Array.from([1, 2, 3, 4, 5, 6]), 1, 2)]).toEqual([3, 4]);
});
