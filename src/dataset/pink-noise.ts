/** 1/f noise, the spectrum of natural images (Field 1987), as a sum of value noises over octaves. */
import { IMAGE_SIZE } from '../model/types';
import type { Rng } from './rng';

const PIXELS = IMAGE_SIZE * IMAGE_SIZE;

/**
 * Value noise summed over octaves, about unit variance: amplitude falls as 1/f^exponent. [64·64]
 * @param octaves 1 = two cells a side, each further octave halves the cell; at most 6
 */
export function pinkNoise(rng: Rng, octaves: number, exponent: number): Float32Array {
  const field = new Float32Array(PIXELS);
  let amplitude = 1;
  let power = 0;
  for (let octave = 1; octave <= octaves; octave++) {
    addOctave(field, rng, 2 ** octave, amplitude);
    power += amplitude * amplitude;
    amplitude *= 2 ** (1 - exponent); // in two dimensions equal amplitudes per octave are a 1/f spectrum
  }
  const scale = 4.5 / Math.sqrt(power); // interpolated uniform values have a standard deviation of about 1/4.5
  for (let i = 0; i < PIXELS; i++) field[i] = (field[i] ?? 0) * scale;
  return field;
}

/** Adds one octave: random values on a shifted grid of `cells` cells a side, smoothly interpolated. */
function addOctave(field: Float32Array, rng: Rng, cells: number, amplitude: number): void {
  const width = cells + 2;
  const grid = new Float32Array(width * width);
  for (let i = 0; i < grid.length; i++) grid[i] = (rng.next() - 0.5) * amplitude;
  const shiftX = rng.next();
  const shiftY = rng.next();
  const lines = new Float32Array(width * IMAGE_SIZE); // the grid's rows, interpolated along x
  for (let x = 0; x < IMAGE_SIZE; x++) {
    const u = (x / IMAGE_SIZE) * cells + shiftX;
    const column = Math.floor(u);
    const w = smooth(u - column);
    for (let row = 0; row < width; row++) {
      const near = grid[row * width + column] ?? 0;
      lines[row * IMAGE_SIZE + x] = near + w * ((grid[row * width + column + 1] ?? 0) - near);
    }
  }
  for (let y = 0, to = 0; y < IMAGE_SIZE; y++) {
    const v = (y / IMAGE_SIZE) * cells + shiftY;
    const row = Math.floor(v);
    const w = smooth(v - row);
    for (let x = 0, at = row * IMAGE_SIZE; x < IMAGE_SIZE; x++, to++, at++) {
      const near = lines[at] ?? 0;
      field[to] = (field[to] ?? 0) + near + w * ((lines[at + IMAGE_SIZE] ?? 0) - near);
    }
  }
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}
