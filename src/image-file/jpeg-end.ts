/**
 * JPEG files that stop within their last scan, without the marker that ends the image. Some programs leave out just that marker, and
 * decoders then refuse a whole picture; other files have been cut, and decoders that are lenient fill up the rest with grey.
 *
 * Which it is, only the decoder knows, since a scan does not say how long it is. So the file is decoded twice: once with the marker added,
 * and once with noise before the marker. A picture that is whole does not read the noise, and comes out the same. Where a pixel differs,
 * data were missing at that place. What is taken for whole lacks nothing that shows.
 */
const MARKER = 0xff;
const END_OF_IMAGE = [MARKER, 0xd9] as const;
const FIRST_RESTART = 0xd0;
const RESTARTS = 8;
/** Bytes of noise before each restart marker: enough to alter blocks in a scan that holds but a bit of each. */
const NOISE_BYTES = 512;
/** So many bytes of zero at the end are the rest of a download that stopped, and a decoder may take them for a picture. */
const UNWRITTEN_BYTES = 32;

/** Whether a file ends in space that was never written to. */
export function endsUnwritten(bytes: Uint8Array): boolean {
  return bytes.subarray(-UNWRITTEN_BYTES).every((byte) => byte === 0);
}

/** The file with the marker that it lacks. */
export function withEnd(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return joined(withoutHalfMarker(bytes), END_OF_IMAGE);
}

/** The file with noise where its picture would go on, and the marker: decodes to other pixels exactly where data are missing. */
export function withNoise(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const noise: number[] = [];
  const data = withoutHalfMarker(bytes);
  const firstRestart = nextRestart(data);
  let state = 1;
  for (let restart = 0; restart <= RESTARTS; restart++) {
    for (let i = 0; i < NOISE_BYTES; i++) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      // Any byte but the one that begins a marker.
      noise.push((state >>> 16) % MARKER);
    }
    // A scan in sections that stops between two of them goes on behind the next of its numbered markers only.
    if (restart < RESTARTS) noise.push(MARKER, FIRST_RESTART + ((firstRestart + restart) % RESTARTS));
  }
  return joined(data, [...noise, ...END_OF_IMAGE]);
}

/** Whether two decoded pictures are the same. */
export function samePixels(a: Uint8Array | Uint8ClampedArray, b: Uint8Array | Uint8ClampedArray): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** Number of the restart marker that comes next in a scan in sections; anything elsewhere, where it does no harm. */
function nextRestart(bytes: Uint8Array): number {
  for (let at = bytes.length - 2; at >= 0; at--) {
    const restart = (bytes[at + 1] ?? 0) - FIRST_RESTART;
    if (bytes[at] === MARKER && restart >= 0 && restart < RESTARTS) return (restart + 1) % RESTARTS;
  }
  return 0;
}

/** The file up to the first half of a marker, should it have been cut there. */
function withoutHalfMarker(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === MARKER) end--;
  return bytes.subarray(0, end);
}

function joined(bytes: Uint8Array, rest: readonly number[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(bytes.length + rest.length);
  all.set(bytes);
  all.set(rest, bytes.length);
  return all;
}
