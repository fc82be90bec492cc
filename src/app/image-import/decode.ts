/** Gives a picture file to the browser's decoders; what comes back can be drawn on a canvas. */
import { Refusal } from '../../image-file/failures';
import { MEDIA_TYPES } from '../../image-file/formats';
import type { ImageHeader } from '../../image-file/headers/header';
import type { RasterFormat } from '../../image-file/headers/read-header';
import { samePixels, withEnd, withNoise } from '../../image-file/jpeg-end';
import { withoutOrientation } from '../../image-file/orientation';
import type { SvgInspection } from '../../image-file/svg/inspect';
import { rasterSize, resizedSvg } from '../../image-file/svg/size';
import type { Deadline } from './deadline';
import type { Drawable } from './drawable';
import { type Pixels, readPixels } from './read-pixels';

/** Formats that not every browser decodes. */
const OPTIONAL_FORMATS = new Set<RasterFormat>(['heic', 'tiff', 'jxl', 'jp2']);

/**
 * Decodes the first frame off the page's thread, with its pixels as stored: turning upright is the caller's.
 * Throws a {@link Refusal} where the browser cannot decode it, or where a JPEG without an end has been cut.
 */
export async function decodeRaster(
  bytes: Uint8Array<ArrayBuffer>,
  format: RasterFormat,
  header: ImageHeader,
  deadline: Deadline,
): Promise<Drawable> {
  const stored = withoutOrientation(bytes, format, header.orientation);
  if (!header.lacksEnd) return decodeWhole(stored, format, deadline);
  // One after the other, so that no more than one whole picture is held.
  const noisy = await readAndRelease(await decodeWhole(withNoise(stored), format, deadline), deadline);
  const drawable = await decodeWhole(withEnd(stored), format, deadline);
  try {
    if (samePixels((await readPixels(drawable, deadline)).data, noisy.data)) return drawable;
    throw new Refusal({ code: 'truncated', format }, 'the last scan is cut');
  } catch (error) {
    drawable.release();
    throw error;
  }
}

async function readAndRelease(drawable: Drawable, deadline: Deadline): Promise<Pixels> {
  try {
    return await readPixels(drawable, deadline);
  } finally {
    drawable.release();
  }
}

async function decodeWhole(bytes: Uint8Array<ArrayBuffer>, format: RasterFormat, deadline: Deadline): Promise<Drawable> {
  const file = new Blob([bytes], { type: MEDIA_TYPES[format] });
  try {
    const bitmap = await deadline.within(createImageBitmap(file), (late) => late.close());
    return { source: bitmap, width: bitmap.width, height: bitmap.height, release: () => bitmap.close() };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (OPTIONAL_FORMATS.has(format)) throw new Refusal({ code: 'unsupported-format', format, place: 'browser' }, error.message);
    throw new Refusal({ code: 'broken', format }, error.message);
  }
}

/**
 * Draws an SVG as a picture element does: no script runs in it and nothing outside the file is loaded.
 * Throws a {@link Refusal} where the browser finds it malformed.
 */
export async function decodeSvg(text: string, { root, size }: SvgInspection, deadline: Deadline): Promise<Drawable> {
  const drawn = rasterSize(size);
  const file = new Blob([resizedSvg(text, root, size, drawn)], { type: MEDIA_TYPES.svg });
  const url = URL.createObjectURL(file);
  const image = new Image(drawn.width, drawn.height);
  image.src = url;
  try {
    await deadline.within(image.decode());
    return { source: image, ...drawn, release: () => URL.revokeObjectURL(url) };
  } catch (error) {
    URL.revokeObjectURL(url);
    if (error instanceof DOMException) throw new Refusal({ code: 'broken', format: 'svg' }, error.message);
    throw error;
  }
}
