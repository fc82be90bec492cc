/**
 * Ways to change a picture that leave what it shows alone, each at a strength: one definition for the experiments and the page.
 * At strength 0 each gives the picture back. What comes in from outside the picture is white, the ground of the drawings.
 */
import { IMAGE_SIZE } from '../model/types';
import { type AffineMap, pasteAffine } from './paste';
import type { Rng } from './rng';

/** Changes of the pixels alone. */
export const PIXEL_CHANGES = ['shift', 'rotate', 'recolour', 'blur', 'noise', 'occlude'] as const;
export type PixelChange = (typeof PIXEL_CHANGES)[number];

/** All changes: also a JPEG file, which a codec makes, and the same concept by another artist. */
export const CHANGES = [...PIXEL_CHANGES, 'jpeg', 'redraw'] as const;
export type Change = (typeof CHANGES)[number];

/** [64·64·3] -> [64·64·3] */
type ChangeOf = (pixels: Uint8Array, strength: number, rng: Rng) => Uint8Array;

const CENTRE = (IMAGE_SIZE - 1) / 2;
const WHITE = 255;
const GREY = 128;
/** Standard deviations of a Gaussian that its kernel reaches. */
const REACH = 3;

const SIDES = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** Pixels to one of the four sides. */
const shift: ChangeOf = (pixels, distance, rng) => {
  const [right, down] = SIDES[rng.int(SIDES.length)] as (typeof SIDES)[number];
  return movedOnWhite(pixels, { a: 1, b: 0, c: 0, d: 1, e: -distance * right, f: -distance * down });
};

/** Degrees about the centre, either way. */
const rotate: ChangeOf = (pixels, degrees, rng) => {
  const angle = ((rng.int(2) === 0 ? 1 : -1) * degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return movedOnWhite(pixels, {
    a: cos,
    b: sin,
    c: -sin,
    d: cos,
    e: CENTRE - cos * CENTRE - sin * CENTRE,
    f: CENTRE + sin * CENTRE - cos * CENTRE,
  });
};

/** Degrees of hue, at the same lightness and chroma; colours that a screen has not are clipped. */
const recolour: ChangeOf = (pixels, degrees) => {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const changed = new Uint8Array(pixels.length);
  for (let i = 0; i < pixels.length; i += 3) {
    const [light, a, b] = toOklab(pixels[i] as number, pixels[i + 1] as number, pixels[i + 2] as number);
    changed.set(fromOklab(light, a * cos - b * sin, a * sin + b * cos), i);
  }
  return changed;
};

/** Gaussian of this σ, in pixels; beyond the border the border goes on. */
const blur: ChangeOf = (pixels, sigma) => {
  if (sigma === 0) return pixels.slice();
  const kernel = gaussian(sigma);
  const across = smoothed(Float32Array.from(pixels), kernel, 1, IMAGE_SIZE);
  return Uint8Array.from(smoothed(across, kernel, IMAGE_SIZE, 1), Math.round);
};

/** Gaussian of this σ, in 8-bit levels, on every value by itself. */
const noise: ChangeOf = (pixels, sigma, rng) => pixels.map((value) => toByte(value + sigma * rng.normal()));

/** A grey square of this side, in whole pixels, anywhere. */
const occlude: ChangeOf = (pixels, side, rng) => {
  const [left, top] = [rng.int(IMAGE_SIZE - side + 1), rng.int(IMAGE_SIZE - side + 1)];
  const covered = pixels.slice();
  for (let y = top; y < top + side; y++) covered.fill(GREY, (y * IMAGE_SIZE + left) * 3, (y * IMAGE_SIZE + left + side) * 3);
  return covered;
};

const APPLY: Readonly<Record<PixelChange, ChangeOf>> = { shift, rotate, recolour, blur, noise, occlude };

/**
 * The changed picture, a new array.
 * @param pixels RGB [64·64·3]
 * @param strength pixels, degrees, degrees of hue, σ in pixels, σ in 8-bit levels, side in pixels
 * @param rng settles to which side or place, and the noise: the same stream at another strength gives the same of it
 */
export const changePixels = (change: PixelChange, pixels: Uint8Array, strength: number, rng: Rng): Uint8Array =>
  APPLY[change](pixels, strength, rng);

const toByte = (value: number): number => Math.min(255, Math.max(0, Math.round(value)));

function movedOnWhite(pixels: Uint8Array, map: AffineMap): Uint8Array {
  const opaque = new Uint8Array(IMAGE_SIZE * IMAGE_SIZE * 4).fill(WHITE);
  for (let i = 0; i < IMAGE_SIZE * IMAGE_SIZE; i++) opaque.set(pixels.subarray(3 * i, 3 * i + 3), 4 * i);
  const moved = new Uint8Array(pixels.length).fill(WHITE);
  pasteAffine(moved, opaque, map);
  return moved;
}

/** Weights from -r to r that sum to 1. */
function gaussian(sigma: number): Float32Array {
  const radius = Math.ceil(REACH * sigma);
  const weights = Float32Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-((i - radius) ** 2) / (2 * sigma ** 2)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Convolves along one axis. @param along pixels from one to the next on that axis @param across from one line to the next */
function smoothed(values: Float32Array, kernel: Float32Array, along: number, across: number): Float32Array {
  const radius = kernel.length >> 1;
  const result = new Float32Array(values.length);
  for (let line = 0; line < IMAGE_SIZE; line++)
    for (let at = 0; at < IMAGE_SIZE; at++)
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (let k = -radius; k <= radius; k++) {
          const from = Math.min(IMAGE_SIZE - 1, Math.max(0, at + k));
          sum += (kernel[k + radius] as number) * (values[(line * across + from * along) * 3 + channel] as number);
        }
        result[(line * across + at * along) * 3 + channel] = sum;
      }
  return result;
}

/** sRGB bytes to Oklab (B. Ottosson, "A perceptual color space for image processing", 2020). */
function toOklab(red: number, green: number, blue: number): [light: number, a: number, b: number] {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab(light: number, a: number, b: number): [red: number, green: number, blue: number] {
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** An sRGB byte as light, 0..1. */
function toLinear(byte: number): number {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

const fromLinear = (light: number): number =>
  toByte(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
