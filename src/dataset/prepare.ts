/**
 * Image preparation: any RGBA picture to the 64×64 RGB that the models read.
 * The page and the shell call this very function, so that their codes agree.
 */
import { IMAGE_SIZE, type RgbImage } from '../model/types';

/** A decoded picture: row-major RGBA, 4 bytes a pixel, straight (not premultiplied) alpha, sRGB. */
export interface RgbaImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray | Uint8Array;
}

/** A square of the source, in source pixels; fractions are allowed. */
export interface SquareCrop {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface PrepareOptions {
  /** Square to use, before turning; moved and shrunk into the picture where it sticks out. Default: the largest centred square. */
  readonly crop?: SquareCrop;
  /** Clockwise quarter turns of the cropped square. */
  readonly quarterTurns?: 0 | 1 | 2 | 3;
  /** Colour that shows through transparent pixels, 0..255 each. */
  readonly ground: readonly [number, number, number];
}

/** The source pixels under one output pixel along one axis, with their unnormalised weights. */
interface Taps {
  readonly start: number;
  readonly weights: Float64Array;
}

/**
 * Crops, resizes, puts on the ground and turns a picture. Area averaging when shrinking, bilinear when enlarging,
 * on sRGB values weighted by alpha, rounded once at the end; a 64×64 opaque picture comes out unchanged.
 * Throws a RangeError where the data's length is not width·height·4 or the crop has no size.
 */
export function prepareImage(source: RgbaImage, options: PrepareOptions): RgbImage {
  const { width, height, data } = source;
  if (width < 1 || height < 1 || data.length !== width * height * 4) {
    throw new RangeError(`${data.length} bytes are not ${width}×${height} RGBA pixels`);
  }
  const crop = cropInside(options.crop ?? centredSquare(width, height), width, height);
  const columns = tapsAlong(crop.x, crop.size, width);
  const rows = tapsAlong(crop.y, crop.size, height);
  const square = new Uint8Array(IMAGE_SIZE * IMAGE_SIZE * 3);
  for (let j = 0; j < IMAGE_SIZE; j++) {
    for (let i = 0; i < IMAGE_SIZE; i++) {
      writePixel(square, (j * IMAGE_SIZE + i) * 3, data, width, at(rows, j), at(columns, i), options.ground);
    }
  }
  return { width: IMAGE_SIZE, height: IMAGE_SIZE, data: turned(square, options.quarterTurns ?? 0) };
}

/** The largest centred square of a picture, on whole pixels. */
export function centredSquare(width: number, height: number): SquareCrop {
  const size = Math.min(width, height);
  return { x: Math.floor((width - size) / 2), y: Math.floor((height - size) / 2), size };
}

function cropInside(crop: SquareCrop, width: number, height: number): SquareCrop {
  if (!(crop.size > 0)) throw new RangeError(`a crop of size ${crop.size}`);
  const size = Math.min(crop.size, width, height);
  return { x: clamp(crop.x, 0, width - size), y: clamp(crop.y, 0, height - size), size };
}

/** Which source pixels each of the 64 output pixels averages over the stretch [offset, offset + size). */
function tapsAlong(offset: number, size: number, limit: number): readonly Taps[] {
  const scale = size / IMAGE_SIZE;
  return Array.from({ length: IMAGE_SIZE }, (_, i) =>
    scale >= 1 ? coverage(offset + i * scale, offset + (i + 1) * scale, limit) : neighbours(offset + (i + 0.5) * scale, limit),
  );
}

/** How much of each source pixel lies between two positions. */
function coverage(from: number, to: number, limit: number): Taps {
  const start = Math.min(Math.floor(from), limit - 1);
  const end = clamp(Math.ceil(to), start + 1, limit);
  const weights = Float64Array.from({ length: end - start }, (_, i) => Math.min(to, start + i + 1) - Math.max(from, start + i));
  return { start, weights };
}

/** The two pixels whose centres enclose a position; one at the border. */
function neighbours(position: number, limit: number): Taps {
  const left = Math.floor(position - 0.5);
  const fraction = position - 0.5 - left;
  if (left < 0) return { start: 0, weights: Float64Array.of(1) };
  if (left >= limit - 1) return { start: limit - 1, weights: Float64Array.of(1) };
  return { start: left, weights: Float64Array.of(1 - fraction, fraction) };
}

function writePixel(
  out: Uint8Array,
  outAt: number,
  data: RgbaImage['data'],
  width: number,
  rows: Taps,
  columns: Taps,
  ground: PrepareOptions['ground'],
): void {
  let red = 0;
  let green = 0;
  let blue = 0;
  let cover = 0;
  let total = 0;
  for (let v = 0; v < rows.weights.length; v++) {
    const rowWeight = rows.weights[v] ?? 0;
    let from = ((rows.start + v) * width + columns.start) * 4;
    for (let u = 0; u < columns.weights.length; u++, from += 4) {
      const weight = rowWeight * (columns.weights[u] ?? 0);
      const alpha = weight * (data[from + 3] ?? 0);
      red += alpha * (data[from] ?? 0);
      green += alpha * (data[from + 1] ?? 0);
      blue += alpha * (data[from + 2] ?? 0);
      cover += alpha;
      total += weight;
    }
  }
  const bare = 255 * total - cover;
  const whole = 255 * total;
  out[outAt] = Math.round((red + bare * ground[0]) / whole);
  out[outAt + 1] = Math.round((green + bare * ground[1]) / whole);
  out[outAt + 2] = Math.round((blue + bare * ground[2]) / whole);
}

/** A 64×64 RGB square turned clockwise. */
function turned(square: Uint8Array, quarterTurns: 0 | 1 | 2 | 3): Uint8Array {
  let current = square;
  for (let turn = 0; turn < quarterTurns; turn++) {
    const next = new Uint8Array(current.length);
    for (let y = 0; y < IMAGE_SIZE; y++) {
      for (let x = 0; x < IMAGE_SIZE; x++) {
        const from = ((IMAGE_SIZE - 1 - x) * IMAGE_SIZE + y) * 3;
        next.set(current.subarray(from, from + 3), (y * IMAGE_SIZE + x) * 3);
      }
    }
    current = next;
  }
  return current;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no item ${index}`);
  return item;
}
