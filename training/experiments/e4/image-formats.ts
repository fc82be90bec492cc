/** JPEG and WebP at many qualities, their headers counted apart from the picture itself. */
import sharp from 'sharp';
import { IMAGE_SIZE } from '../../../src/model/types';

export type Format = 'jpeg' | 'webp';

/** From the least quality that each offers to the highest, in growing steps. */
const QUALITIES: Readonly<Record<Format, readonly number[]>> = {
  jpeg: [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 22, 27, 33, 40, 50, 60, 70, 80, 90, 100],
  webp: [1, 2, 3, 4, 6, 8, 11, 14, 18, 23, 29, 36, 45, 55, 65, 75, 80, 85, 90, 95, 100],
};

/** A picture in one quality. */
export interface Encoded {
  readonly payloadBits: number;
  readonly headerBits: number;
  readonly image: Uint8Array;
}

/** Bytes up to and with the first start-of-scan segment, and the end marker. Throws where there is none. */
export function jpegHeaderBytes(file: Uint8Array): number {
  const END_MARKER = 2;
  let at = 2;
  while (at + 3 < file.length) {
    const length = ((file[at + 2] as number) << 8) | (file[at + 3] as number);
    const marker = file[at + 1];
    at += 2 + length;
    if (marker === 0xda) return at + END_MARKER;
  }
  throw new Error('a JPEG without a scan');
}

/** RIFF header, chunk header, frame tag, start code and size (RFC 9649, RFC 6386 §9.1), and the byte that makes the chunk even. */
export function webpHeaderBytes(file: Uint8Array): number {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const chunk = String.fromCharCode(...file.subarray(12, 16));
  if (chunk !== 'VP8 ') throw new Error(`a WebP whose first chunk is ${chunk}`);
  return 12 + 8 + 10 + (view.getUint32(16, true) % 2);
}

const HEADERS = { jpeg: jpegHeaderBytes, webp: webpHeaderBytes };

async function encode(image: Uint8Array, format: Format, quality: number): Promise<Encoded> {
  const raw = sharp(image, { raw: { width: IMAGE_SIZE, height: IMAGE_SIZE, channels: 3 } });
  const file =
    format === 'jpeg'
      ? await raw.jpeg({ quality, optimiseCoding: true }).toBuffer()
      : await raw.webp({ quality, effort: 6 }).toBuffer();
  const header = HEADERS[format](file);
  return { payloadBits: 8 * (file.length - header), headerBits: 8 * header, image: await sharp(file).raw().toBuffer() };
}

/** The picture at every quality whose payload takes no more than `bits`, coarsest first. Payloads need not grow with quality: all are tried. */
export async function encodingsWithin(image: Uint8Array, format: Format, bits: number): Promise<Encoded[]> {
  const all: Encoded[] = [];
  for (const quality of QUALITIES[format]) all.push(await encode(image, format, quality));
  return all.filter(({ payloadBits }) => payloadBits <= bits);
}
