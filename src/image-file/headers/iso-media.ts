/** AVIF and HEIC: boxes of the ISO base media file format (ISO/IEC 14496-12) with HEIF properties (23008-12). */
import { type ByteReader, readerOf } from './bytes';
import { type ImageHeader, MalformedHeader, PLAIN_HEADER } from './header';

/** Boxes that only hold other boxes, with the bytes that stand before those. */
const CONTAINERS: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 };

/**
 * Reads the boxes down to the spatial extents, of which the largest is the picture (others are tiles and thumbnails).
 * Turning is a property of the picture here (`irot`, `imir`), which every decoder applies; EXIF has no say.
 */
export function readIsoMedia(bytes: Uint8Array): ImageHeader {
  const reader = readerOf(bytes);
  const found = { width: 0, height: 0, bits: 8 };
  visit(reader, 0, reader.length, found);
  return {
    ...PLAIN_HEADER,
    size: found.width > 0 ? { width: found.width, height: found.height } : null,
    animated: reader.name(8, 4) === 'avis',
    bitsPerChannel: found.bits,
  };
}

function visit(reader: ByteReader, from: number, to: number, found: { width: number; height: number; bits: number }): void {
  for (let at = from; at + 8 <= to; ) {
    const type = reader.name(at + 4, 4);
    const { head, length } = extent(reader, at, to);
    if (at + length > to) throw new RangeError(`box ${type} is cut short`);
    if (type === 'ispe' && reader.u32(at + 12) * reader.u32(at + 16) > found.width * found.height) {
      found.width = reader.u32(at + 12);
      found.height = reader.u32(at + 16);
    }
    if (type === 'pixi') found.bits = Math.max(found.bits, reader.u8(at + 13));
    const skipped = CONTAINERS[type];
    if (skipped !== undefined) visit(reader, at + head + skipped, at + length, found);
    at += length;
  }
}

/** Length of a box: 0 runs to the end, 1 announces a 64-bit length. */
function extent(reader: ByteReader, at: number, to: number): { readonly head: number; readonly length: number } {
  const length = reader.u32(at);
  if (length !== 1) return { head: 8, length: length === 0 ? to - at : Math.max(length, 8) };
  const long = reader.u32(at + 8) * 2 ** 32 + reader.u32(at + 12);
  // Whoever goes from box to box would not get on.
  if (long < 16) throw new MalformedHeader('a box is shorter than its own head');
  return { head: 16, length: long };
}
