/** Changes of a picture: nothing at strength 0, the same for the same seed, and each what its name says. */
import { describe, expect, it, test } from 'vitest';
import { changePixels, PIXEL_CHANGES } from '../../../src/dataset/changes';
import { createRng } from '../../../src/dataset/rng';
import { IMAGE_SIZE } from '../../../src/model/types';

const BYTES = IMAGE_SIZE * IMAGE_SIZE * 3;

/** Coloured noise in the middle, on white. */
function picture(): Uint8Array {
  const rng = createRng('picture');
  return Uint8Array.from({ length: BYTES }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % IMAGE_SIZE, Math.floor(i / 3 / IMAGE_SIZE)];
    return Math.max(Math.abs(x - 32), Math.abs(y - 32)) < 16 ? rng.int(256) : 255;
  });
}

const meanDifference = (a: Uint8Array, b: Uint8Array) =>
  a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] as number)), 0) / a.length;

const changed = (change: (typeof PIXEL_CHANGES)[number], strength: number, seed = 1) =>
  changePixels(change, picture(), strength, createRng(seed));

describe.each(PIXEL_CHANGES)('%s', (change) => {
  it('gives the picture back at strength 0', () => {
    expect(meanDifference(changed(change, 0), picture())).toBeLessThan(change === 'recolour' ? 0.5 : 1e-9);
  });

  it('changes it more when it is stronger, and the same way for the same seed', () => {
    const [weak, strong] = [changed(change, 2), changed(change, 20)];
    expect(meanDifference(weak, picture())).toBeGreaterThan(0);
    expect(meanDifference(strong, picture())).toBeGreaterThan(meanDifference(weak, picture()));
    expect(changed(change, 20)).toEqual(strong);
  });
});

test('a shift moves every pixel, and what comes in is white', () => {
  const moved = changed('shift', 4);
  const at = (pixels: Uint8Array, x: number, y: number) => [
    ...pixels.subarray((y * IMAGE_SIZE + x) * 3, (y * IMAGE_SIZE + x + 1) * 3),
  ];
  const ways = [
    [4, 0],
    [-4, 0],
    [0, 4],
    [0, -4],
  ] as const;
  const way = ways.find(([x, y]) => `${at(moved, 32 + x, 32 + y)}` === `${at(picture(), 32, 32)}`);
  expect(way).toBeDefined();
  expect(at(moved, 0, 0)).toEqual([255, 255, 255]);
});

test('a whole turn of the hue gives the colours back, and grey has no hue to turn', () => {
  expect(meanDifference(changed('recolour', 360), picture())).toBeLessThan(0.5);
  const grey = new Uint8Array(BYTES).fill(90);
  expect(meanDifference(changePixels('recolour', grey, 120, createRng(1)), grey)).toBeLessThan(1.01);
});

test('a blur keeps the mean of a picture whose border is plain', () => {
  const mean = (pixels: Uint8Array) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
  expect(mean(changed('blur', 2))).toBeCloseTo(mean(picture()), 0);
});

test('an occluder covers a square of its side', () => {
  const covered = changed('occlude', 10);
  const grey = Array.from({ length: IMAGE_SIZE ** 2 }, (_, i) =>
    covered.subarray(3 * i, 3 * i + 3).every((value) => value === 128),
  );
  expect(grey.filter(Boolean)).toHaveLength(100);
});
