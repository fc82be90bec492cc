/** Sums over pixels: patches, the attention's veil. */
import { expect, test } from 'vitest';
import { patchOf, veilOf } from '../../../src/labs/compare/pixels';

test('a patch is the pixels under its cell', () => {
  const side = 4;
  const pixels = Uint8Array.from({ length: side * side * 3 }, (_, i) => Math.floor(i / 3));
  const reds = (cell: number) => [...patchOf(pixels, side, 2, cell)].filter((_, i) => i % 3 === 0);
  expect(reds(0)).toEqual([0, 1, 4, 5]);
  expect(reds(3)).toEqual([10, 11, 14, 15]);
});

test('the strongest place is clear, one without weight is veiled', () => {
  expect([...veilOf(Float32Array.from([0, 0.125, 0.5]))]).toEqual([1, 0.5, 0]);
});
