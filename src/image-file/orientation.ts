/**
 * Turning pictures upright, in the same way everywhere: decoders disagree about which formats' EXIF they follow,
 * so the file is decoded as if it were upright and its pixels are turned here.
 */
import type { ImageFormat } from './formats';
import { readerOf } from './headers/bytes';
import type { Orientation, OrientationTag } from './headers/header';

const UPRIGHT = 1;

/** The file with its orientation set to upright; the very same bytes where it is so already. */
export function withoutOrientation(
  bytes: Uint8Array<ArrayBuffer>,
  format: ImageFormat,
  tag: OrientationTag | null,
): Uint8Array<ArrayBuffer> {
  if (!tag || tag.value === UPRIGHT) return bytes;
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint16(tag.offset, UPRIGHT, tag.littleEndian);
  if (format === 'png') renewChecksum(copy, tag.offset);
  return copy;
}

/** Rewrites the CRC of the PNG chunk that holds `offset`. */
function renewChecksum(bytes: Uint8Array<ArrayBuffer>, offset: number): void {
  const reader = readerOf(bytes);
  for (let at = 8; ; ) {
    const end = at + 8 + reader.u32(at);
    if (offset < end) {
      new DataView(bytes.buffer).setUint32(end, crc32(bytes.subarray(at + 4, end)));
      return;
    }
    at = end + 4;
  }
}

/** CRC-32 as in ISO 3309, bit by bit: metadata is small. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** Pixels of 4 bytes each, in row-major order. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** For an upright picture of `width`×`height`, where its pixel (x, y) lies in the stored one. */
type Source = (x: number, y: number, width: number, height: number) => readonly [number, number];

const SOURCES: Readonly<Record<Orientation, Source>> = {
  1: (x, y) => [x, y],
  2: (x, y, width) => [width - 1 - x, y],
  3: (x, y, width, height) => [width - 1 - x, height - 1 - y],
  4: (x, y, _, height) => [x, height - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, width) => [y, width - 1 - x],
  7: (x, y, width, height) => [height - 1 - y, width - 1 - x],
  8: (x, y, _, height) => [height - 1 - y, x],
};

/** The stored pixels turned and mirrored as the orientation asks. */
export function uprightPixels(stored: Pixels, orientation: Orientation): Pixels {
  if (orientation === UPRIGHT) return stored;
  const swapped = orientation >= 5;
  const width = swapped ? stored.height : stored.width;
  const height = swapped ? stored.width : stored.height;
  const from = new Uint32Array(stored.data.buffer, stored.data.byteOffset, stored.width * stored.height);
  const to = new Uint32Array(width * height);
  const source = SOURCES[orientation];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [column, row] = source(x, y, width, height);
      to[y * width + x] = from[row * stored.width + column] ?? 0;
    }
  }
  return { width, height, data: new Uint8ClampedArray(to.buffer) };
}
