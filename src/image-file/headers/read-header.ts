/** Chooses the reader for a format. */
import type { ImageFormat } from '../formats';
import { readBmp, readIco } from './bitmap';
import { readGif } from './gif';
import { type ImageHeader, MalformedHeader, PLAIN_HEADER } from './header';
import { readIsoMedia } from './iso-media';
import { readJpeg } from './jpeg';
import { readPng } from './png';
import { readTiff } from './tiff';
import { readWebp } from './webp';

export type RasterFormat = Exclude<ImageFormat, 'svg'>;

const READERS: Readonly<Record<RasterFormat, (bytes: Uint8Array) => ImageHeader>> = {
  png: readPng,
  jpeg: readJpeg,
  gif: readGif,
  webp: readWebp,
  bmp: readBmp,
  ico: readIco,
  avif: readIsoMedia,
  heic: readIsoMedia,
  tiff: readTiff,
  jxl: () => PLAIN_HEADER,
  jp2: () => PLAIN_HEADER,
};

/**
 * Reads the structure of a whole file, not its pixels. Throws a RangeError where the file ends before its structure
 * does, and a {@link MalformedHeader} where it contradicts its format or states a picture without area.
 */
export function readHeader(bytes: Uint8Array, format: RasterFormat): ImageHeader {
  const header = READERS[format](bytes);
  if (header.size && (header.size.width < 1 || header.size.height < 1)) throw new MalformedHeader('the picture has no area');
  return header;
}
