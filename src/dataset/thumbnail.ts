/** A small copy of the picture with few levels of each colour, enlarged again: the plainest code that there is. */
import { IMAGE_SIZE } from '../model/types';
import { resample } from './resample';

export interface ThumbnailCode {
  /** Side of the small copy, in pixels. */
  readonly side: number;
  /** Bits of each of its values. */
  readonly bitsPerValue: number;
}

const MOST_BITS_PER_VALUE = 6;

/** The largest copy for each depth that fits the bits. */
export const thumbnailsWithin = (bits: number): ThumbnailCode[] =>
  Array.from({ length: MOST_BITS_PER_VALUE }, (_, i) => ({
    side: Math.min(IMAGE_SIZE, Math.floor(Math.sqrt(bits / (3 * (i + 1))))),
    bitsPerValue: i + 1,
  })).filter(({ side }) => side >= 1);

/** The picture drawn back from its thumbnail. [64·64·3] */
export function drawFromThumbnail(image: Uint8Array, { side, bitsPerValue }: ThumbnailCode): Uint8Array {
  const top = 2 ** bitsPerValue - 1;
  const small = resample(Float32Array.from(image), IMAGE_SIZE, side);
  const coarse = small.map((value) => (Math.round((value / 255) * top) / top) * 255);
  return Uint8Array.from(resample(coarse, side, IMAGE_SIZE), (value) => Math.round(Math.min(255, Math.max(0, value))));
}
