/** VQ-VAE batches: emoji, mostly as they are shown later, and procedural pictures with the statistics of photographs. */
import { composeRendering } from '../../src/dataset/augment';
import { proceduralImage } from '../../src/dataset/procedural';
import type { Rng } from '../../src/dataset/rng';
import type { Collective } from '../../src/model/collective';
import { CODEBOOK_SIZES, type CodebookSize, type GridSize } from '../../src/model/types';
import { type VqvaeConfig, vqvaeConfig } from '../../src/model/vqvae/config';
import { createVqvaeObjective, type VqvaeBatch, vqvaeTraining } from '../../src/model/vqvae/objective';
import { type Dataset, renderingPixels, renderingsOf } from '../dataset';
import { firstEndOf, type RunOptions } from '../run/options';
import type { Recipe } from './recipe';
import { unitPixels } from './unit-pixels';

/** Share of a batch that is procedural; the rest are renderings. */
const PROCEDURAL_SHARE = 0.2;

/** Drawings are mostly seen upright and on white, on the page and in the evaluation. */
const SHOWN = { white: 0.6, untouched: 0.4 } as const;

export function vqvaeConfigOf(options: RunOptions): VqvaeConfig {
  const grid: GridSize = options.model === 'vqvae-8' ? 8 : 16;
  const sizes: readonly CodebookSize[] =
    options.only === undefined ? CODEBOOK_SIZES : CODEBOOK_SIZES.filter((size) => size === options.only);
  return vqvaeConfig(grid, sizes);
}

/** What the VQ-VAE is trained on, picture by picture. */
export function vqvaePictures(dataset: Dataset): (random: Rng) => Uint8Array {
  const drawings = renderingsOf(dataset, ['train'], 'train');
  return (random) => {
    if (random.next() < PROCEDURAL_SHARE) return proceduralImage(random);
    const drawing = drawings[random.int(drawings.length)] as (typeof drawings)[number];
    const flippable = dataset.concepts[drawing.concept]?.flippable ?? false;
    return composeRendering(renderingPixels(dataset, drawing.index), random, { ...SHOWN, flip: flippable });
  };
}

export function vqvaeRecipe(options: RunOptions, dataset: Dataset, collective: Collective, rng: Rng): Recipe<VqvaeBatch> {
  const share = options.batch / collective.size;
  const training = vqvaeTraining(firstEndOf(options));
  if (!Number.isInteger(share / training.groups))
    throw new Error(`the batch of ${options.batch} does not divide into ${collective.size} workers × ${training.groups} groups`);
  const picture = vqvaePictures(dataset);
  return {
    objective: createVqvaeObjective(vqvaeConfigOf(options), training, rng, collective),
    warmup: 50,
    imagesPerStep: options.batch,
    batchAt: (random) => unitPixels(Array.from({ length: share }, () => picture(random))),
  };
}
