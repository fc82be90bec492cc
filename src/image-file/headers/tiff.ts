/** TIFF 6.0: the first directory only. */
import { readerOf } from './bytes';
import { firstDirectory, orientationAt, tiffByteOrder } from './exif';
import { type ImageHeader, MalformedHeader, PLAIN_HEADER } from './header';

const WIDTH = 256;
const HEIGHT = 257;
const BITS_PER_SAMPLE = 258;
const PHOTOMETRIC = 262;
const SAMPLES_PER_PIXEL = 277;
const SEPARATED = 5;
const SHORT = 3;

export function readTiff(bytes: Uint8Array): ImageHeader {
  const reader = readerOf(bytes);
  const order = tiffByteOrder(reader, 0);
  if (!order) throw new MalformedHeader('no byte order');
  const { littleEndian } = order;
  const entries = firstDirectory(reader, 0, littleEndian);
  const read = (tag: number): number | undefined => {
    const entry = entries.find((candidate) => candidate.tag === tag);
    if (!entry) return undefined;
    return entry.type === SHORT ? reader.u16(entry.valueAt, littleEndian) : reader.u32(entry.valueAt, littleEndian);
  };
  const bitsEntry = entries.find(({ tag }) => tag === BITS_PER_SAMPLE);
  // Three or more 16-bit numbers do not fit into the entry, which then points at them.
  const bitsAt =
    bitsEntry && ((read(SAMPLES_PER_PIXEL) ?? 1) > 2 ? reader.u32(bitsEntry.valueAt, littleEndian) : bitsEntry.valueAt);
  return {
    ...PLAIN_HEADER,
    size: { width: read(WIDTH) ?? 0, height: read(HEIGHT) ?? 0 },
    bitsPerChannel: bitsAt === undefined ? 1 : reader.u16(bitsAt, littleEndian),
    cmyk: read(PHOTOMETRIC) === SEPARATED,
    orientation: orientationAt(bytes, 0),
  };
}
