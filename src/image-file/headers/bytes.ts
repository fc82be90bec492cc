/** Numbers and names in a file's bytes. Reading past the end throws a RangeError, which stands for a file cut short. */

export interface ByteReader {
  readonly length: number;
  u8(at: number): number;
  u16(at: number, littleEndian?: boolean): number;
  u32(at: number, littleEndian?: boolean): number;
  i32(at: number, littleEndian?: boolean): number;
  /** `length` bytes as Latin-1 characters. */
  name(at: number, length: number): string;
}

export function readerOf(bytes: Uint8Array): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    length: bytes.length,
    u8: (at) => view.getUint8(at),
    u16: (at, littleEndian = false) => view.getUint16(at, littleEndian),
    u32: (at, littleEndian = false) => view.getUint32(at, littleEndian),
    i32: (at, littleEndian = false) => view.getInt32(at, littleEndian),
    name: (at, length) => String.fromCharCode(...Array.from({ length }, (_, i) => view.getUint8(at + i))),
  };
}
