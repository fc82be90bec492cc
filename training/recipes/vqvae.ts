/** VQ-VAE batches: emoji, mostly as they are shown later, and procedural pictures with the statistics of photographs. */
import { type AugmentOptions, composeRendering } from '../../src/dataset/augment';
import { proceduralImage } from '../../src/dataset/procedural';
import type { Rng } from '../../src/dataset/rng';
import type { Collective } from '../../src/model/collective';
import { CODEBOOK_SIZES, type CodebookSize, type GridSize } from '../../src/model/types';
import { type VqvaeConfig, vqvaeConfig } from '../../src/model/vqvae/config';
import { createVqvaeObjective, type VqvaeBatch, vqvaeTraining } from '../../src/model/vqvae/objective';
import { type Dataset, renderingPixels, renderingsOf } from '../dataset';
import { firstEndOf, type RunOptions } from '../run/options';
import type { Recipe } from './recipe';
import { shareOf } from './share';
import { unitPixels } from './unit-pixels';

/** What the pictures of a batch are like. */
interface Mix {
  /** Share that is procedural; the rest are renderings. */
  readonly procedural: number;
  readonly drawing: Pick<AugmentOptions, 'white' | 'untouched' | 'relight'>;
}

/** Pictures of many kinds, for the first run. */
const VARIED: Mix = { procedural: 0.2, drawing: { white: 0.6, untouched: 0.4 } };
/** Nearer to what page and evaluation show, upright drawings on white: what a run settles on when it is made longer. */
export const SETTLED: Mix = { procedural: 0.15, drawing: { white: 0.92, untouched: 0.85, relight: 0.1 } };

export function vqvaeConfigOf(options: RunOptions): VqvaeConfig {
  const grid: GridSize = options.model === 'vqvae-8' ? 8 : 16;
  const sizes: readonly CodebookSize[] =
    options.only === undefined ? CODEBOOK_SIZES : CODEBOOK_SIZES.filter((size) => size === options.only);
  return vqvaeConfig(grid, sizes);
}

/** Draws one picture, 64×64 RGB. */
type Picture = (random: Rng) => Uint8Array;

/** What the VQ-VAE is trained on, picture by picture. */
export function vqvaePictures(dataset: Dataset, { procedural, drawing: augmentation }: Mix): Picture {
  const drawings = renderingsOf(dataset, ['train'], 'train');
  return (random) => {
    if (random.next() < procedural) return proceduralImage(random);
    const drawing = drawings[random.int(drawings.length)] as (typeof drawings)[number];
    const flippable = dataset.concepts[drawing.concept]?.flippable ?? false;
    return composeRendering(renderingPixels(dataset, drawing.index), random, { ...augmentation, flip: flippable });
  };
}

export function vqvaeRecipe(options: RunOptions, dataset: Dataset, collective: Collective, rng: Rng): Recipe<VqvaeBatch> {
  const share = shareOf(options, collective.size);
  const training = vqvaeTraining(firstEndOf(options));
  const varied = vqvaePictures(dataset, VARIED);
  const settled = vqvaePictures(dataset, SETTLED);
  return {
    objective: createVqvaeObjective(vqvaeConfigOf(options), training, rng, collective),
    warmup: 50,
    imagesPerStep: options.batch,
    batchAt(random, step) {
      const picture = step < firstEndOf(options) ? varied : settled;
      return unitPixels(Array.from({ length: share }, () => picture(random)));
    },
  };
}
