/** Restyling: repeats from its seed, leaves the source alone, inks edges only, keeps hues apart. */
import { describe, expect, it } from 'vitest';
import { restyle } from '../../../src/dataset/restyle';
import { createRng } from '../../../src/dataset/rng';
import { IMAGE_SIZE } from '../../../src/model/types';
import { leftHalf, rendering } from './pictures';

const COUNT = 200;
const drawn = (source: Uint8Array): Uint8Array[] =>
  Array.from({ length: COUNT }, (_, i) => restyle(source, createRng('restyle').fork(i)));
const pixel = (rgba: Uint8Array, x: number, y: number): number[] => {
  const at = (y * IMAGE_SIZE + x) * 4;
  return [...rgba.subarray(at, at + 4)];
};

describe('restyle', () => {
  it('repeats from its seed and never changes its source', () => {
    const before = leftHalf.slice();
    expect(drawn(leftHalf).map(String)).toEqual(drawn(leftHalf).map(String));
    expect(String(leftHalf)).toBe(String(before));
  });

  it('inks the edge of a flat shape, and nothing away from it', () => {
    const changed = drawn(leftHalf).filter((image) => String(image) !== String(leftHalf));
    // A flat red stays red when flattened, so what changed was outlined: about a fifth.
    expect(changed.length).toBeGreaterThan(0.1 * COUNT);
    expect(changed.length).toBeLessThan(0.35 * COUNT);
    for (const image of changed) {
      const [red = 255, green, blue, alpha] = pixel(image, IMAGE_SIZE / 2 - 1, 20);
      expect(red).toBeLessThan(70);
      expect([green, blue, alpha]).toEqual([red, red, 255]);
      expect(pixel(image, 10, 20)).toEqual([255, 0, 0, 255]);
      expect(pixel(image, 50, 20)).toEqual([0, 0, 0, 0]);
    }
  });

  it('turns a gradient into a few bands, alpha untouched', () => {
    const gradient = rendering((x) => [x * 4, 0, 0, 200]);
    const levels = drawn(gradient).map(
      (image) => new Set(Array.from({ length: IMAGE_SIZE }, (_, x) => pixel(image, x, 5)[0])).size,
    );
    expect(levels.filter((count) => count <= 5).length).toBeGreaterThan(0.07 * COUNT);
    expect(levels).toContain(IMAGE_SIZE);
  });
});
