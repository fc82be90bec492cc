/** Tells picture formats apart by their first bytes, whatever the file is called. */
import type { OtherContent } from './failures';

export type ImageFormat = 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp' | 'ico' | 'avif' | 'heic' | 'tiff' | 'jxl' | 'jp2' | 'svg';

/** How each format is written in a sentence. */
export const FORMAT_NAMES: Readonly<Record<ImageFormat, string>> = {
  png: 'PNG',
  jpeg: 'JPEG',
  gif: 'GIF',
  webp: 'WebP',
  bmp: 'BMP',
  ico: 'ICO',
  avif: 'AVIF',
  heic: 'HEIC',
  tiff: 'TIFF',
  jxl: 'JPEG XL',
  jp2: 'JPEG 2000',
  svg: 'SVG',
};

/** The media type given to the decoder, so that a wrong file name cannot mislead it. */
export const MEDIA_TYPES: Readonly<Record<ImageFormat, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
  avif: 'image/avif',
  heic: 'image/heic',
  tiff: 'image/tiff',
  jxl: 'image/jxl',
  jp2: 'image/jp2',
  svg: 'image/svg+xml',
};

const HEIF_BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'hevm', 'hevs', 'mif1', 'msf1']);

function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return bytes.length >= at + signature.length && signature.every((byte, i) => bytes[at + i] === byte);
}

function ascii(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

/** The brands of an ISO base media file (`ftyp` box), or none. */
function brandsOf(bytes: Uint8Array): readonly string[] {
  if (ascii(bytes, 4, 4) !== 'ftyp') return [];
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const brands = [ascii(bytes, 8, 4)];
  for (let at = 16; at + 4 <= Math.min(size, bytes.length, 256); at += 4) brands.push(ascii(bytes, at, 4));
  return brands;
}

/**
 * The format that a file's first bytes announce, or null where they announce no picture.
 * SVG, having no signature, is told by the name of its root element.
 */
export function sniffFormat(bytes: Uint8Array): ImageFormat | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'webp';
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2a])) return 'tiff';
  if (startsWith(bytes, [0, 0, 1, 0]) || startsWith(bytes, [0, 0, 2, 0])) return 'ico';
  if (startsWith(bytes, [0xff, 0x0a]) || ascii(bytes, 0, 12) === '\0\0\0\x0cJXL \r\n\x87\n') return 'jxl';
  if (ascii(bytes, 0, 12) === '\0\0\0\x0cjP  \r\n\x87\n' || startsWith(bytes, [0xff, 0x4f, 0xff, 0x51])) return 'jp2';
  if (ascii(bytes, 0, 2) === 'BM' && bytes.length > 26) return 'bmp';
  const brands = brandsOf(bytes);
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'avif';
  if (brands.some((brand) => HEIF_BRANDS.has(brand))) return 'heic';
  return rootElement(bytes) === 'svg' ? 'svg' : null;
}

/** Local name of the first element of a text that looks like XML, else null. Only the first 64 KiB are searched. */
function rootElement(bytes: Uint8Array): string | null {
  const text = decodeText(bytes.subarray(0, 65_536)).trimStart();
  let at = 0;
  while (text.startsWith('<?', at) || text.startsWith('<!', at)) {
    const closer = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : doctypeCloser(text, at);
    const end = text.indexOf(closer, at);
    if (end < 0) return null;
    at = end + closer.length;
    while (/\s/.test(text.charAt(at))) at++;
  }
  return /^<(?:[\w.-]+:)?([\w-]+)[\s/>]/.exec(text.slice(at, at + 100))?.[1] ?? null;
}

/** A document type ends with `>`, or with `]>` where it has declarations of its own. */
function doctypeCloser(text: string, at: number): string {
  const bracket = text.indexOf('[', at);
  const angle = text.indexOf('>', at);
  return bracket >= 0 && bracket < angle ? ']>' : '>';
}

/** Text of an XML file: UTF-16 by its byte-order mark, else as its declaration says, else UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)/.exec(ascii(bytes, 0, 200))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder().decode(bytes);
    throw error;
  }
}

/** What a file that is no picture holds, where a glance tells. */
export function glanceAtContent(bytes: Uint8Array): OtherContent | null {
  if (ascii(bytes, 0, 5) === '%PDF-') return 'pdf';
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x1f, 0x8b]) || startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf]))
    return 'archive';
  if (brandsOf(bytes).length > 0 || startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3])) return 'video';
  return isText(bytes.subarray(0, 4096)) ? 'text' : null;
}

/** UTF-8 without control characters other than tabs and line ends. */
function isText(head: Uint8Array): boolean {
  if (head.some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13)) return false;
  try {
    // As part of a stream, a character cut at the end is no mistake.
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return decoded.length > 0;
  } catch {
    return false;
  }
}
