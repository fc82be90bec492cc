/**
 * A reader's picture file, from bytes to upright pixels. Everything that can go wrong ends in an `ImportError`, whose
 * sentence is in `image-file/text.ts`; nothing leaves the page and nothing can hang it.
 */

import { ImportError, type ImportNotice, Refusal } from '../../image-file/failures';
import { checkLength, inspectFile, refuseTooManyPixels } from '../../image-file/inspect';
import { DECODE_SECONDS } from '../../image-file/limits';
import { uprightPixels } from '../../image-file/orientation';
import { checkCanvas } from './canary';
import { type Deadline, startDeadline } from './deadline';
import { decodeRaster, decodeSvg } from './decode';
import type { Drawable } from './drawable';
import { type Pixels, readPixels } from './read-pixels';

export interface ImportedImage {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** RGBA with straight alpha, row-major; large pictures have been shrunk. [height·width·4] */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly hasTransparency: boolean;
  readonly notices: readonly ImportNotice[];
}

export interface ImportOptions {
  /** Seconds that decoding and reading may take together. */
  readonly seconds?: number;
}

/** Opens a picture file of any format that the browser reads; an animated one gives its first frame. Rejects with an {@link ImportError}. */
export async function importImage(source: Blob, name: string, options: ImportOptions = {}): Promise<ImportedImage> {
  checkLength(source.size, name);
  const deadline = startDeadline(options.seconds ?? DECODE_SECONDS);
  try {
    return await open(source, name, deadline);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new ImportError({ ...error.reason, name, ...(error.detail === undefined ? {} : { detail: error.detail }) });
  }
}

async function open(source: Blob, name: string, deadline: Deadline): Promise<ImportedImage> {
  const bytes = await deadline.within(readBytes(source));
  const file = inspectFile(bytes, name);
  const canvas = checkCanvas();
  if (canvas === 'blocked') throw new Refusal({ code: 'canvas-blocked' });
  const drawable =
    file.kind === 'svg'
      ? await decodeSvg(file.text, file.svg, deadline)
      : await decodeRaster(bytes, file.format, file.header, deadline);
  const pixels = await readAndRelease(drawable, deadline);
  const upright = uprightPixels(pixels, (file.kind === 'raster' && file.header.orientation?.value) || 1);
  const notices = [...file.notices];
  if (canvas === 'altered') notices.push({ code: 'canvas-altered' });
  return { name, ...upright, hasTransparency: hasTransparentPixel(upright.data), notices };
}

/** Throws a {@link Refusal} for a file that has gone, or that is a folder. */
async function readBytes(source: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await source.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) throw new Refusal({ code: 'unreadable' }, error.message);
    throw error;
  }
}

async function readAndRelease(drawable: Drawable, deadline: Deadline): Promise<Pixels> {
  try {
    refuseTooManyPixels(drawable.width, drawable.height);
    return await readPixels(drawable, deadline);
  } finally {
    drawable.release();
  }
}

function hasTransparentPixel(data: Uint8ClampedArray): boolean {
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 255) < 255) return true;
  return false;
}
