/** Writes reconstructions as PNG files, each under a name of its own. */
import { statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import sharp from 'sharp';
import { IMAGE_SIZE } from '../../src/model/types';
import { EncodeError } from './failures';

const EXTENSION = '.png';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * Names for the reconstructions of some pictures: in a folder that is there, each picture's own; else the one asked for where there
 * is one picture, or with each picture's name added (`recon-cat.png`). A number follows where that is taken.
 * Throws where the name is of another format than PNG.
 */
export function outputNames(out: string, pictures: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const free = (wanted: string): string => {
    let name = `${wanted}${EXTENSION}`;
    for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}${EXTENSION}`;
    taken.add(name);
    return name;
  };
  const nameOf = (picture: string) => basename(picture, extname(picture));
  if (isFolder(out)) return pictures.map((picture) => free(join(out, nameOf(picture))));
  const extension = extname(out);
  if (extension !== '' && extension.toLowerCase() !== EXTENSION)
    throw new EncodeError(`Reconstructions are written as PNG: give --out a name that ends in ${EXTENSION}, not “${out}”.`);
  if (pictures.length === 1) return [extension === '' ? `${out}${EXTENSION}` : out];
  const stem = join(dirname(out), basename(out, extension));
  return pictures.map((picture) => free(`${stem}-${nameOf(picture)}`));
}

/** A file's identity, under whatever name it goes; undefined where there is none. */
function identity(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}

/** Throws where a reconstruction would be written over one of the pictures. */
export function checkOutputs(outputs: readonly string[], pictures: readonly string[]): void {
  const originals = new Set(pictures.map(identity));
  for (const output of outputs) {
    const file = identity(output);
    if (file !== undefined && originals.has(file))
      throw new EncodeError(`The reconstruction would overwrite the picture “${output}”: give --out another name.`);
  }
}

/** Throws where it cannot be written. @param pixels RGB [64·64·3] */
export async function writePng(path: string, pixels: Uint8Array): Promise<void> {
  const png = await sharp(pixels, { raw: { width: IMAGE_SIZE, height: IMAGE_SIZE, channels: 3 } })
    .png()
    .toBuffer();
  try {
    await writeFile(path, png);
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? `there is no folder “${dirname(path)}”` : (error as Error).message;
    throw new EncodeError(`The reconstruction could not be written to “${path}”: ${reason}.`);
  }
}
