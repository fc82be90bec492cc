/** Turns a rendering into a training picture: moved, turned, put on a ground, lighter or darker; seeded. */
import { IMAGE_SIZE } from '../model/types';
import { createPalette, toByte } from './palette';
import { type AffineMap, pasteAffine } from './paste';
import { gradient, proceduralImage } from './procedural';
import type { Rng } from './rng';

export interface AugmentOptions {
  /** Whether half of the pictures may be mirrored; false where the concept names a side or shows letters. */
  readonly flip: boolean;
  /** Share of pictures left upright and at full size, as the models see them later. Default 0.2. */
  readonly untouched?: number;
  /** Share of pictures on white, the ground used for evaluation and on the page. Default 0.4. */
  readonly white?: number;
  /** Largest turn, as the tangent of half the angle. Default 0.13, about 15 degrees. */
  readonly turn?: number;
  /** Share of pictures whose brightness and contrast change. Default 0.6. */
  readonly relight?: number;
  /** Range of sizes relative to the canvas; above 1 the picture is cropped. Default 0.65..1.2. */
  readonly scale?: readonly [number, number];
  /** Largest shift, in pixels. Default 8. */
  readonly shift?: number;
}

const CENTRE = (IMAGE_SIZE - 1) / 2;
const SHEAR = 0.08;

/**
 * One training picture of a rendering. Hues are kept: captions name colours.
 * @param rgba straight alpha [64·64·4]
 * @returns RGB [64·64·3]
 */
export function composeRendering(rgba: Uint8Array, rng: Rng, options: AugmentOptions): Uint8Array {
  const image = ground(rng, options.white ?? 0.4);
  pasteAffine(image, rgba, randomMap(rng, options));
  if (rng.next() < (options.relight ?? 0.6)) relight(image, rng);
  return image;
}

/** White, one colour, a gradient, or a procedural picture. [64·64·3] */
function ground(rng: Rng, white: number): Uint8Array {
  const kind = rng.next();
  if (kind < white) return new Uint8Array(IMAGE_SIZE * IMAGE_SIZE * 3).fill(255);
  const rest = (kind - white) / (1 - white);
  if (rest < 0.35) return plain(rng);
  if (rest < 0.6) return gradient(rng, createPalette(rng));
  return proceduralImage(rng);
}

/** Any colour, evenly over the cube: flat grounds of pages and icons. */
function plain(rng: Rng): Uint8Array {
  const image = new Uint8Array(IMAGE_SIZE * IMAGE_SIZE * 3);
  const colour = [rng.int(256), rng.int(256), rng.int(256)];
  for (let i = 0; i < image.length; i++) image[i] = colour[i % 3] ?? 0;
  return image;
}

/** A similarity with a little shear, seen from the output pixel. */
function randomMap(rng: Rng, options: AugmentOptions): AffineMap {
  const mirror = options.flip && rng.next() < 0.5 ? -1 : 1;
  const untouched = rng.next() < (options.untouched ?? 0.2);
  const amount = untouched ? 0 : 1;
  const [smallest, largest] = options.scale ?? [0.65, 1.2];
  const scale = untouched ? 1 : smallest + (largest - smallest) * rng.next();
  const signed = (limit: number): number => amount * limit * (2 * rng.next() - 1);
  const t = signed(options.turn ?? 0.13);
  // cosine and sine from the half-angle tangent: exact arithmetic, so every engine draws the same picture
  const cos = (1 - t * t) / (1 + t * t) / scale;
  const sin = (2 * t) / (1 + t * t) / scale;
  const shear = signed(SHEAR);
  const shift = options.shift ?? 8;
  const a = mirror * (cos + shear * sin);
  const b = mirror * (shear * cos - sin);
  const centreX = CENTRE + signed(shift);
  const centreY = CENTRE + signed(shift);
  return { a, b, c: sin, d: cos, e: CENTRE - a * centreX - b * centreY, f: CENTRE - sin * centreX - cos * centreY };
}

/** Contrast about mid-grey, then brightness, through a table. */
function relight(image: Uint8Array, rng: Rng): void {
  const contrast = 0.75 + 0.45 * rng.next();
  const brightness = 60 * (rng.next() - 0.5);
  const table = new Uint8Array(256);
  for (let value = 0; value < 256; value++) table[value] = toByte(128 + (value - 128) * contrast + brightness);
  for (let i = 0; i < image.length; i++) image[i] = table[image[i] ?? 0] ?? 0;
}
