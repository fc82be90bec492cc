/** JPEG (ITU-T T.81): segments behind markers, and entropy-coded scans between them. */
import { endsUnwritten } from '../jpeg-end';
import { readerOf } from './bytes';
import { firstOrientation } from './exif';
import { type ImageHeader, MalformedHeader, PLAIN_HEADER } from './header';
import { type ScanProgress, scanProgress } from './jpeg-scans';

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const APP1 = 0xe1;

const isStartOfFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/**
 * Reads every segment up to the end-of-image marker; entropy-coded bytes are stepped over. A file that stops within its last scan may
 * lack that marker only, which is noted for whoever decodes it.
 */
export function readJpeg(bytes: Uint8Array): ImageHeader {
  const reader = readerOf(bytes);
  let header = PLAIN_HEADER;
  let scans: ScanProgress | undefined;
  let inScan = false;
  const orientationAt = firstOrientation(bytes);
  for (let at = 2; ; ) {
    const markerAt = nextMarker(bytes, at);
    if (markerAt === undefined) {
      if (inScan && at < bytes.length && scans?.isComplete() && !endsUnwritten(bytes)) return { ...header, lacksEnd: true };
      throw new RangeError('no further marker');
    }
    const marker = reader.u8(markerAt + 1);
    at = markerAt + 2;
    if (marker === END_OF_IMAGE) break;
    if (standsAlone(marker)) continue;
    if (isStartOfFrame(marker)) {
      header = {
        ...header,
        size: { width: reader.u16(at + 5), height: reader.u16(at + 3) },
        bitsPerChannel: reader.u8(at + 2),
        cmyk: reader.u8(at + 7) === 4,
      };
      scans = scanProgress(reader, at, marker);
    }
    if (marker === START_OF_SCAN && !header.size) throw new MalformedHeader('a scan before its frame');
    if (marker === APP1 && reader.name(at + 2, 6) === 'Exif\0\0') {
      header = { ...header, orientation: orientationAt(at + 8) };
    }
    inScan = marker === START_OF_SCAN;
    if (inScan) scans?.note(reader, at);
    at += reader.u16(at);
  }
  if (!header.size) throw new MalformedHeader('no frame');
  return header;
}

/** Offset of the next marker, if any: 0xFF followed by neither a stuffed zero, a restart marker nor padding. */
function nextMarker(bytes: Uint8Array, from: number): number | undefined {
  for (let at = from; ; at++) {
    at = bytes.indexOf(0xff, at);
    const code = at < 0 ? undefined : bytes[at + 1];
    if (code === undefined) return undefined;
    if (code !== 0 && code !== 0xff && !(code >= 0xd0 && code <= 0xd7)) return at;
  }
}
