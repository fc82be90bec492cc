/** Windows bitmaps and icons. */
import { readerOf } from './bytes';
import { type ImageHeader, PLAIN_HEADER } from './header';

const OS2_HEADER = 12;
const UNCOMPRESSED = new Set([0, 3]);

/** BMP: the size, and whether all of its rows are there where they are not compressed. */
export function readBmp(bytes: Uint8Array): ImageHeader {
  const reader = readerOf(bytes);
  if (reader.u32(14, true) === OS2_HEADER) {
    return { ...PLAIN_HEADER, size: { width: reader.u16(18, true), height: reader.u16(20, true) } };
  }
  // A negative height says that the rows run from top to bottom.
  const size = { width: reader.i32(18, true), height: Math.abs(reader.i32(22, true)) };
  if (UNCOMPRESSED.has(reader.u32(30, true))) {
    const rowBytes = Math.ceil((size.width * reader.u16(28, true)) / 32) * 4;
    if (reader.u32(10, true) + rowBytes * size.height > reader.length) throw new RangeError('rows are missing');
  }
  return { ...PLAIN_HEADER, size };
}

/** ICO and CUR: the largest of the pictures in the file, where 0 stands for 256. */
export function readIco(bytes: Uint8Array): ImageHeader {
  const reader = readerOf(bytes);
  const size = { width: 0, height: 0 };
  for (let i = 0, count = reader.u16(4, true); i < count; i++) {
    const at = 6 + i * 16;
    size.width = Math.max(size.width, reader.u8(at) || 256);
    size.height = Math.max(size.height, reader.u8(at + 1) || 256);
    if (reader.u32(at + 12, true) + reader.u32(at + 8, true) > reader.length) throw new RangeError('a picture is missing');
  }
  return { ...PLAIN_HEADER, size };
}
