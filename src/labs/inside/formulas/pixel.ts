/** From bytes to the numbers that the first convolution reads. */
import { valueAt } from '../arrays';
import type { BoxId } from '../boxes';
import { mark, tex } from '../tex';
import type { FilledFormula } from './formula';

/** @param byte red of the block's first pixel, 0..255 @param value what the model made of it */
export function pixelFormula(box: BoxId, byte: number, value: number): FilledFormula {
  const [x, u] = [`${box}-x`, `${box}-u`];
  return {
    symbolic: `${mark(u, 'u')} = \\frac{${mark(x, 'x')}}{255} - \\frac{1}{2}`,
    filled: `${mark(u, tex(value))} = \\frac{${mark(x, String(byte))}}{255} - \\frac{1}{2}`,
    legend: [
      { symbol: x, tex: 'x', meaning: 'legendByte', value: String(byte) },
      { symbol: u, tex: 'u', meaning: 'legendFolded', value: tex(value) },
    ],
  };
}

/** Row-major index of a block's first pixel. @param patch side of a block in pixels */
export const firstPixel = (row: number, column: number, patch: number, side: number): number =>
  row * patch * side + column * patch;

/** The bytes of a block, pixel by pixel. [p·p][3] */
export function blockOf(pixels: Uint8Array, row: number, column: number, patch: number, side: number): number[][] {
  const first = firstPixel(row, column, patch, side);
  return Array.from({ length: patch * patch }, (_, i) => {
    const at = 3 * (first + Math.floor(i / patch) * side + (i % patch));
    return [valueAt(pixels, at), valueAt(pixels, at + 1), valueAt(pixels, at + 2)];
  });
}
