/** What was painted on pictures that have since made way for others, so that it is there again when they come back. */
import type { RgbImage } from '../../model/types';
import type { PaintSettings } from './store';

interface Painted {
  readonly image: RgbImage;
  readonly settings: PaintSettings;
  /** [G·G] */
  readonly tokens: Uint16Array;
}

export interface PaintedPictures {
  /** @param tokens null where nothing is painted any more */
  keep(image: RgbImage, settings: PaintSettings, tokens: Uint16Array | null): void;
  /** Undefined where nothing was painted on this picture at these settings. */
  find(image: RgbImage, settings: PaintSettings): Uint16Array | undefined;
}

/** The oldest go first. */
const MOST = 20;

/** The same picture chosen again comes as a new image of the same pixels. */
const isSamePicture = (a: RgbImage, b: RgbImage): boolean => a === b || a.data.every((value, i) => value === b.data[i]);

export function createPaintedPictures(): PaintedPictures {
  let kept: readonly Painted[] = [];
  const isOf =
    (image: RgbImage, { grid, codebook }: PaintSettings) =>
    (each: Painted): boolean =>
      each.settings.grid === grid && each.settings.codebook === codebook && isSamePicture(each.image, image);
  return {
    keep(image, settings, tokens) {
      const isThis = isOf(image, settings);
      const others = kept.filter((each) => !isThis(each));
      kept = tokens ? [...others, { image, settings, tokens }].slice(-MOST) : others;
    },
    find: (image, settings) => kept.find(isOf(image, settings))?.tokens,
  };
}
