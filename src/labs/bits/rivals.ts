/** The same picture in fewer bits without a model: JPEG and WebP of the browser's making, and thumbnails. */
import { drawFromThumbnail, type ThumbnailCode, thumbnailsWithin } from '../../dataset/thumbnail';
import { IMAGE_SIZE, type RgbImage } from '../../model/types';
import { imageDataOf } from '../../ui/image-data';
import { breathe } from '../shared/breathe';
import { type Format, fileBits } from './file-bits';
import { BUDGETS, MOST_BITS } from './plane';

/** The picture at one price. */
export interface Offer {
  readonly bits: number;
  /** What a file takes besides, given for free. */
  readonly headerBits: number;
  /** Drawn back. [64·64·3] */
  readonly drawing: Uint8Array;
  readonly thumbnail?: ThumbnailCode;
}

/** Ascending in quality; the browser's own scale, 0..100. */
const QUALITIES: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22, 27, 33, 40, 48, 57, 65, 75];

function canvasOf({ width, height, data }: RgbImage): [OffscreenCanvas, OffscreenCanvasRenderingContext2D] {
  const canvas = new OffscreenCanvas(width, height);
  // Without an alpha channel: a file with one is another format.
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (!context) throw new Error('no canvas');
  context.putImageData(imageDataOf(data), 0, 0);
  return [canvas, context];
}

async function pixelsOf(file: Blob, [, context]: ReturnType<typeof canvasOf>): Promise<Uint8Array> {
  const decoded = await createImageBitmap(file);
  context.drawImage(decoded, 0, 0);
  decoded.close();
  const { data } = context.getImageData(0, 0, IMAGE_SIZE, IMAGE_SIZE);
  return Uint8Array.from({ length: IMAGE_SIZE * IMAGE_SIZE * 3 }, (_, i) => data[Math.floor(i / 3) * 4 + (i % 3)] as number);
}

/**
 * The picture as files of rising quality, as long as they cost less than the dearest point of the plane, and one beyond.
 * @returns null where the browser does not write the format
 */
export async function fileOffers(image: RgbImage, format: Format): Promise<readonly Offer[] | null> {
  const source = canvasOf(image);
  const target = canvasOf(image);
  const type = `image/${format}`;
  const offers: Offer[] = [];
  for (const quality of QUALITIES) {
    const file = await source[0].convertToBlob({ type, quality: quality / 100 });
    const bits = file.type === type ? fileBits(new Uint8Array(await file.arrayBuffer()), format) : null;
    if (!bits) return null;
    if (offers.at(-1)?.bits === bits.payload) continue;
    offers.push({ bits: bits.payload, headerBits: bits.header, drawing: await pixelsOf(file, target) });
    if (bits.payload > MOST_BITS) break;
  }
  return offers;
}

const squaredError = (a: Uint8Array, b: Uint8Array): number =>
  a.reduce((sum, value, i) => sum + (value - (b[i] as number)) ** 2, 0);

/** For each budget the side and depth that serve this picture best. Takes breaths: each budget is a few milliseconds' work. */
export async function thumbnailOffers({ data }: RgbImage): Promise<readonly Offer[]> {
  const offers: Offer[] = [];
  for (const budget of BUDGETS) {
    await breathe();
    const candidates = thumbnailsWithin(budget).map((thumbnail) => {
      const drawing = drawFromThumbnail(data, thumbnail);
      return { thumbnail, drawing, error: squaredError(data, drawing) };
    });
    const best = candidates.reduce((a, b) => (b.error < a.error ? b : a));
    const { side, bitsPerValue } = best.thumbnail;
    const bits = side * side * 3 * bitsPerValue;
    if (offers.at(-1)?.bits !== bits) offers.push({ bits, headerBits: 0, drawing: best.drawing, thumbnail: best.thumbnail });
  }
  return offers;
}

/** The best that fits the bits; null where nothing does. Offers are in rising quality, though a file may shrink on the way. */
export const bestWithin = <Priced extends { readonly bits: number }>(offers: readonly Priced[], bits: number): Priced | null =>
  offers.filter((offer) => offer.bits <= bits).at(-1) ?? null;
