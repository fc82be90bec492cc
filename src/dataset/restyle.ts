/** Redraws a rendering in another manner, as another artist might: inked outlines, or flat fills. Hues are kept: captions name colours. */
import { IMAGE_SIZE } from '../model/types';
import type { Rng } from './rng';

/** Share of drawings that get outlines, and of drawings whose shading becomes flat; some get both. */
const OUTLINE_SHARE = 0.2;
const FLATTEN_SHARE = 0.15;

const PIXELS = IMAGE_SIZE * IMAGE_SIZE;
const ROW = IMAGE_SIZE * 4;

/**
 * Sometimes flattens the shading, sometimes inks the edges; else gives the rendering as it is.
 * @param rgba straight alpha [64·64·4], left as it is
 */
export function restyle(rgba: Uint8Array, rng: Rng): Uint8Array {
  const flattened = rng.next() < FLATTEN_SHARE;
  const outlined = rng.next() < OUTLINE_SHARE;
  if (!flattened && !outlined) return rgba;
  const drawing = rgba.slice();
  if (flattened) flatten(drawing, 3 + rng.int(3));
  if (outlined) ink(drawing, edges(rgba, 60 + rng.int(120), rng.next() < 0.5), rng.int(70));
  return drawing;
}

/** Rounds each channel to a few levels, so that a gradient becomes bands. In place. */
function flatten(drawing: Uint8Array, levels: number): void {
  const step = 255 / (levels - 1);
  for (let i = 0; i < drawing.length; i++) {
    if (i % 4 !== 3) drawing[i] = Math.round((drawing[i] ?? 0) / step) * step;
  }
}

/** 1 where a pixel differs from its right or lower neighbour, colour weighted by alpha, by more than `threshold`. [64·64] */
function edges(rgba: Uint8Array, threshold: number, thick: boolean): Uint8Array {
  const mask = new Uint8Array(PIXELS);
  for (let y = 0; y + 1 < IMAGE_SIZE; y++) {
    for (let x = 0; x + 1 < IMAGE_SIZE; x++) {
      const at = y * ROW + x * 4;
      const across = difference(rgba, at, at + 4);
      const down = difference(rgba, at, at + ROW);
      if (across <= threshold && down <= threshold) continue;
      const pixel = y * IMAGE_SIZE + x;
      mask[pixel] = 1;
      if (thick) mask[across > down ? pixel + 1 : pixel + IMAGE_SIZE] = 1;
    }
  }
  return mask;
}

/** Sum over the channels, alpha included, of how far two pixels are apart: 0..1020. */
function difference(rgba: Uint8Array, a: number, b: number): number {
  const [alphaA, alphaB] = [rgba[a + 3] ?? 0, rgba[b + 3] ?? 0];
  let total = Math.abs(alphaA - alphaB);
  for (let c = 0; c < 3; c++) total += Math.abs((rgba[a + c] ?? 0) * alphaA - (rgba[b + c] ?? 0) * alphaB) / 255;
  return total;
}

/** Paints the marked pixels in a dark grey. In place. */
function ink(drawing: Uint8Array, mask: Uint8Array, grey: number): void {
  for (let pixel = 0; pixel < PIXELS; pixel++) {
    if (mask[pixel] === 0) continue;
    drawing.fill(grey, pixel * 4, pixel * 4 + 3);
    drawing[pixel * 4 + 3] = 255;
  }
}
