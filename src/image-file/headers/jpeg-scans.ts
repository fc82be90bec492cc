/** Which of a JPEG's data its scans have brought so far: a progressive one sends each coefficient in several steps. */
import type { ByteReader } from './bytes';

const COEFFICIENTS = 64;
/** Frames whose scans bring a part of the coefficients each (T.81, table B.1). */
const PROGRESSIVE = new Set([0xc2, 0xc6, 0xca, 0xce]);

export interface ScanProgress {
  /** Notes a scan by its header, whose length is at `at`. */
  note(reader: ByteReader, at: number): void;
  /** Whether every coefficient of every component has been announced to its last bit. */
  isComplete(): boolean;
}

/**
 * Begins with the frame, whose length is at `at`.
 * @param marker the marker of the frame, which tells its kind
 */
export function scanProgress(reader: ByteReader, at: number, marker: number): ScanProgress {
  const isProgressive = PROGRESSIVE.has(marker);
  const missingBits = new Map<number, Uint8Array>();
  for (let i = 0; i < reader.u8(at + 7); i++) missingBits.set(reader.u8(at + 8 + i * 3), new Uint8Array(COEFFICIENTS).fill(255));
  return {
    note(scan, start) {
      const components = scan.u8(start + 2);
      const parameters = start + 3 + components * 2;
      const [first, last, bits] = isProgressive
        ? [scan.u8(parameters), scan.u8(parameters + 1), scan.u8(parameters + 2) & 15]
        : [0, COEFFICIENTS - 1, 0];
      for (let i = 0; i < components; i++) missingBits.get(scan.u8(start + 3 + i * 2))?.fill(bits, first, last + 1);
    },
    isComplete: () => [...missingBits.values()].every((bits) => bits.every((missing) => missing === 0)),
  };
}
