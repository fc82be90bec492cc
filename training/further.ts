/** What the contrastive model's training reads beside the dataset, in memory, shared by all worker threads. */
import { type Icons, iconsSchema, type Renderings, renderingsSchema } from '../src/dataset/schema';
import { type Dataset, RENDERING_BYTES, readJson, readShared, sha256, sha256Of } from './dataset';

/** Bytes of the alpha of one 64×64 icon. */
const ICON_BYTES = 64 * 64;

export interface Further {
  /** Concepts of the dataset, drawn by artists that it does not hold. */
  readonly renderings: Renderings;
  /** All renderings' RGBA, one after the other. */
  readonly pixels: Uint8Array;
  readonly icons: Icons;
  /** All icons' alpha, one after the other. */
  readonly alpha: Uint8Array;
  /** For the manifest: of pixels and alpha, and of the lists that say what they show. */
  readonly sha256: { readonly further: string; readonly furtherRest: string };
}

/** All that a run may read. */
export interface TrainingData {
  readonly dataset: Dataset;
  /** Needed where the run reads further drawings. */
  readonly further?: Further | undefined;
}

/** Reads `data/`. Throws where a file is missing or not what its schema says. */
export function loadFurther(): Further {
  const [pixels, alpha] = [readShared('further.bin'), readShared('icons.bin')];
  return {
    renderings: readJson('further.json', renderingsSchema),
    pixels,
    icons: readJson('icons.json', iconsSchema),
    alpha,
    sha256: {
      further: sha256(Buffer.from(sha256(pixels) + sha256(alpha))),
      furtherRest: sha256Of(['further.json', 'icons.json']),
    },
  };
}

/** RGBA of one further rendering. [64·64·4] */
export const furtherPixels = ({ pixels }: Further, item: number): Uint8Array =>
  pixels.subarray(item * RENDERING_BYTES, (item + 1) * RENDERING_BYTES);

/** Alpha of one icon. [64·64] */
export const iconAlpha = ({ alpha }: Further, item: number): Uint8Array =>
  alpha.subarray(item * ICON_BYTES, (item + 1) * ICON_BYTES);
