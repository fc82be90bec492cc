/** A dataset of a few concepts, for trial runs. */
import type { SplitName } from '../../src/dataset/shipped-schema';
import { type Dataset, PHOTO_BYTES } from '../dataset';

const FEW: Readonly<Record<SplitName, number>> = { train: 16, validation: 6, test: 3 };
const FEW_PHOTOS = 4;

/** About `count` items, evenly spaced, so that every group of concepts stays. */
const spaced = <T>(items: readonly T[], count: number): T[] =>
  items.filter((_, i) => i % Math.max(1, Math.floor(items.length / count)) === 0);

/** The same renderings under a split that names few of their concepts; few photographs. */
export function thinned(dataset: Dataset): Dataset {
  const { split } = dataset;
  return {
    ...dataset,
    split: {
      ...split,
      train: spaced(split.train, FEW.train),
      validation: spaced(split.validation, FEW.validation),
      test: spaced(split.test, FEW.test),
    },
    photos: dataset.photos.slice(0, FEW_PHOTOS),
    photoPixels: dataset.photoPixels.subarray(0, FEW_PHOTOS * PHOTO_BYTES),
  };
}
