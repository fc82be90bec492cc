/** VQ-VAE batches: half emoji on varied grounds, half procedural pictures with the statistics of photographs. */
import { composeRendering } from '../../src/dataset/augment';
import { proceduralImage } from '../../src/dataset/procedural';
import type { Rng } from '../../src/dataset/rng';
import type { Collective } from '../../src/model/collective';
import { CODEBOOK_SIZES, type CodebookSize, type GridSize } from '../../src/model/types';
import { type VqvaeConfig, vqvaeConfig } from '../../src/model/vqvae/config';
import { createVqvaeObjective, VQVAE_TRAINING, type VqvaeBatch } from '../../src/model/vqvae/objective';
import { type Dataset, renderingPixels, renderingsOf } from '../dataset';
import type { RunOptions } from '../run/options';
import type { Recipe } from './recipe';
import { unitPixels } from './unit-pixels';

/** Share of a batch that is procedural; the rest are renderings. */
const PROCEDURAL_SHARE = 0.3;

export function vqvaeConfigOf(options: RunOptions): VqvaeConfig {
  const grid: GridSize = options.model === 'vqvae-8' ? 8 : 16;
  const sizes: readonly CodebookSize[] =
    options.only === undefined ? CODEBOOK_SIZES : CODEBOOK_SIZES.filter((size) => size === options.only);
  return vqvaeConfig(grid, sizes);
}

export function vqvaeRecipe(options: RunOptions, dataset: Dataset, collective: Collective, rng: Rng): Recipe<VqvaeBatch> {
  const share = options.batch / collective.size;
  if (!Number.isInteger(share / VQVAE_TRAINING.groups))
    throw new Error(
      `the batch of ${options.batch} does not divide into ${collective.size} workers × ${VQVAE_TRAINING.groups} groups`,
    );
  const drawings = renderingsOf(dataset, ['train'], 'train');

  function draw(random: Rng): Uint8Array {
    const drawing = drawings[random.int(drawings.length)] as (typeof drawings)[number];
    const flippable = dataset.concepts[drawing.concept]?.flippable ?? false;
    return composeRendering(renderingPixels(dataset, drawing.index), random, { flip: flippable });
  }

  return {
    objective: createVqvaeObjective(vqvaeConfigOf(options), VQVAE_TRAINING, rng, collective),
    warmup: 50,
    imagesPerStep: options.batch,
    batchAt: (random) =>
      unitPixels(
        Array.from({ length: share }, () => (random.next() < PROCEDURAL_SHARE ? proceduralImage(random) : draw(random))),
      ),
  };
}
