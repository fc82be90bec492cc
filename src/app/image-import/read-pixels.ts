/** Reads a decoded picture's pixels in tiles, shrinking as it goes: the page stays alive and no large canvas is needed. */
import type { RgbaImage } from '../../dataset/prepare';
import { reduceImage, reductionFactor } from '../../dataset/reduce';
import { Refusal } from '../../image-file/failures';
import type { Deadline } from './deadline';
import type { Drawable } from './drawable';

const TILE_SIDE = 1024;

/** Pixels with straight alpha, row-major. [height·width·4] */
export interface Pixels extends RgbaImage {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** The picture's pixels, shrunk by a whole factor where it is large. Throws a {@link Refusal}. */
export async function readPixels(drawable: Drawable, deadline: Deadline): Promise<Pixels> {
  const factor = reductionFactor(drawable.width, drawable.height);
  const side = factor * Math.floor(TILE_SIDE / factor);
  const context = tileContext(Math.min(side, drawable.width), Math.min(side, drawable.height));
  const width = Math.ceil(drawable.width / factor);
  const data = new Uint8ClampedArray(width * Math.ceil(drawable.height / factor) * 4);
  for (let top = 0; top < drawable.height; top += side) {
    for (let left = 0; left < drawable.width; left += side) {
      const tile = readTile(context, drawable, left, top, side);
      place(reduceImage(tile, factor), data, width, left / factor, top / factor);
      await deadline.breathe();
    }
  }
  return { width, height: Math.ceil(drawable.height / factor), data };
}

function tileContext(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Refusal({ code: 'canvas-blocked' }, 'no canvas context');
  return context;
}

function readTile(context: CanvasRenderingContext2D, drawable: Drawable, left: number, top: number, side: number): RgbaImage {
  const width = Math.min(side, drawable.width - left);
  const height = Math.min(side, drawable.height - top);
  context.clearRect(0, 0, side, side);
  context.drawImage(drawable.source, left, top, width, height, 0, 0, width, height);
  try {
    return { width, height, data: context.getImageData(0, 0, width, height).data };
  } catch (error) {
    // Some browsers keep a page from reading a canvas that foreign content in an SVG has been drawn on.
    if (error instanceof DOMException) throw new Refusal({ code: 'canvas-blocked' }, error.message);
    throw error;
  }
}

function place(tile: RgbaImage, data: Uint8ClampedArray, width: number, left: number, top: number): void {
  for (let y = 0; y < tile.height; y++) {
    data.set(tile.data.subarray(y * tile.width * 4, (y + 1) * tile.width * 4), ((top + y) * width + left) * 4);
  }
}
