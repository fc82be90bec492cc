/** The changes that the experiment makes, each at several strengths: those that readers make on the page, by the same code. */
import sharp from 'sharp';
import { type Change, changePixels } from '../../../src/dataset/changes';
import type { Rng } from '../../../src/dataset/rng';
import { IMAGE_SIZE } from '../../../src/model/types';

export type ChangeId = Exclude<Change, 'redraw'>;

/** From weak to strong. */
export const STRENGTHS: Readonly<Record<ChangeId, readonly number[]>> = {
  shift: [1, 2, 4, 8],
  rotate: [5, 15, 45, 90],
  recolour: [30, 90, 180],
  blur: [0.5, 1, 2, 4],
  noise: [5, 10, 20, 40],
  occlude: [8, 16, 24, 32],
  jpeg: [90, 50, 20, 5],
};

async function throughJpeg(rgb: Uint8Array, quality: number): Promise<Uint8Array> {
  const raw = { width: IMAGE_SIZE, height: IMAGE_SIZE, channels: 3 } as const;
  return sharp(await sharp(rgb, { raw }).jpeg({ quality }).toBuffer())
    .raw()
    .toBuffer();
}

/** The changed picture. [64·64·3] -> [64·64·3] */
export const changed = async (id: ChangeId, rgb: Uint8Array, strength: number, rng: Rng): Promise<Uint8Array> =>
  id === 'jpeg' ? throughJpeg(rgb, strength) : changePixels(id, rgb, strength, rng);
