/** A picture file to upright pixels, refused with the same reasons as on the page; sharp takes the place of the browser's decoders. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import sharp from 'sharp';
import type { RgbaImage } from '../../src/dataset/prepare';
import { reduceImage, reductionFactor } from '../../src/dataset/reduce';
import { ImportError, type ImportNotice, type ImportReason, Refusal } from '../../src/image-file/failures';
import type { ImageFormat } from '../../src/image-file/formats';
import type { ImageHeader } from '../../src/image-file/headers/header';
import type { RasterFormat } from '../../src/image-file/headers/read-header';
import { checkLength, type InspectedFile, inspectFile } from '../../src/image-file/inspect';
import { samePixels, withEnd, withNoise } from '../../src/image-file/jpeg-end';
import { DECODE_SECONDS, MAX_PIXELS } from '../../src/image-file/limits';
import { uprightPixels, withoutOrientation } from '../../src/image-file/orientation';
import { rasterSize, resizedSvg } from '../../src/image-file/svg/size';

/** Formats that sharp's prebuilt decoders lack. */
const MISSING_FORMATS = new Set<ImageFormat>(['bmp', 'ico', 'heic', 'jxl', 'jp2']);

export interface DecodedFile {
  readonly name: string;
  readonly image: RgbaImage;
  readonly notices: readonly ImportNotice[];
}

/** Decodes the first frame of a file. Rejects with an {@link ImportError}. */
export async function decodeFile(path: string): Promise<DecodedFile> {
  const name = basename(path);
  const bytes = readBytes(path, name);
  const file = inspectFile(bytes, name);
  const format = file.kind === 'svg' ? 'svg' : file.format;
  if (MISSING_FORMATS.has(format)) throw new ImportError({ code: 'unsupported-format', format, place: 'shell', name });
  try {
    const stored = file.kind === 'svg' ? await decodeDrawing(file) : await decodeRaster(bytes, file.format, file.header);
    const pixels = { width: stored.width, height: stored.height, data: new Uint8ClampedArray(stored.data) };
    const orientation = file.kind === 'raster' ? (file.header.orientation?.value ?? 1) : 1;
    return { name, image: uprightPixels(pixels, orientation), notices: file.notices };
  } catch (error) {
    if (error instanceof Refusal) throw new ImportError({ ...error.reason, name, detail: error.message });
    if (!(error instanceof Error)) throw error;
    throw new ImportError({ ...reasonFor(error, format), name, detail: error.message });
  }
}

/** Throws an {@link ImportError} for a file that cannot be read, is empty or too large. */
function readBytes(path: string, name: string): Uint8Array<ArrayBuffer> {
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size === undefined) throw new ImportError({ code: 'unreadable', name });
    checkLength(size, name);
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    throw error instanceof ImportError ? error : new ImportError({ code: 'unreadable', name, detail: String(error) });
  }
}

const decodeDrawing = ({ text, svg }: Extract<InspectedFile, { kind: 'svg' }>): Promise<RgbaImage> =>
  decode(Buffer.from(resizedSvg(text, svg.root, svg.size, rasterSize(svg.size))));

/** Throws a {@link Refusal} for a JPEG without an end that has been cut. */
async function decodeRaster(bytes: Uint8Array<ArrayBuffer>, format: RasterFormat, header: ImageHeader): Promise<RgbaImage> {
  const stored = withoutOrientation(bytes, format, header.orientation);
  if (!header.lacksEnd) return decode(stored);
  const image = await decode(withEnd(stored));
  if (samePixels(image.data, (await decode(withNoise(stored))).data)) return image;
  throw new Refusal({ code: 'truncated', format }, 'the last scan is cut');
}

/** Reads a picture as it is stored, in sRGB; a large one is shrunk. */
async function decode(input: Uint8Array): Promise<RgbaImage> {
  // Browsers show a picture whose decoder merely warned.
  const { data, info } = await sharp(input, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .toColourspace('srgb')
    .timeout({ seconds: DECODE_SECONDS })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return reduceImage({ width, height, data }, reductionFactor(width, height));
}

function reasonFor({ message }: Error, format: ImageFormat): ImportReason {
  if (/timeout/i.test(message)) return { code: 'timed-out', seconds: DECODE_SECONDS };
  if (/unsupported image format/i.test(message)) return { code: 'unsupported-format', format, place: 'shell' };
  return { code: 'broken', format };
}
