/** What the lab counts and draws: entries in use, bits of files, the lines and where a pointer meets them. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { nearestPoint, placeOf, scaleOf } from '../../../src/labs/bits/axes';
import { fileBits } from '../../../src/labs/bits/file-bits';
import { keyOf, PLANE } from '../../../src/labs/bits/plane';
import { bestWithin } from '../../../src/labs/bits/rivals';
import { pictureSeries, setSeries } from '../../../src/labs/bits/series';
import { counted, mostFrequent, noCounts, usageOf } from '../../../src/labs/bits/usage';
import type { E4 } from '../../../src/results/e4';
import { jpegHeaderBytes, webpHeaderBytes } from '../../../training/experiments/e4/image-formats';
import { quantisedResult } from '../compare/results';

test('usage, dead entries and perplexity', () => {
  const counts = counted(noCounts(4), [Uint16Array.of(0, 0, 2, 2), Uint16Array.of(0, 0, 2, 2)]);
  expect(counts.pictures).toBe(2);
  expect([...counts.counts]).toEqual([4, 0, 4, 0]);
  expect(usageOf(counts)).toEqual({ used: 2, dead: 2, perplexity: expect.closeTo(2, 10) });
  expect(usageOf(noCounts(8))).toEqual({ used: 0, dead: 8, perplexity: 0 });
});

test('entries by how often they were chosen, equals by their numbers, the dead ones last', () => {
  expect(mostFrequent(counted(noCounts(4), [Uint16Array.of(3, 3, 2, 1)]))).toEqual([
    { entry: 3, count: 2, share: 0.5 },
    { entry: 1, count: 1, share: 0.25 },
    { entry: 2, count: 1, share: 0.25 },
    { entry: 0, count: 0, share: 0 },
  ]);
  expect(mostFrequent(noCounts(1))).toEqual([{ entry: 0, count: 0, share: 0 }]);
});

test('the bits of files are counted as the experiment counts them', async () => {
  const pixels = Buffer.from(Uint8Array.from({ length: 64 * 64 * 3 }, (_, i) => (i * i) % 251));
  const picture = () => sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } });
  const jpeg = await picture().jpeg({ quality: 20 }).toBuffer();
  const webp = await picture().webp({ quality: 20 }).toBuffer();
  expect(fileBits(jpeg, 'jpeg')).toEqual({
    payload: 8 * (jpeg.length - jpegHeaderBytes(jpeg)),
    header: 8 * jpegHeaderBytes(jpeg),
  });
  expect(fileBits(webp, 'webp')?.header).toBe(8 * webpHeaderBytes(webp));
  const lossless = await picture().webp({ lossless: true }).toBuffer();
  expect(fileBits(lossless, 'webp')).toBeNull();
});

test('the best that a price buys', () => {
  const offers = [{ bits: 300 }, { bits: 500 }, { bits: 900 }];
  expect(bestWithin(offers, 899)).toEqual({ bits: 500 });
  expect(bestWithin(offers, 299)).toBeNull();
});

/** A picture that gains a dB a doubling, the finer grid two more. */
const points = new Map(
  PLANE.map((settings) => {
    const result = quantisedResult(settings);
    const { grid, codebook } = settings;
    const bits = codebook === 'inf' ? grid * grid * 256 : grid * grid * Math.log2(codebook);
    const psnr = Math.log2(bits) + 2 * Number(grid === 16);
    return [keyOf(settings), { ...result, metrics: { ...result.metrics, psnr, bitsPerImage: bits } }];
  }),
);

test('every point of the plane is met where it is drawn', () => {
  const series = pictureSeries(points, null);
  const scale = scaleOf(series, 'psnr');
  for (const point of series.flatMap((each) => each.points)) {
    const height = ((point.psnr as number) - scale.low) / (scale.high - scale.low);
    expect(height).toBeGreaterThanOrEqual(0);
    expect(height).toBeLessThanOrEqual(1);
    expect(nearestPoint(series, scale, 'psnr', placeOf(point), height)).toEqual(point.settings);
  }
});

const average = (mean: number) => ({ mean, sd: 0, n: 1 });
const spread = (mean: number) => ({ mean, sd: 0, values: [mean, mean, mean] });
const quality = { psnr: average(20), ssim: average(0.5) };
const fitted = { psnr: spread(15), ssim: spread(0.4) };
const none = { fits: 0, quality: null, vqvaePsnr: null, payloadBits: null, headerBits: null };
const some = { fits: 0.5, quality, vqvaePsnr: 22, payloadBits: 200, headerBits: 5000 };

test('the set’s lines say which files fit, and join what both grids were measured with', () => {
  const result = {
    figures: {
      points: ([16, 8] as const).map((grid) => ({
        grid,
        codebook: grid === 16 ? 2 : 16,
        bits: 256,
        vqvae: { heldOut: quality, photos: quality, usage: 1, perplexity: 2 },
        baselines: {
          kMeans: { heldOut: fitted, photos: fitted, usage: spread(1) },
          pca: { heldOut: fitted, photos: fitted, components: spread(3) },
          thumbnail: { heldOut: quality, photos: quality, side: 3, bitsPerValue: 2 },
          jpeg: { heldOut: none, photos: some },
          webp: { heldOut: none, photos: none },
        },
      })),
    },
  } as unknown as E4;
  const line = (way: string) => setSeries(result, 'photos').find((series) => series.way === way)?.points;
  expect(line('jpeg')).toEqual([{ bits: 256, psnr: 20, ssim: 0.5, fits: 0.5, vqvaePsnr: 22 }]);
  expect(line('webp')).toMatchObject([{ psnr: null, fits: 0 }]);
  expect(line('pca')).toHaveLength(1);
  expect(line('kMeans-8')).toEqual([{ bits: 256, psnr: 15, ssim: 0.4 }]);
  expect(line('vqvae-8')).toMatchObject([{ settings: { grid: 8, codebook: 16 } }]);
});
