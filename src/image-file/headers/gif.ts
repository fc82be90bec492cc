/** GIF89a: a screen descriptor, then blocks of sub-blocks. */
import { type ByteReader, readerOf } from './bytes';
import { type ImageHeader, PLAIN_HEADER } from './header';

const EXTENSION = 0x21;
const IMAGE = 0x2c;

/** Reads every block; a file that ends after its first whole frame is accepted, as every decoder does. */
export function readGif(bytes: Uint8Array): ImageHeader {
  const reader = readerOf(bytes);
  let size = { width: reader.u16(6, true), height: reader.u16(8, true) };
  let frames = 0;
  try {
    for (let at = 13 + colourTableLength(reader.u8(10)); ; ) {
      const kind = reader.u8(at);
      if (kind === EXTENSION) at = endOfSubBlocks(reader, at + 2);
      else if (kind === IMAGE) {
        if (frames === 0) size = union(size, reader, at);
        at = endOfSubBlocks(reader, at + 11 + colourTableLength(reader.u8(at + 9)));
        frames++;
      } else break;
    }
  } catch (error) {
    if (!(error instanceof RangeError) || frames === 0) throw error;
  }
  if (frames === 0) throw new RangeError('no frame');
  return { ...PLAIN_HEADER, size, animated: frames > 1 };
}

function colourTableLength(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function endOfSubBlocks(reader: ByteReader, start: number): number {
  let at = start;
  for (let length = reader.u8(at); length > 0; length = reader.u8(at)) at += 1 + length;
  return at + 1;
}

/** The screen, grown to the first frame where that is larger. */
function union(screen: { readonly width: number; readonly height: number }, reader: ByteReader, frameAt: number) {
  return {
    width: Math.max(screen.width, reader.u16(frameAt + 1, true) + reader.u16(frameAt + 5, true)),
    height: Math.max(screen.height, reader.u16(frameAt + 3, true) + reader.u16(frameAt + 7, true)),
  };
}
