/** What the decoders are trained on and measured with: drawings on white, and pictures without meaning for the sake of photographs. */
import { composeRendering } from '../../src/dataset/augment';
import { proceduralImage } from '../../src/dataset/procedural';
import type { Rng } from '../../src/dataset/rng';
import { type Dataset, type Rendering, renderingPixels, renderingsOf } from '../dataset';
import { onWhite } from '../evaluate/on-white';
import { photographs } from '../evaluate/vqvae';

/** Share of a batch that is procedural. */
const PROCEDURAL_SHARE = 0.3;

/**
 * Drawings stand on white, as they do when they are measured: a decoder that is told the caption alone must not lose for a ground it
 * cannot know. Half are upright and whole.
 */
const GROUND = { white: 1, untouched: 0.5 } as const;

export interface Picture {
  /** 64×64 RGB. */
  readonly pixels: Uint8Array;
  /** Index into the dataset's concepts; none for pictures without meaning. */
  readonly concept?: number;
}

export interface Drawing extends Picture {
  readonly concept: number;
  readonly artist: string;
}

export interface Pictures {
  /** A training batch. */
  mixed(random: Rng, count: number): Picture[];
  /** Drawings as they are measured, upright and without any change. */
  upright(random: Rng, count: number): Drawing[];
  /** A training batch of drawings alone. */
  drawings(random: Rng, count: number): Drawing[];
}

export function trainingPictures(dataset: Dataset): Pictures {
  const all = renderingsOf(dataset, ['train'], 'train');
  const any = (random: Rng): Rendering => all[random.int(all.length)] as Rendering;
  const drawn = (random: Rng): Drawing => {
    const { index, concept, artist } = any(random);
    const flip = dataset.concepts[concept]?.flippable ?? false;
    return { pixels: composeRendering(renderingPixels(dataset, index), random, { flip, ...GROUND }), concept, artist };
  };
  return {
    mixed: (random, count) =>
      Array.from({ length: count }, () =>
        random.next() < PROCEDURAL_SHARE ? { pixels: proceduralImage(random) } : drawn(random),
      ),
    upright: (random, count) =>
      Array.from({ length: count }, () => {
        const rendering = any(random);
        return { pixels: onWhite(dataset, rendering), concept: rendering.concept, artist: rendering.artist };
      }),
    drawings: (random, count) => Array.from({ length: count }, () => drawn(random)),
  };
}

/** Drawings of held-out concepts by all artists, the unseen one included, upright on white. */
export const heldOutPictures = (dataset: Dataset): Drawing[] =>
  (['train', 'unseen'] as const)
    .flatMap((artists) => renderingsOf(dataset, ['test'], artists))
    .map((rendering) => ({ pixels: onWhite(dataset, rendering), concept: rendering.concept, artist: rendering.artist }));

export const photoPictures = (dataset: Dataset): Picture[] => photographs(dataset).map((pixels) => ({ pixels }));
