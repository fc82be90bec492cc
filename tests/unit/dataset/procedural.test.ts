/** Procedural pictures: seeded, varied, and with spectra that fall as those of photographs. */
import { describe, expect, it } from 'vitest';
import { createPalette, toByte } from '../../../src/dataset/palette';
import { pinkNoise } from '../../../src/dataset/pink-noise';
import { deadLeaves, gradient, proceduralImage } from '../../../src/dataset/procedural';
import { createRng } from '../../../src/dataset/rng';
import { IMAGE_SIZE } from '../../../src/model/types';

const mean = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, v) => sum + v, 0) / values.length;

/** Mean squared difference between pixels `lag` apart in a row. */
function variogram(field: ArrayLike<number>, lag: number): number {
  const squares: number[] = [];
  for (let y = 0; y < IMAGE_SIZE; y++) {
    for (let x = 0; x + lag < IMAGE_SIZE; x++) {
      squares.push(((field[y * IMAGE_SIZE + x + lag] ?? 0) - (field[y * IMAGE_SIZE + x] ?? 0)) ** 2);
    }
  }
  return mean(squares);
}

describe('proceduralImage', () => {
  it('is RGB, repeats from its seed, and no two are alike', () => {
    const images = Array.from({ length: 40 }, (_, i) => proceduralImage(createRng('p').fork(i)));
    expect(images.every((image) => image.length === IMAGE_SIZE * IMAGE_SIZE * 3)).toBe(true);
    expect(proceduralImage(createRng('p').fork(5))).toEqual(images[5]);
    expect(new Set(images.map(String)).size).toBe(images.length);
  });

  it('covers dark and light, coloured and grey pictures', () => {
    const images = Array.from({ length: 150 }, (_, i) => proceduralImage(createRng('range').fork(i)));
    const levels = images.map(mean);
    expect(Math.min(...levels)).toBeLessThan(80);
    expect(Math.max(...levels)).toBeGreaterThan(175);
    const chroma = images.map((image) =>
      mean(Array.from({ length: 500 }, (_, i) => Math.abs((image[i * 3] ?? 0) - (image[i * 3 + 2] ?? 0)))),
    );
    expect(Math.min(...chroma)).toBeLessThan(6);
    expect(Math.max(...chroma)).toBeGreaterThan(60);
  });
});

describe('pinkNoise', () => {
  const fields = Array.from({ length: 60 }, (_, i) => pinkNoise(createRng('pink').fork(i), 6, 1));

  it('has about unit variance', () => {
    const variance = mean(fields.map((field) => mean(field.map((v) => v * v))));
    expect(variance).toBeGreaterThan(0.6);
    expect(variance).toBeLessThan(1.5);
  });

  it('differs more the further apart pixels are, slowly, as 1/f fields do', () => {
    const at = (lag: number) => mean(fields.map((field) => variogram(field, lag)));
    const [near, middle, far] = [at(1), at(4), at(16)];
    expect(middle).toBeGreaterThan(near);
    expect(far).toBeGreaterThan(middle);
    expect(far / near).toBeLessThan(16);
  });
});

describe('deadLeaves', () => {
  it('has sharp edges between smooth areas: heavy-tailed differences', () => {
    const kurtosis = Array.from({ length: 20 }, (_, i) => {
      const rng = createRng('leaves').fork(i);
      const image = deadLeaves(rng, createPalette(rng));
      const steps = Array.from({ length: 4000 }, (_, k) => (image[k * 3 + 3] ?? 0) - (image[k * 3] ?? 0));
      return mean(steps.map((s) => s ** 4)) / mean(steps.map((s) => s ** 2)) ** 2;
    });
    expect(mean(kurtosis)).toBeGreaterThan(6); // 3 for Gaussian noise
  });
});

describe('gradient and palette', () => {
  it('changes little from pixel to pixel', () => {
    const rng = createRng('gradient');
    const image = gradient(rng, createPalette(rng));
    const steps = Array.from({ length: 60 }, (_, x) => Math.abs((image[x * 3 + 3] ?? 0) - (image[x * 3] ?? 0)));
    expect(Math.max(...steps)).toBeLessThan(16);
  });

  it('clamps to bytes', () => {
    expect([-5, 0.4, 0.6, 254.6, 300].map(toByte)).toEqual([0, 0, 1, 255, 255]);
  });
});
