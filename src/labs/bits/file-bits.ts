/** What of a JPEG or WebP file is the picture itself, and what is header: the same bytes as the experiment counts. */

export type Format = 'jpeg' | 'webp';

/** Segments up to and with the start of scan, and the end marker. Null where there is no scan. */
function jpegHeaderBytes(file: Uint8Array): number | null {
  const END_MARKER = 2;
  let at = 2;
  while (at + 3 < file.length) {
    const marker = file[at + 1];
    at += 2 + (((file[at + 2] as number) << 8) | (file[at + 3] as number));
    if (marker === 0xda) return at + END_MARKER;
  }
  return null;
}

/** Everything around the VP8 data, and its own ten bytes of frame tag, start code and size (RFC 9649, RFC 6386 §9.1). Null where there is none. */
function webpHeaderBytes(file: Uint8Array): number | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 12; at + 8 <= file.length; ) {
    const size = view.getUint32(at + 4, true);
    if (String.fromCharCode(...file.subarray(at, at + 4)) === 'VP8 ') return file.length - size + 10;
    at += 8 + size + (size % 2);
  }
  return null;
}

const HEADERS = { jpeg: jpegHeaderBytes, webp: webpHeaderBytes };

/** Bits of the picture itself and of the rest; null where the file is not of the lossy format. */
export function fileBits(file: Uint8Array, format: Format): { readonly payload: number; readonly header: number } | null {
  const header = HEADERS[format](file);
  return header === null ? null : { payload: 8 * (file.length - header), header: 8 * header };
}
