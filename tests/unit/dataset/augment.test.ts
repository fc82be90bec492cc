/** Augmentation: pasting is exact where nothing moves, mirrors only where allowed, and repeats from its seed. */
import { describe, expect, it } from 'vitest';
import { composeRendering } from '../../../src/dataset/augment';
import { pasteAffine } from '../../../src/dataset/paste';
import { prepareImage } from '../../../src/dataset/prepare';
import { createRng } from '../../../src/dataset/rng';
import { IMAGE_SIZE } from '../../../src/model/types';
import { leftHalf, pixelAt, RED, rendering, white } from './pictures';

const STILL = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

describe('pasteAffine', () => {
  it('composites unmoved drawings as image preparation does', () => {
    const rng = createRng('pixels');
    const drawing = rendering(() => [rng.int(256), rng.int(256), rng.int(256), rng.int(256)]);
    const pasted = white();
    pasteAffine(pasted, drawing, STILL);
    const prepared = prepareImage({ width: IMAGE_SIZE, height: IMAGE_SIZE, data: drawing }, { ground: [255, 255, 255] }).data;
    expect(pasted).toEqual(prepared);
  });

  it('shifts by whole and by half pixels, and leaves the ground outside', () => {
    const shifted = white();
    pasteAffine(
      shifted,
      rendering(() => RED),
      { ...STILL, e: -10.5 },
    );
    expect(pixelAt(shifted, 9, 5)).toEqual([255, 255, 255]);
    expect(pixelAt(shifted, 10, 5)).toEqual([255, 128, 128]);
    expect(pixelAt(shifted, 11, 5)).toEqual([255, 0, 0]);
  });

  it('never shows the colour hidden under transparent pixels', () => {
    const image = white();
    pasteAffine(
      image,
      rendering((x) => (x < 32 ? RED : [0, 0, 255, 0])),
      { ...STILL, e: 0.5 },
    );
    expect(pixelAt(image, 31, 0)).toEqual([255, 128, 128]);
  });
});

describe('composeRendering', () => {
  const pictures = (flip: boolean, count: number) =>
    Array.from({ length: count }, (_, i) => composeRendering(leftHalf, createRng('augment').fork(i), { flip, white: 1 }));
  const redOnRight = (image: Uint8Array): boolean => (pixelAt(image, 44, 32)[1] ?? 0) < (pixelAt(image, 20, 32)[1] ?? 0);

  it('repeats from its seed and varies between seeds', () => {
    expect(pictures(true, 12)).toEqual(pictures(true, 12));
    expect(new Set(pictures(true, 12).map(String)).size).toBeGreaterThan(8);
  });

  it('mirrors about half of the pictures where it may, and none where it may not', () => {
    const mirrored = pictures(true, 200).filter(redOnRight).length;
    expect(mirrored).toBeGreaterThan(60);
    expect(mirrored).toBeLessThan(140);
    expect(pictures(false, 200).filter(redOnRight)).toHaveLength(0);
  });

  it('leaves some pictures as they are shown later', () => {
    const plain = white();
    pasteAffine(plain, leftHalf, STILL);
    const untouched = pictures(false, 200).filter((image) => String(image) === String(plain)).length;
    expect(untouched).toBeGreaterThan(0);
    expect(untouched).toBeLessThan(60);
  });
});
