/** PNG (W3C PNG, third edition, with APNG): chunks of length, type, data, CRC. */
import { readerOf } from './bytes';
import { firstOrientation } from './exif';
import { type ImageHeader, MalformedHeader, PLAIN_HEADER } from './header';

/** Reads every chunk up to IEND. */
export function readPng(bytes: Uint8Array): ImageHeader {
  const reader = readerOf(bytes);
  if (reader.name(12, 4) !== 'IHDR') throw new MalformedHeader('no IHDR chunk');
  let header: ImageHeader = {
    ...PLAIN_HEADER,
    size: { width: reader.u32(16), height: reader.u32(20) },
    bitsPerChannel: reader.u8(24),
  };
  const orientationAt = firstOrientation(bytes);
  for (let at = 8; ; ) {
    const length = reader.u32(at);
    const type = reader.name(at + 4, 4);
    if (type === 'IEND') return header;
    if (type === 'acTL') header = { ...header, animated: reader.u32(at + 8) > 1 };
    if (type === 'eXIf') header = { ...header, orientation: orientationAt(at + 8) };
    at += 12 + length;
  }
}
