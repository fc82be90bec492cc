/** Which files a command line means: those named, and the pictures in the folders named. */
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { sniffFormat } from '../../src/image-file/formats';
import { EncodeError } from './failures';

const EXTENSIONS = new Set(
  'png apng jpg jpeg jfif jpe gif webp avif svg bmp dib ico cur tif tiff heic heif jxl jp2 j2k'
    .split(' ')
    .map((name) => `.${name}`),
);
const HEAD_BYTES = 4096;

/** A file to encode, or a sentence about a folder without any. */
export type Found = { readonly file: string } | { readonly complaint: string };

/**
 * Files in the order given, those of a folder by name. A file that is named is always tried; in a folder, only what
 * is a picture by its name or its first bytes.
 */
export function findPictures(paths: readonly string[]): readonly Found[] {
  return paths.flatMap((path): readonly Found[] => {
    // A path that does not exist is tried like a file, whose sentence says so.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [{ file: path }];
    const files = picturesIn(path);
    return files.length > 0 ? files.map((file) => ({ file })) : [{ complaint: `There is no picture in the folder “${path}”.` }];
  });
}

function picturesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return picturesIn(path);
    return entry.isFile() && isPicture(path) ? [path] : [];
  });
}

function isPicture(path: string): boolean {
  return EXTENSIONS.has(extname(path).toLowerCase()) || sniffFormat(headOf(path)) !== null;
}

function headOf(path: string): Uint8Array {
  const head = new Uint8Array(HEAD_BYTES);
  try {
    const file = openSync(path, 'r');
    try {
      return head.subarray(0, readSync(file, head));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new EncodeError(`The folder's file “${path}” could not be read: ${String(error)}`);
  }
}
