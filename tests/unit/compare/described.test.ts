/** What is said of the attention and of the error map. */
import { expect, test } from 'vitest';
import { strongestOf, worstOf } from '../../../src/labs/compare/described';

test('the strongest place, its share, and that of the strongest few', () => {
  const weights = new Float32Array(16);
  weights.set([0.25], 2);
  weights.set([0.5], 6);
  weights.set([0.125, 0.125], 12);
  expect(strongestOf(weights, 4, 2)).toEqual({ row: 2, column: 3, share: 0.5, together: 0.75 });
  expect(weights[6]).toBe(0.5);
});

test('the mean error, and the worst with the cell that it lies in', () => {
  // Cells of 2×2 pixels; the worst pixel is in row 6 and column 3.
  const errors = new Float32Array(64).fill(1);
  errors[5 * 8 + 2] = 65;
  expect(worstOf(errors, 4)).toEqual({ row: 3, column: 2, mean: 2, largest: 65 });
});

test('of a picture drawn without a fault nothing is wrong', () => {
  expect(worstOf(new Float32Array(64), 4)).toMatchObject({ mean: 0, largest: 0 });
});
