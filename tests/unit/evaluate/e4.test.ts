/** The plain codes of E4: they must spend what they say, and be as good as they can. */
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { resample } from '../../../src/dataset/resample';
import { createRng } from '../../../src/dataset/rng';
import { drawFromThumbnail, thumbnailsWithin } from '../../../src/dataset/thumbnail';
import { psnr } from '../../../src/model/metrics';
import { formatScore } from '../../../training/experiments/e4/baselines';
import { encodingsWithin, jpegHeaderBytes, webpHeaderBytes } from '../../../training/experiments/e4/image-formats';
import {
  drawFromPrototypes,
  fitPrototypes,
  nearestPrototypes,
  patchesOf,
  patchLength,
} from '../../../training/experiments/e4/k-means-patches';
import { componentsWithin, drawFromPca, fitPcaCode, pcaCoefficients } from '../../../training/experiments/e4/pca-code';
import { scoresOf } from '../../../training/experiments/e4/quality';
import { greedyBits, lloydMax, prepareSample, quantise } from '../../../training/experiments/e4/scalar-quantiser';
import { initWasm } from '../../../training/runtime/wasm';

beforeAll(initWasm);

const BYTES = 64 * 64 * 3;

/** A soft coloured wave; its phase makes pictures differ. */
const wave = (phase: number): Uint8Array =>
  Uint8Array.from({ length: BYTES }, (_, i) => {
    const [pixel, channel] = [Math.floor(i / 3), i % 3];
    return 128 + 100 * Math.sin((pixel % 64) / 9 + Math.floor(pixel / 64) / 13 + phase + channel);
  });

describe('scalar quantisers', () => {
  test('no bit gives the mean, one bit the means of two heaps', () => {
    const sample = prepareSample([10, 11, 12, 0, 1, 2]);
    expect([...lloydMax(sample, 0).levels]).toEqual([6]);
    const one = lloydMax(sample, 1);
    expect([...one.levels]).toEqual([1, 11]);
    expect(one.distortion).toBeCloseTo(4);
    expect(quantise(one, 5.9)).toBe(1);
    expect(quantise(one, 6.1)).toBe(11);
    expect(quantise(one, -100)).toBe(1);
    expect(quantise(one, 100)).toBe(11);
  });

  test('every bit more lowers the error; a Gaussian comes near what is known', () => {
    const rng = createRng('gauss');
    const count = 20_000;
    const sample = prepareSample(Float64Array.from({ length: count }, () => rng.normal()));
    const errors = [0, 1, 2, 3].map((bits) => lloydMax(sample, bits).distortion / count);
    // Max 1960, table I
    [1, 0.3634, 0.1175, 0.03454].forEach((known, bits) => {
      expect(errors[bits]! / known).toBeGreaterThan(0.93);
      expect(errors[bits]! / known).toBeLessThan(1.07);
    });
  });

  test('bits go to where they save most', () => {
    const rng = createRng('bits');
    const sample = (deviation: number) => prepareSample(Float64Array.from({ length: 2000 }, () => deviation * rng.normal()));
    const { order } = greedyBits([sample(1), sample(8), prepareSample([3, 3, 3])], 6);
    expect(order.slice(0, 3)).toEqual([1, 1, 1]);
    expect(order).toHaveLength(6);
    expect(order).toContain(0);
    expect(order).not.toContain(2);
  });
});

describe('prototypes of patches', () => {
  test('patches and back give the picture', () => {
    const image = wave(0);
    for (const grid of [16, 8]) {
      const patches = patchesOf([image], grid);
      const all = Int32Array.from({ length: grid * grid }, (_, i) => i);
      expect(drawFromPrototypes(all, patches, grid)).toEqual([image]);
    }
  });

  test('as many prototypes as kinds of patches draw without loss; fewer with', () => {
    const [grid, length] = [8, patchLength(8)];
    /** Cells in one of four plain colours. */
    const image = new Uint8Array(BYTES);
    for (let i = 0; i < BYTES; i++) {
      const [x, y] = [(Math.floor(i / 3) % 64) >> 3, Math.floor(i / 3 / 64) >> 3];
      image[i] = [0, 90, 180, 255][(x + 2 * y) % 4]!;
    }
    const patches = patchesOf([image], grid);
    const books = fitPrototypes(patches, length, [2, 4], createRng('split'));
    const draw = (size: number) => {
      const book = books.get(size)!;
      expect(book).toHaveLength(size * length);
      return drawFromPrototypes(nearestPrototypes(patches, book, length), book, grid)[0]!;
    };
    expect(draw(4)).toEqual(image);
    expect(psnr(image, draw(2))).toBeLessThan(20);
  });
});

describe('principal components', () => {
  test('more bits draw better, and none draws the mean', () => {
    const pictures = Array.from({ length: 40 }, (_, i) => wave(i / 6));
    const code = fitPcaCode(pictures, 8, 40, createRng(1));
    const coefficients = pcaCoefficients(code, pictures.slice(0, 5));
    const quality = (bits: number) => psnr(pictures[0]!, drawFromPca(code, coefficients, bits)[0]!);
    expect(quality(4)).toBeGreaterThan(quality(0) + 3);
    expect(quality(16)).toBeGreaterThan(quality(4) + 3);
    expect(componentsWithin(code, 0)).toBe(0);
    expect(componentsWithin(code, 1)).toBe(1);
    expect(drawFromPca(code, coefficients, 0)[0]).toEqual(drawFromPca(code, coefficients, 0)[3]);
  });
});

describe('thumbnails', () => {
  test('fit their bits, and hardly more would', () => {
    for (const bits of [64, 576, 2304])
      for (const { side, bitsPerValue } of thumbnailsWithin(bits)) {
        expect(3 * side ** 2 * bitsPerValue).toBeLessThanOrEqual(bits);
        expect(3 * (side + 1) ** 2 * bitsPerValue).toBeGreaterThan(bits);
      }
  });

  test('resizing keeps what is plain, averages on the way down, and passes through smooth pictures', () => {
    const plain = new Float32Array(BYTES).fill(77);
    expect(resample(plain, 64, 9).every((value) => Math.abs(value - 77) < 1e-3)).toBe(true);
    expect(resample(resample(plain, 64, 9), 9, 64).every((value) => Math.abs(value - 77) < 1e-3)).toBe(true);
    const four = Float32Array.from([0, 0, 0, 10, 10, 10, 20, 20, 20, 50, 50, 50]);
    expect([...resample(four, 2, 1)]).toEqual([20, 20, 20]);
    expect(psnr(wave(0), drawFromThumbnail(wave(0), { side: 16, bitsPerValue: 6 }))).toBeGreaterThan(30);
  });
});

describe('file formats', () => {
  const raw = (image: Uint8Array) => sharp(image, { raw: { width: 64, height: 64, channels: 3 } });

  test('headers end where the picture begins', async () => {
    const jpeg = await raw(wave(0)).jpeg({ quality: 5 }).toBuffer();
    const start = jpegHeaderBytes(jpeg) - 2;
    expect(jpeg.subarray(jpeg.length - 2)).toEqual(Buffer.from([0xff, 0xd9]));
    const scan = jpeg.indexOf(Buffer.from([0xff, 0xda]));
    expect(start).toBe(scan + 2 + jpeg.readUInt16BE(scan + 2));
    const webp = await raw(wave(0)).webp({ quality: 5 }).toBuffer();
    expect(webp.subarray(23, 26)).toEqual(Buffer.from([0x9d, 0x01, 0x2a]));
    expect(webpHeaderBytes(webp) - (webp.readUInt32LE(16) % 2)).toBe(30);
    expect(() => jpegHeaderBytes(new Uint8Array(8))).toThrow(/without a scan/);
    expect(() => webpHeaderBytes(new Uint8Array(40))).toThrow(/first chunk/);
  });

  test('no quality beyond the bits is offered; a picture that fits none is left out', async () => {
    const rng = createRng('noise');
    const noisy = Uint8Array.from({ length: BYTES }, () => rng.int(256));
    const images = [wave(0), noisy];
    const bits = 560;
    const ladders = await Promise.all(
      images.map(async (image, picture) => ({ picture, steps: await encodingsWithin(image, 'jpeg', bits) })),
    );
    expect(ladders[0]!.steps.length).toBeGreaterThan(0);
    expect(ladders[0]!.steps.every(({ payloadBits }) => payloadBits <= bits)).toBe(true);
    expect(ladders[1]!.steps).toEqual([]);
    const vqvae = { ...scoresOf(images, [wave(1), wave(2)]), psnr: [11, 22] };
    const score = formatScore(ladders, images, vqvae, bits);
    expect(score.fits).toBe(0.5);
    expect(score.vqvaePsnr).toBe(11);
    expect(score.quality?.psnr.n).toBe(1);
    expect(score.quality?.psnr.mean).toBeCloseTo(psnr(images[0]!, ladders[0]!.steps.at(-1)!.image));
    expect(formatScore(ladders, images, vqvae, 8)).toEqual({
      fits: 0,
      quality: null,
      vqvaePsnr: null,
      payloadBits: null,
      headerBits: null,
    });
  });
});
