/** Small hand-made renderings for the dataset's tests. */
import { IMAGE_SIZE } from '../../../src/model/types';

type Rgba = readonly [number, number, number, number];

/** A 64×64 RGBA rendering, pixel by pixel. */
export function rendering(pixel: (x: number, y: number) => Rgba): Uint8Array {
  const rgba = new Uint8Array(IMAGE_SIZE * IMAGE_SIZE * 4);
  for (let y = 0; y < IMAGE_SIZE; y++) for (let x = 0; x < IMAGE_SIZE; x++) rgba.set(pixel(x, y), (y * IMAGE_SIZE + x) * 4);
  return rgba;
}

export const RED: Rgba = [255, 0, 0, 255];
export const CLEAR: Rgba = [0, 0, 0, 0];

/** A red left half, nothing on the right. */
export const leftHalf = rendering((x) => (x < IMAGE_SIZE / 2 ? RED : CLEAR));

/** The RGB of one pixel of a 64×64 picture. */
export function pixelAt(image: Uint8Array, x: number, y: number): number[] {
  const at = (y * IMAGE_SIZE + x) * 3;
  return [...image.subarray(at, at + 3)];
}

export const white = (): Uint8Array => new Uint8Array(IMAGE_SIZE * IMAGE_SIZE * 3).fill(255);
