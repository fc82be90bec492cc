/** How well a VQ-VAE draws pictures back: PSNR, SSIM and usage at every codebook size, with the weights as they are given. */
import { tensor4d } from '@tensorflow/tfjs-core';
import { psnr, ssim } from '../../src/model/metrics';
import { disposeParams, uploadParams } from '../../src/model/params';
import { lookUp, nearestCodes, perplexity, tokenCounts, usage } from '../../src/model/quantizer';
import { type CodebookSize, IMAGE_SIZE, type ParamArrays, type Params } from '../../src/model/types';
import { codebookName, type VqvaeConfig } from '../../src/model/vqvae/config';
import { allLatents, decode, encodeTrunk } from '../../src/model/vqvae/model';
import { type Dataset, PHOTO_BYTES, renderingsOf } from '../dataset';
import { unitPixels } from '../recipes/unit-pixels';
import { onWhite } from './on-white';
import { readBack } from './read-back';
import { mean } from './statistics';

const BATCH = 16;

export interface ReconstructionScore {
  /** Mean of the images' PSNR, dB. */
  readonly psnr: number;
  readonly ssim: number;
  /** Share of the entries that the whole set uses, 0..1; none for ∞. */
  readonly usage?: number;
  readonly perplexity?: number;
}

/** Drawings of held-out concepts by the artist never seen, on white. */
export const unseenArtistDrawings = (dataset: Dataset): Uint8Array[] =>
  renderingsOf(dataset, ['test'], 'unseen').map((drawing) => onWhite(dataset, drawing));

/** Drawings of held-out concepts by all artists, the unseen one included, on white. */
export const heldOutDrawings = (dataset: Dataset): Uint8Array[] => [
  ...renderingsOf(dataset, ['test'], 'train').map((drawing) => onWhite(dataset, drawing)),
  ...unseenArtistDrawings(dataset),
];

export const photographs = (dataset: Dataset): Uint8Array[] =>
  dataset.photos.map((_, i) => dataset.photoPixels.subarray(i * PHOTO_BYTES, (i + 1) * PHOTO_BYTES));

/** Values in 0..1 to bytes, rounded; by a loop, since `Uint8Array.from` walks an iterator. */
export function toBytes(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) bytes[i] = Math.round((values[i] as number) * 255);
  return bytes;
}

/** A picture drawn back, and the tokens on the way; none for ∞. */
export interface Coded {
  readonly tokens?: Uint16Array;
  readonly image: Uint8Array;
}

/** Encodes and decodes up to a batch of images at every size. -> by size, then by image */
export function codeBatch(params: Params, arrays: ParamArrays, config: VqvaeConfig, images: readonly Uint8Array[]): Coded[][] {
  const { grid, codeDim } = config;
  const shape = [images.length, grid, grid, codeDim] as [number, number, number, number];
  const latents = readBack(() => {
    const x = tensor4d(unitPixels(images), [images.length, IMAGE_SIZE, IMAGE_SIZE, 3]);
    return allLatents(params, config, encodeTrunk(params, config, x));
  });
  const each = latents.length / config.codebooks.length;
  return config.codebooks.map((size, s) => {
    const z = latents.subarray(s * each, (s + 1) * each);
    const entries = arrays[codebookName(size)]?.values;
    const tokens = entries && nearestCodes(z, entries, codeDim);
    const codes = entries && tokens ? lookUp(tokens, entries, codeDim) : z;
    const pixels = toBytes(readBack(() => decode(params, config, tensor4d(codes, shape), size)));
    return images.map((_, i) => ({
      image: pixels.subarray(i * PHOTO_BYTES, (i + 1) * PHOTO_BYTES),
      ...(tokens && { tokens: tokens.subarray(i * grid * grid, (i + 1) * grid * grid) }),
    }));
  });
}

/** Scores by codebook size over a set of images. */
export function scoreReconstructions(
  arrays: ParamArrays,
  config: VqvaeConfig,
  images: readonly Uint8Array[],
): Map<CodebookSize, ReconstructionScore> {
  const params = uploadParams(arrays);
  const scores = config.codebooks.map((size) => ({ size, psnr: [] as number[], ssim: [] as number[], tokens: [] as number[] }));
  for (let from = 0; from < images.length; from += BATCH) {
    const batch = images.slice(from, from + BATCH);
    codeBatch(params, arrays, config, batch).forEach((coded, s) => {
      const score = scores[s];
      coded.forEach(({ image, tokens }, i) => {
        const original = batch[i] as Uint8Array;
        score?.psnr.push(psnr(original, image));
        score?.ssim.push(ssim(original, image));
        score?.tokens.push(...(tokens ?? []));
      });
    });
  }
  disposeParams(params);
  return new Map(
    scores.map(({ size, psnr: psnrs, ssim: ssims, tokens }) => {
      const counts = size === 'inf' ? undefined : tokenCounts(Uint16Array.from(tokens), size);
      return [
        size,
        { psnr: mean(psnrs), ssim: mean(ssims), ...(counts && { usage: usage(counts), perplexity: perplexity(counts) }) },
      ];
    }),
  );
}

/** The figures of the manifest: `psnr/<K>/heldOut`, `psnr/<K>/photos`, `ssim/…`, `usage/<K>`, `perplexity/<K>`. */
export function vqvaeMetrics(arrays: ParamArrays, config: VqvaeConfig, dataset: Dataset): Record<string, number> {
  const sets = { heldOut: heldOutDrawings(dataset), photos: photographs(dataset) };
  const metrics: Record<string, number> = {};
  for (const [set, images] of Object.entries(sets))
    for (const [size, score] of scoreReconstructions(arrays, config, images)) {
      metrics[`psnr/${size}/${set}`] = score.psnr;
      metrics[`ssim/${size}/${set}`] = score.ssim;
      if (set !== 'heldOut' || score.usage === undefined || score.perplexity === undefined) continue;
      metrics[`usage/${size}`] = score.usage;
      metrics[`perplexity/${size}`] = score.perplexity;
    }
  return metrics;
}
