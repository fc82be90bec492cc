/** Points that are averaged over few pictures are told from the others, and so are the stretches of the line that lead to them. */
import { expect, test } from 'vitest';
import { isPartial, isSparse, stretchesOf } from '../../../src/labs/bits/coverage';

const pointOf = (bits: number, fits?: number) => ({ bits, psnr: 20, ssim: 0.5, ...(fits === undefined ? {} : { fits }) });

test('a point is partial where anything does not fit, and sparse where much does not', () => {
  expect([1, 0.95, 0.5].map((fits) => isPartial(pointOf(256, fits)))).toEqual([false, true, true]);
  expect([1, 0.95, 0.5].map((fits) => isSparse(pointOf(256, fits)))).toEqual([false, false, true]);
  // Tokens fit whatever the picture.
  expect([isPartial(pointOf(256)), isSparse(pointOf(256))]).toEqual([false, false]);
});

test('a line falls into stretches that share their ends', () => {
  const line = [0.1, 0.5, 0.9, 1, 0.8, 1].map((fits, bits) => ({ point: pointOf(bits, fits) }));
  const stretches = stretchesOf(line).map(({ isSparse: isFaint, points }) => [isFaint, points.map(({ point }) => point.bits)]);
  expect(stretches).toEqual([
    [true, [0, 1, 2]],
    [false, [2, 3]],
    [true, [3, 4, 5]],
  ]);
});

test('a line of whole averages is one stretch, and one point is no line', () => {
  expect(stretchesOf([1, 2, 3].map((bits) => ({ point: pointOf(bits) })))).toHaveLength(1);
  expect(stretchesOf([{ point: pointOf(1) }])).toEqual([]);
});
