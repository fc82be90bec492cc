/**
 * Square patches replaced by the nearest of K prototypes: the VQ-VAE's code without its networks. Codebooks grow from one prototype by
 * splitting each in two and settling again (Linde, Buzo & Gray 1980), so one run gives every power of two.
 */
import { argMax, cast, matMul, sub, tensor2d } from '@tensorflow/tfjs-core';
import type { Rng } from '../../../src/dataset/rng';
import { IMAGE_SIZE } from '../../../src/model/types';
import { readBack } from '../../evaluate/read-back';

/** Enough: from six to twenty it gains 0.04 dB. */
const ITERATIONS = 8;
/** How far the two halves of a prototype start from it, in units of a pixel's full range. */
const NUDGE = 0.01;
/** Patches compared with all prototypes at once. */
const CHUNK = 8192;

/** Length of one patch: side²·3 values in 0..1. */
export const patchLength = (grid: number): number => (IMAGE_SIZE / grid) ** 2 * 3;

/** Byte of the picture that each value of its patches is. [grid²·patchLength] */
function places(grid: number): Int32Array {
  const side = IMAGE_SIZE / grid;
  const out = new Int32Array(IMAGE_SIZE * IMAGE_SIZE * 3);
  let to = 0;
  for (let row = 0; row < grid; row++)
    for (let column = 0; column < grid; column++)
      for (let y = 0; y < side; y++)
        for (let i = 0; i < side * 3; i++) out[to++] = ((row * side + y) * IMAGE_SIZE + column * side) * 3 + i;
  return out;
}

/** Patches of pictures, cell by cell. -> [images·grid²·patchLength] */
export function patchesOf(images: readonly Uint8Array[], grid: number): Float32Array {
  const from = places(grid);
  const out = new Float32Array(images.length * from.length);
  images.forEach((image, i) => {
    for (let v = 0; v < from.length; v++) out[i * from.length + v] = (image[from[v] as number] as number) / 255;
  });
  return out;
}

/** Patches drawn at random from all of the pictures' patches. -> [count·patchLength] */
export function samplePatches(images: readonly Uint8Array[], grid: number, count: number, rng: Rng): Float32Array {
  const from = places(grid);
  const length = patchLength(grid);
  const out = new Float32Array(count * length);
  for (let row = 0; row < count; row++) {
    const image = images[rng.int(images.length)] as Uint8Array;
    const start = rng.int(grid * grid) * length;
    for (let v = 0; v < length; v++) out[row * length + v] = (image[from[start + v] as number] as number) / 255;
  }
  return out;
}

/** Index of the prototype nearest to each patch, on the current backend. */
export function nearestPrototypes(patches: Float32Array, prototypes: Float32Array, length: number): Int32Array {
  const count = patches.length / length;
  const size = prototypes.length / length;
  const halves = Float32Array.from({ length: size }, (_, k) => {
    let squared = 0;
    for (let i = 0; i < length; i++) squared += (prototypes[k * length + i] as number) ** 2;
    return squared / 2;
  });
  const nearest = new Int32Array(count);
  for (let from = 0; from < count; from += CHUNK) {
    const to = Math.min(count, from + CHUNK);
    const chosen = readBack(() => {
      const x = tensor2d(patches.subarray(from * length, to * length), [to - from, length]);
      const products = matMul(x, tensor2d(prototypes, [size, length]), false, true);
      // |x − c|² is smallest where x·c − |c|²/2 is largest
      return cast(argMax(sub(products, tensor2d(halves, [1, size])), 1), 'float32');
    });
    nearest.set(chosen, from);
  }
  return nearest;
}

/** Means of the patches of each prototype; one that nothing chose becomes a nudged copy of the one that most chose. */
function settle(patches: Float32Array, prototypes: Float32Array, length: number, rng: Rng): Float32Array {
  const size = prototypes.length / length;
  const chosen = nearestPrototypes(patches, prototypes, length);
  const counts = new Int32Array(size);
  const sums = new Float64Array(prototypes.length);
  chosen.forEach((k, row) => {
    counts[k] = (counts[k] as number) + 1;
    for (let i = 0; i < length; i++)
      sums[k * length + i] = (sums[k * length + i] as number) + (patches[row * length + i] as number);
  });
  const busiest = counts.indexOf(counts.reduce((top, count) => Math.max(top, count), 0));
  return Float32Array.from(sums, (sum, at) => {
    const count = counts[Math.floor(at / length)] as number;
    if (count > 0) return sum / count;
    return (sums[busiest * length + (at % length)] as number) / (counts[busiest] as number) + NUDGE * rng.normal();
  });
}

/** Codebooks of all the sizes, which are powers of two. -> by size, [K·patchLength] */
export function fitPrototypes(
  patches: Float32Array,
  length: number,
  sizes: readonly number[],
  rng: Rng,
): Map<number, Float32Array> {
  const largest = Math.max(...sizes);
  const books = new Map<number, Float32Array>();
  let book = settle(patches, new Float32Array(length), length, rng);
  for (let size = 2; size <= largest; size *= 2) {
    const random = rng.fork('split', size);
    const split = new Float32Array(2 * book.length);
    for (let k = 0; k < size / 2; k++)
      for (let i = 0; i < length; i++) {
        const value = book[k * length + i] as number;
        const nudge = NUDGE * random.normal();
        split[2 * k * length + i] = value + nudge;
        split[(2 * k + 1) * length + i] = value - nudge;
      }
    book = split;
    for (let iteration = 0; iteration < ITERATIONS; iteration++) book = settle(patches, book, length, random);
    if (sizes.includes(size)) books.set(size, book);
  }
  return books;
}

/** Pictures laid out of prototypes. chosen [images·grid²] -> images */
export function drawFromPrototypes(chosen: Int32Array, prototypes: Float32Array, grid: number): Uint8Array[] {
  const from = places(grid);
  const [cells, length] = [grid * grid, patchLength(grid)];
  const bytes = Uint8Array.from(prototypes, (value) => Math.round(255 * Math.min(1, Math.max(0, value))));
  return Array.from({ length: chosen.length / cells }, (_, image) => {
    const out = new Uint8Array(from.length);
    for (let cell = 0; cell < cells; cell++) {
      const start = (chosen[image * cells + cell] as number) * length;
      for (let i = 0; i < length; i++) out[from[cell * length + i] as number] = bytes[start + i] as number;
    }
    return out;
  });
}
