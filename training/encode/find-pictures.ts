/** Which files a command line means: those named, and the pictures in the folders named. */
import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { sniffFormat } from '../../src/image-file/formats';

const EXTENSIONS = new Set(
  'png apng jpg jpeg jfif jpe gif webp avif svg bmp dib ico cur tif tiff heic heif jxl jp2 j2k'
    .split(' ')
    .map((name) => `.${name}`),
);
const HEAD_BYTES = 4096;

/** A file to encode, or a sentence about a folder without any, or about what in a folder could not be read. */
export type Found = { readonly file: string } | { readonly complaint: string };

/**
 * Files in the order given, those of a folder by name, links followed. A file that is named is always tried; in a folder, only what
 * is a picture by its name or its first bytes.
 */
export function findPictures(paths: readonly string[]): readonly Found[] {
  return paths.flatMap((path): readonly Found[] => {
    // A path that does not exist, or cannot be reached, is tried like a file, whose sentence says so.
    if (!isFolder(path)) return [{ file: path }];
    const found = picturesIn(path, new Set());
    return found.length > 0 ? found : [{ complaint: `There is no picture in the folder “${path}”.` }];
  });
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** @param walked real paths of folders gone through, since links may lead in circles */
function picturesIn(folder: string, walked: Set<string>): readonly Found[] {
  return orComplaint(folder, () => {
    const real = realpathSync(folder);
    if (walked.has(real)) return [];
    walked.add(real);
    const names = readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
    return names.flatMap((name) => {
      const path = join(folder, name);
      return orComplaint(path, () => {
        const entry = statSync(path);
        if (entry.isDirectory()) return picturesIn(path, walked);
        return entry.isFile() && isPicture(path) ? [{ file: path }] : [];
      });
    });
  });
}

/** What was found, or a sentence where it could not be read: the rest of the folder is not to be lost with it. */
function orComplaint(path: string, find: () => readonly Found[]): readonly Found[] {
  try {
    return find();
  } catch (error) {
    return [{ complaint: `“${path}” could not be read: ${String(error)}` }];
  }
}

function isPicture(path: string): boolean {
  return EXTENSIONS.has(extname(path).toLowerCase()) || sniffFormat(headOf(path)) !== null;
}

function headOf(path: string): Uint8Array {
  const head = new Uint8Array(HEAD_BYTES);
  const file = openSync(path, 'r');
  try {
    return head.subarray(0, readSync(file, head));
  } finally {
    closeSync(file);
  }
}
