/** Writes the gallery's binary tables and says what an index holds of each. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GalleryFile } from '../../src/model/gallery';
import { sha256Hex } from '../../src/model/weights';

export const GALLERY_FOLDER = join('public', 'gallery');

/** Writes the bytes behind a typed array, little-endian. */
export function writeTable(path: string, values: Int8Array | Uint8Array | Uint16Array): GalleryFile {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  writeFileSync(join(GALLERY_FOLDER, path), bytes);
  return { path, bytes: bytes.length, sha256: sha256Hex(bytes) };
}

/** Writes one of the gallery's JSON files. */
export const writeGalleryJson = (path: string, value: object): void =>
  writeFileSync(join(GALLERY_FOLDER, path), `${JSON.stringify(value, null, 1)}\n`);
