/** The orientation that a camera wrote into EXIF: a TIFF structure of its own, inside other formats. */
import { type ByteReader, readerOf } from './bytes';
import type { Orientation, OrientationTag } from './header';

const ORIENTATION = 0x0112;
const SHORT = 3;

/** One entry of a TIFF directory. */
export interface TiffEntry {
  readonly tag: number;
  readonly type: number;
  /** Offset of the value (or of the pointer to it) in the file. */
  readonly valueAt: number;
}

/** Byte order of the TIFF structure at `start`, or null where there is none. */
export function tiffByteOrder(reader: ByteReader, start: number): { readonly littleEndian: boolean } | null {
  const mark = reader.name(start, 2);
  if (mark !== 'II' && mark !== 'MM') return null;
  return { littleEndian: mark === 'II' };
}

/** The entries of the first directory of the TIFF structure that begins at `start`. */
export function firstDirectory(reader: ByteReader, start: number, littleEndian: boolean): readonly TiffEntry[] {
  const directory = start + reader.u32(start + 4, littleEndian);
  const count = reader.u16(directory, littleEndian);
  return Array.from({ length: count }, (_, i) => {
    const at = directory + 2 + i * 12;
    return { tag: reader.u16(at, littleEndian), type: reader.u16(at + 2, littleEndian), valueAt: at + 8 };
  });
}

/** The orientation stated by the TIFF structure at `start`; null where it states none, or is itself damaged. */
export function orientationAt(bytes: Uint8Array, start: number): OrientationTag | null {
  const reader = readerOf(bytes);
  try {
    const order = tiffByteOrder(reader, start);
    if (!order) return null;
    const { littleEndian } = order;
    const entry = firstDirectory(reader, start, littleEndian).find(({ tag, type }) => tag === ORIENTATION && type === SHORT);
    if (!entry) return null;
    const value = reader.u16(entry.valueAt, littleEndian);
    return isOrientation(value) ? { value, offset: entry.valueAt, littleEndian } : null;
  } catch (error) {
    // Damaged metadata is no reason to refuse a picture.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The orientation stated by the EXIF of a file that may hold several, of which the first counts: a file made of nothing but large
 * ones would be read for hours.
 * @returns to be called with the start of each
 */
export function firstOrientation(bytes: Uint8Array): (start: number) => OrientationTag | null {
  let first: OrientationTag | null | undefined;
  return (start) => {
    if (first === undefined) first = orientationAt(bytes, start);
    return first;
  };
}

function isOrientation(value: number): value is Orientation {
  return value >= 1 && value <= 8;
}
