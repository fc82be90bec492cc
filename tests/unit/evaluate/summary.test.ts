/** The headline figures stand under the names by which they are quoted. */
import { expect, test } from 'vitest';
import type { E2, Recall, Representation } from '../../../src/results/e2';
import type { E4, FormatScore, Point } from '../../../src/results/e4';
import type { Average, Spread } from '../../../src/results/envelope';
import { summarySchema } from '../../../src/results/summary';
import { summarise } from '../../../training/experiments/summary';

const average = (mean: number): Average => ({ mean, sd: 1, n: 9 });
const spread = (mean: number): Spread => ({ mean, sd: 0, values: [mean, mean, mean] });
const recall = (r1: number): Recall => ({ r1: average(r1), r5: average(r1 + 5) });

const representation = (encoder: Representation['encoder'], pooling: Representation['pooling'], r1: number): Representation => ({
  encoder,
  pooling,
  dim: 4,
  bits: 128,
  retrieval: {
    validationConcepts: recall(r1 - 1),
    heldOutConcepts: recall(r1),
    twemojiToNoto: recall(r1 + 1),
    unseenArtist: recall(r1 + 2),
    unseenArtistAllKnown: recall(r1 + 3),
  },
  probe: { parameters: 45, l2: 0.1, validation: 50, heldOutConcepts: spread(50), unseenArtist: spread(40), balanced: spread(30) },
});

const caption = (r5: number) => ({
  heldOutR1: 10,
  heldOutR5: r5,
  trainR1: 60,
  chance: { heldOutR1: 0.5, heldOutR5: 3, trainR1: 0.1 },
  towerAlone: { heldOutR1: 10, heldOutR5: 30, trainR1: 55 },
});

const told: E2['figures'] = {
  codebook: 512,
  groups: ['flags', 'objects'],
  chance: {
    retrieval: {
      heldOutConcepts: { r1: 0.6, r5: 3 },
      twemojiToNoto: { r1: 0.7, r5: 3 },
      unseenArtist: { r1: 0.1, r5: 0.3 },
      unseenArtistAllKnown: { r1: 0.2, r5: 0.4 },
    },
    probe: { heldOutConcepts: 20, unseenArtist: 20, balanced: 50 },
  },
  representations: [
    representation('contrastive', 'pooled', 80),
    representation('contrastive', 'gridMean', 70),
    representation('pixels', 'whole', 40),
    representation('random', 'pooled', 20),
  ],
  captions: { en: caption(45), zh: caption(46) },
};

const quality = (psnr: number) => ({ psnr: average(psnr), ssim: average(0.9) });
const fitted = (psnr: number) => ({ psnr: spread(psnr), ssim: spread(0.8) });
const format = (fits: number, psnr: number): FormatScore => ({
  fits,
  quality: quality(psnr),
  vqvaePsnr: 20,
  payloadBits: 500,
  headerBits: 240,
});

const point = (grid: 16 | 8, codebook: Point['codebook'], psnr: number): Point => ({
  grid,
  codebook,
  bits: 1000,
  vqvae: {
    heldOut: quality(psnr),
    photos: quality(psnr + 2),
    unseenArtist: quality(psnr - 1),
    usage: codebook === 'inf' ? null : 0.95,
    perplexity: null,
  },
  baselines:
    codebook === 'inf'
      ? null
      : {
          kMeans: { heldOut: fitted(psnr - 2), photos: fitted(psnr - 1), usage: spread(0.9) },
          pca: { heldOut: fitted(psnr - 3), photos: fitted(psnr - 3), components: spread(40) },
          thumbnail: { heldOut: quality(psnr - 4), photos: quality(psnr - 4), side: 9, bitsPerValue: 5 },
          jpeg: { heldOut: format(1, psnr - 1), photos: format(0.5, 30) },
          webp: { heldOut: format(0.9, 30), photos: format(1, psnr) },
        },
});

const drawn: E4['figures'] = { points: [point(16, 512, 25), point(16, 'inf', 27), point(8, 512, 21)] };

test('each figure is found under its name, with pixels and chance beside', () => {
  const { retrieval, caption: captions, psnr, usage, baselines } = summarise(told, drawn);
  expect(retrieval.heldOutConcepts).toEqual({ r1: 80, r5: 85, pixels: { r1: 40, r5: 45 }, chance: { r1: 0.6, r5: 3 } });
  expect(retrieval.unseenArtist).toEqual({ r1: 82, r5: 87, pixels: { r1: 42, r5: 47 }, chance: { r1: 0.1, r5: 0.3 } });
  expect(retrieval.unseenArtistAllKnown).toMatchObject({ r1: 83, pixels: { r5: 48 }, chance: { r1: 0.2 } });
  expect(captions.zh).toMatchObject({ heldOutR5: 46, trainR1: 60 });
  expect(psnr[16]).toEqual({
    512: { heldOut: 25, photos: 27, unseenArtist: 24 },
    inf: { heldOut: 27, photos: 29, unseenArtist: 26 },
  });
  expect(psnr[8]['512']).toEqual({ heldOut: 21, photos: 23, unseenArtist: 20 });
  expect(usage[16]).toEqual({ 512: 0.95 });
  expect(Object.keys(baselines.retrieval)).toEqual(['contrastive/gridMean', 'pixels/whole', 'random/pooled']);
  expect(baselines.psnr.kMeans[16]).toEqual({ 512: { heldOut: 23, photos: 24 } });
  expect(baselines.usage.kMeans[8]).toEqual({ 512: 0.9 });
});

test('a file format that some pictures do not fit has no mean beside those that all do', () => {
  const { psnr } = summarise(told, drawn).baselines;
  expect(psnr.jpeg[16]['512']).toEqual({ heldOut: 24, photos: null });
  expect(psnr.webp[16]['512']).toEqual({ heldOut: null, photos: 25 });
});

test('what it gives is what the file may hold', () => {
  expect(summarySchema.shape.figures.safeParse(summarise(told, drawn)).success).toBe(true);
});

test('a representation that is missing is named', () => {
  const without = { ...told, representations: told.representations.slice(0, 2) };
  expect(() => summarise(without, drawn)).toThrow('e2 has no pixels/whole');
});
