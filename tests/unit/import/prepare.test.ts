/** Image preparation: exact where it can be, and the same colours whatever the size. */
import { describe, expect, it } from 'vitest';
import { prepareImage, type RgbaImage } from '../../../src/dataset/prepare';
import { KEPT_PIXELS, reduceImage, reductionFactor } from '../../../src/dataset/reduce';

const WHITE = [255, 255, 255] as const;
const BLACK = [0, 0, 0] as const;

function picture(
  width: number,
  height: number,
  pixel: (x: number, y: number) => readonly [number, number, number, number],
): RgbaImage {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(pixel(x, y), (y * width + x) * 4);
  return { width, height, data };
}

const pixelOf = (image: { data: Uint8Array }, x: number, y: number) => [
  ...image.data.subarray((y * 64 + x) * 3, (y * 64 + x) * 3 + 3),
];
const busy = (x: number, y: number) => [(x * 37 + y * 11) % 256, (x * y) % 256, (x * 5 + y * 91) % 256, 255] as const;

describe('prepareImage', () => {
  it('leaves an opaque 64×64 picture as it is', () => {
    const source = picture(64, 64, busy);
    const { data } = prepareImage(source, { ground: WHITE });
    for (let i = 0; i < 64 * 64; i++)
      expect(data.subarray(i * 3, i * 3 + 3)).toEqual(Uint8Array.from(source.data.subarray(i * 4, i * 4 + 3)));
  });

  it.each([1, 2, 7, 63, 64, 65, 100, 255, 640])('keeps a plain colour at %i pixels a side', (side) => {
    const { data } = prepareImage(
      picture(side, side + 3, () => [12, 134, 250, 255]),
      { ground: BLACK },
    );
    for (let i = 0; i < data.length; i += 3) expect([data[i], data[i + 1], data[i + 2]]).toEqual([12, 134, 250]);
  });

  it('averages the area under each pixel when shrinking', () => {
    const image = prepareImage(
      picture(128, 128, (x, y) => [x % 2 === 0 ? 100 : 200, y % 2 === 0 ? 0 : 10, 7, 255]),
      { ground: WHITE },
    );
    expect(pixelOf(image, 31, 5)).toEqual([150, 5, 7]);
  });

  it('weighs pixels that lie partly under an output pixel by their share', () => {
    // 96 / 64 = 1.5: the first output pixel covers source pixel 0 wholly and half of pixel 1.
    const image = prepareImage(
      picture(96, 96, (x) => [x === 0 ? 90 : x === 1 ? 180 : 0, 0, 0, 255]),
      { ground: BLACK },
    );
    expect(pixelOf(image, 0, 0)[0]).toBe(120);
    expect(pixelOf(image, 1, 0)[0]).toBe(60);
  });

  it('interpolates between pixel centres when enlarging', () => {
    const image = prepareImage(
      picture(2, 2, (x) => [x === 0 ? 0 : 255, 0, 0, 255]),
      { ground: BLACK },
    );
    const row = Array.from({ length: 64 }, (_, x) => pixelOf(image, x, 0)[0] ?? -1);
    expect(row.slice(0, 16)).toEqual(new Array(16).fill(0));
    expect(row.slice(48)).toEqual(new Array(16).fill(255));
    expect(row).toEqual([...row].sort((a, b) => a - b));
    expect(row[31]! + row[32]!).toBe(255);
  });

  it('lets the ground show through transparent pixels, and no colour that they hide', () => {
    const image = prepareImage(
      picture(64, 64, (x) => [255, 0, 0, x < 32 ? 0 : 128]),
      { ground: [0, 100, 200] },
    );
    expect(pixelOf(image, 3, 3)).toEqual([0, 100, 200]);
    expect(pixelOf(image, 40, 3)).toEqual([128, 50, 100]);
    const shrunk = prepareImage(
      picture(128, 128, (x) => (x % 2 === 0 ? [255, 0, 0, 0] : [0, 0, 255, 255])),
      { ground: BLACK },
    );
    expect(pixelOf(shrunk, 10, 10)).toEqual([0, 0, 128]);
  });

  it('takes the centred square of an oblong picture', () => {
    const image = prepareImage(
      picture(192, 64, (x) => [x < 64 ? 1 : x < 128 ? 2 : 3, 0, 0, 255]),
      { ground: WHITE },
    );
    expect(new Set(image.data.filter((_, i) => i % 3 === 0))).toEqual(new Set([2]));
  });

  it('follows a crop, and moves one that sticks out into the picture', () => {
    const source = picture(200, 100, busy);
    const cropped = prepareImage(source, { ground: WHITE, crop: { x: 130, y: 20, size: 64 } });
    expect(pixelOf(cropped, 5, 9)).toEqual([...busy(135, 29)].slice(0, 3));
    const moved = prepareImage(source, { ground: WHITE, crop: { x: 190, y: -10, size: 64 } });
    expect(pixelOf(moved, 0, 0)).toEqual([...busy(136, 0)].slice(0, 3));
    expect(prepareImage(source, { ground: WHITE, crop: { x: 0, y: 0, size: 1000 } })).toEqual(
      prepareImage(source, { ground: WHITE, crop: { x: 0, y: 0, size: 100 } }),
    );
  });

  it('turns clockwise', () => {
    const source = picture(64, 64, busy);
    const turned = prepareImage(source, { ground: WHITE, quarterTurns: 1 });
    expect(pixelOf(turned, 63, 0)).toEqual([...busy(0, 0)].slice(0, 3));
    expect(pixelOf(turned, 63, 63)).toEqual([...busy(63, 0)].slice(0, 3));
    const half = prepareImage(source, { ground: WHITE, quarterTurns: 2 });
    expect(pixelOf(half, 0, 0)).toEqual([...busy(63, 63)].slice(0, 3));
    const back = prepareImage(source, { ground: WHITE, quarterTurns: 3 });
    expect(pixelOf(back, 0, 63)).toEqual([...busy(0, 0)].slice(0, 3));
  });

  it('refuses what is no picture', () => {
    expect(() => prepareImage({ width: 2, height: 2, data: new Uint8Array(15) }, { ground: WHITE })).toThrow(RangeError);
    expect(() => prepareImage({ width: 0, height: 0, data: new Uint8Array(0) }, { ground: WHITE })).toThrow(RangeError);
    expect(() => prepareImage(picture(2, 2, busy), { ground: WHITE, crop: { x: 0, y: 0, size: 0 } })).toThrow(RangeError);
  });
});

describe('reduceImage', () => {
  it('gives the same pixels whole or in tiles', () => {
    const source = picture(50, 31, (x, y) => [(x * 37) % 256, (y * 29) % 256, (x * y) % 256, (x * 7 + y * 3) % 256]);
    const whole = reduceImage(source, 4);
    expect([whole.width, whole.height]).toEqual([13, 8]);
    const tile = picture(
      10,
      11,
      (x, y) => [...source.data.subarray(((y + 20) * 50 + x + 40) * 4, ((y + 20) * 50 + x + 40) * 4 + 4)] as never,
    );
    const reduced = reduceImage(tile, 4);
    for (let y = 0; y < 3; y++) {
      for (let x = 0; x < 3; x++) {
        expect(reduced.data.subarray((y * 3 + x) * 4, (y * 3 + x) * 4 + 4)).toEqual(
          whole.data.subarray(((y + 5) * 13 + x + 10) * 4, ((y + 5) * 13 + x + 10) * 4 + 4),
        );
      }
    }
  });

  it('does not let hidden colours of transparent pixels bleed', () => {
    const reduced = reduceImage(
      picture(2, 2, (x) => (x === 0 ? [255, 255, 255, 0] : [10, 20, 30, 255])),
      2,
    );
    expect([...reduced.data]).toEqual([10, 20, 30, 128]);
  });

  it.each([
    [64, 64, 1],
    [1448, 1448, 1],
    [1449, 1449, 2],
    [4000, 3000, 3],
    [20_000, 300, 2],
    [12_000, 10_000, 8],
  ])('shrinks %i×%i by %i', (width, height, factor) => {
    expect(reductionFactor(width, height)).toBe(factor);
    expect(Math.ceil(width / factor) * Math.ceil(height / factor)).toBeLessThanOrEqual(KEPT_PIXELS);
  });
});
