/**
 * Shrinking by whole factors: the first step for large pictures, done tile by tile so that a page stays alive.
 * Page and shell share it; what remains is exact averages, whatever the tiles were.
 */
import type { RgbaImage } from './prepare';

/** Most pixels kept of a picture before the final resize (2 megapixels: enough to crop from). */
export const KEPT_PIXELS = 2 ** 21;

/** Smallest whole factor by which a picture of this size must shrink to keep at most {@link KEPT_PIXELS} pixels. */
export function reductionFactor(width: number, height: number): number {
  let factor = 1;
  while (Math.ceil(width / factor) * Math.ceil(height / factor) > KEPT_PIXELS) factor++;
  return factor;
}

/**
 * Averages squares of factor×factor pixels, weighted by alpha; squares cut by the right or lower border average
 * what they have. Returns [ceil(height/factor), ceil(width/factor)] RGBA pixels.
 */
export function reduceImage(source: RgbaImage, factor: number): RgbaImage {
  if (factor === 1) return source;
  const width = Math.ceil(source.width / factor);
  const height = Math.ceil(source.height / factor);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) averageSquare(source, x * factor, y * factor, factor, data, (y * width + x) * 4);
  }
  return { width, height, data };
}

function averageSquare(
  source: RgbaImage,
  left: number,
  top: number,
  factor: number,
  out: Uint8ClampedArray,
  outAt: number,
): void {
  const { width, data } = source;
  const right = Math.min(left + factor, width);
  const bottom = Math.min(top + factor, source.height);
  let red = 0;
  let green = 0;
  let blue = 0;
  let alpha = 0;
  for (let y = top; y < bottom; y++) {
    for (let at = (y * width + left) * 4, end = (y * width + right) * 4; at < end; at += 4) {
      const a = data[at + 3] ?? 0;
      red += a * (data[at] ?? 0);
      green += a * (data[at + 1] ?? 0);
      blue += a * (data[at + 2] ?? 0);
      alpha += a;
    }
  }
  if (alpha === 0) return;
  out[outAt] = Math.round(red / alpha);
  out[outAt + 1] = Math.round(green / alpha);
  out[outAt + 2] = Math.round(blue / alpha);
  out[outAt + 3] = Math.round(alpha / ((right - left) * (bottom - top)));
}
