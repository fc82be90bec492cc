/** The pictures that E4 draws back, and those that what it fits is fitted to. */
import { createRng } from '../../../src/dataset/rng';
import type { Dataset } from '../../dataset';
import { heldOutDrawings, photographs } from '../../evaluate/vqvae';
import { SETTLED, vqvaePictures } from '../../recipes/vqvae';

export type SetName = 'heldOut' | 'photos';
export type PictureSets = Readonly<Record<SetName, readonly Uint8Array[]>>;

export const pictureSets = (dataset: Dataset): PictureSets => ({
  heldOut: heldOutDrawings(dataset),
  photos: photographs(dataset),
});

/** Pictures of the kind that the VQ-VAE is trained on at last: nearest to those it is measured on. */
export function trainingPictures(dataset: Dataset, count: number, seed: number): Uint8Array[] {
  const picture = vqvaePictures(dataset, SETTLED);
  const rng = createRng(seed).fork('baseline pictures');
  return Array.from({ length: count }, (_, i) => picture(rng.fork(i)));
}

/** The same of each set. */
export const bySet = <T>(of: (name: SetName) => T): Record<SetName, T> => ({ heldOut: of('heldOut'), photos: of('photos') });
