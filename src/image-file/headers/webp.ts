/** WebP (RFC 9649): RIFF chunks, little-endian, padded to even lengths. */
import { type ByteReader, readerOf } from './bytes';
import { firstOrientation } from './exif';
import { type ImageHeader, MalformedHeader, PLAIN_HEADER } from './header';

/** Reads every chunk that the RIFF header promises. */
export function readWebp(bytes: Uint8Array): ImageHeader {
  const reader = readerOf(bytes);
  const end = 8 + reader.u32(4, true);
  if (end > reader.length) throw new RangeError('shorter than its RIFF header says');
  let header = PLAIN_HEADER;
  let frames = 0;
  const orientationAt = firstOrientation(bytes);
  for (let at = 12; at + 8 <= end; ) {
    const type = reader.name(at, 4);
    const length = reader.u32(at + 4, true);
    const size = header.size ?? sizeIn(reader, type, at + 8);
    header = { ...header, size };
    if (type === 'ANMF') frames++;
    if (type === 'EXIF') header = { ...header, orientation: orientationAt(exifStart(reader, at + 8)) };
    at += 8 + length + (length & 1);
  }
  if (!header.size) throw new MalformedHeader('no picture chunk');
  return { ...header, animated: frames > 1 };
}

function sizeIn(reader: ByteReader, type: string, at: number): ImageHeader['size'] {
  if (type === 'VP8X') return { width: u24(reader, at + 4) + 1, height: u24(reader, at + 7) + 1 };
  if (type === 'VP8 ') return { width: reader.u16(at + 6, true) & 0x3fff, height: reader.u16(at + 8, true) & 0x3fff };
  if (type !== 'VP8L') return null;
  const bits = reader.u32(at + 1, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

const u24 = (reader: ByteReader, at: number) => reader.u16(at, true) + reader.u8(at + 2) * 65_536;

/** Some writers put JPEG's `Exif` mark before the TIFF structure. */
const exifStart = (reader: ByteReader, at: number) => (reader.name(at, 4) === 'Exif' ? at + 6 : at);
