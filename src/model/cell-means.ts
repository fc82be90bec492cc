/** A picture's mean colours on a coarse grid: the plainest code of all, beside which the learned ones are shown. */
import { IMAGE_SIZE } from './types';

/**
 * Mean RGB of each of side×side square cells, rounded.
 * @param pixels RGB of one picture [64·64·3]
 * @param side divides 64
 * @returns [side·side·3], row-major
 */
export function cellMeans(pixels: Uint8Array, side: number): Uint8Array {
  const cell = IMAGE_SIZE / side;
  const sums = new Float64Array(side * side * 3);
  for (let at = 0; at < pixels.length; at++) {
    const pixel = Math.floor(at / 3);
    const row = Math.floor(pixel / IMAGE_SIZE / cell);
    const column = Math.floor((pixel % IMAGE_SIZE) / cell);
    const into = (row * side + column) * 3 + (at % 3);
    sums[into] = (sums[into] as number) + (pixels[at] as number);
  }
  return Uint8Array.from(sums, (sum) => Math.round(sum / (cell * cell)));
}
