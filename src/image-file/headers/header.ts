/** What a picture file states about itself before it is decoded. */

/** Orientation as EXIF numbers it: 1 upright, 2 mirrored, 3 upside down, 6 to be turned clockwise, 8 counter-clockwise. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** An orientation and where it is written, so that it can be neutralised before decoding. */
export interface OrientationTag {
  readonly value: Orientation;
  /** Offset of the 16-bit value in the file, and its byte order. */
  readonly offset: number;
  readonly littleEndian: boolean;
}

export interface ImageHeader {
  /** Pixels as stored, before any turning; null where the format does not tell easily. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly animated: boolean;
  readonly bitsPerChannel: number;
  readonly cmyk: boolean;
  readonly orientation: OrientationTag | null;
  /** Whether the file stops within its last scan: `jpeg-end.ts` tells whether only the end marker is missing. */
  readonly lacksEnd: boolean;
}

/** A header that states nothing unusual; readers override what they find. */
export const PLAIN_HEADER: ImageHeader = {
  size: null,
  animated: false,
  bitsPerChannel: 8,
  cmyk: false,
  orientation: null,
  lacksEnd: false,
};

/** Raised by readers for a file that contradicts its own format. */
export class MalformedHeader extends Error {}
