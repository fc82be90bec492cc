/** Lays a rendering over an RGB picture through an affine map, bilinear, in place. */
import { IMAGE_SIZE } from '../model/types';

/** Where in the rendering an output pixel looks: u = a·x + b·y + e, v = c·x + d·y + f, both in pixel coordinates. */
export interface AffineMap {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** One transparent pixel around the rendering, so that samples at its border need no special case. */
const PADDED = IMAGE_SIZE + 2;
const ROW = PADDED * 4;

/**
 * Composites `rgba` [64·64·4, straight alpha] over `ground` [64·64·3]. Samples are interpolated with colours weighted by
 * alpha, so that the hidden colour of transparent pixels never shows; outside the rendering the ground stays.
 */
export function pasteAffine(ground: Uint8Array, rgba: Uint8Array, map: AffineMap): void {
  const ink = premultiplied(rgba);
  for (let y = 0; y < IMAGE_SIZE; y++) {
    let u = map.b * y + map.e + 1;
    let v = map.d * y + map.f + 1;
    for (let x = 0, to = y * IMAGE_SIZE * 3; x < IMAGE_SIZE; x++, to += 3, u += map.a, v += map.c) {
      if (u <= 0 || v <= 0 || u >= PADDED - 1 || v >= PADDED - 1) continue;
      const left = u | 0;
      const top = v | 0;
      const from = top * ROW + left * 4;
      const right = u - left;
      const lower = v - top;
      const nw = (1 - right) * (1 - lower);
      const ne = right * (1 - lower);
      const sw = (1 - right) * lower;
      const se = right * lower;
      const alpha = blend(ink, from + 3, nw, ne, sw, se);
      if (alpha === 0) continue;
      const rest = 1 - alpha;
      ground[to] = (ground[to] ?? 0) * rest + blend(ink, from, nw, ne, sw, se) + 0.5;
      ground[to + 1] = (ground[to + 1] ?? 0) * rest + blend(ink, from + 1, nw, ne, sw, se) + 0.5;
      ground[to + 2] = (ground[to + 2] ?? 0) * rest + blend(ink, from + 2, nw, ne, sw, se) + 0.5;
    }
  }
}

/** Weighted sum of four neighbours; outside the loop, because a function made for every pixel costs more than the pixel. */
function blend(ink: Float32Array, at: number, nw: number, ne: number, sw: number, se: number): number {
  return nw * (ink[at] ?? 0) + ne * (ink[at + 4] ?? 0) + sw * (ink[at + ROW] ?? 0) + se * (ink[at + ROW + 4] ?? 0);
}

/** Colours 0..255 times alpha, alpha 0..1, with the border. [66·66·4] */
function premultiplied(rgba: Uint8Array): Float32Array {
  const ink = new Float32Array(PADDED * PADDED * 4);
  for (let y = 0, from = 0; y < IMAGE_SIZE; y++) {
    for (let x = 0, to = (y + 1) * ROW + 4; x < IMAGE_SIZE; x++, from += 4, to += 4) {
      const alpha = (rgba[from + 3] ?? 0) / 255;
      if (alpha === 0) continue;
      ink[to] = alpha * (rgba[from] ?? 0);
      ink[to + 1] = alpha * (rgba[from + 1] ?? 0);
      ink[to + 2] = alpha * (rgba[from + 2] ?? 0);
      ink[to + 3] = alpha;
    }
  }
  return ink;
}
