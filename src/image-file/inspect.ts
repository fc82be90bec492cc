/** Looks into a picture file before anything decodes it, and refuses what could only fail, hang or mislead. */
import { IMAGE_SIZE } from '../model/types';
import { ImportError, type ImportNotice, type ImportReason, Refusal } from './failures';
import { decodeText, glanceAtContent, type ImageFormat, sniffFormat } from './formats';
import { type ImageHeader, MalformedHeader } from './headers/header';
import { type RasterFormat, readHeader } from './headers/read-header';
import { MAX_FILE_BYTES, MAX_PIXELS, MAX_SIDE } from './limits';
import { inspectSvg, type SvgInspection } from './svg/inspect';

/** A file that may be decoded, and what is worth telling about it so far. */
export type InspectedFile = { readonly notices: readonly ImportNotice[] } & (
  | { readonly kind: 'raster'; readonly format: RasterFormat; readonly header: ImageHeader }
  | { readonly kind: 'svg'; readonly text: string; readonly svg: SvgInspection }
);

/** Refuses a file by its length alone, before it is read. Throws an {@link ImportError}. */
export function checkLength(bytes: number, name: string): void {
  if (bytes === 0) throw new ImportError({ code: 'empty', name });
  if (bytes > MAX_FILE_BYTES) throw new ImportError({ code: 'too-large', bytes, name });
}

/** Inspects the bytes of a whole file, whatever its name says. Throws an {@link ImportError}. */
export function inspectFile(bytes: Uint8Array, name: string): InspectedFile {
  checkLength(bytes.length, name);
  const format = sniffFormat(bytes);
  if (!format) {
    const content = glanceAtContent(bytes);
    throw new ImportError({ code: 'not-an-image', name, ...(content ? { content } : {}) });
  }
  try {
    return format === 'svg' ? inspectVector(decodeText(bytes)) : inspectRaster(bytes, format);
  } catch (error) {
    throw new ImportError({ ...reasonFor(error, format), name });
  }
}

function inspectVector(text: string): InspectedFile {
  const svg = inspectSvg(text);
  const notices: ImportNotice[] = [];
  if (svg.isAnimated) notices.push({ code: 'first-frame' });
  if (svg.hasScripts) notices.push({ code: 'svg-script-ignored' });
  if (svg.hasForeignContent) notices.push({ code: 'svg-foreign-content-left-out' });
  return { kind: 'svg', text: svg.text, svg, notices };
}

function inspectRaster(bytes: Uint8Array, format: RasterFormat): InspectedFile {
  const header = readHeader(bytes, format);
  if (header.size) refuseTooManyPixels(header.size.width, header.size.height);
  const notices: ImportNotice[] = [];
  if (header.animated) notices.push({ code: 'first-frame' });
  if (header.bitsPerChannel > 8) notices.push({ code: 'high-depth', bits: header.bitsPerChannel });
  if (header.cmyk) notices.push({ code: 'cmyk' });
  const shown = uprightSize(header);
  if (shown && Math.min(shown.width, shown.height) < IMAGE_SIZE) notices.push({ code: 'enlarged', ...shown });
  return { kind: 'raster', format, header, notices };
}

/** Size of the picture once it has been turned upright. */
function uprightSize({ size, orientation }: ImageHeader): ImageHeader['size'] {
  return size && orientation && orientation.value >= 5 ? { width: size.height, height: size.width } : size;
}

/** Throws a {@link Refusal} for a picture that is too large to decode. */
export function refuseTooManyPixels(width: number, height: number): void {
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
    throw new Refusal({ code: 'too-many-pixels', width, height });
  }
}

/** The reason that an error raised while inspecting stands for; bugs are thrown on. */
function reasonFor(error: unknown, format: ImageFormat): ImportReason & { readonly detail?: string } {
  if (error instanceof Refusal) return error.detail === undefined ? error.reason : { ...error.reason, detail: error.detail };
  if (error instanceof MalformedHeader) return { code: 'broken', format, detail: error.message };
  if (error instanceof RangeError) return { code: 'truncated', format, detail: error.message };
  throw error;
}
