/** Writes reconstructions as PNG files, each under a name of its own. */
import { statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import sharp from 'sharp';
import { IMAGE_SIZE } from '../../src/model/types';
import { EncodeError } from './failures';

/**
 * Names for the reconstructions of some pictures: the one asked for where there is one picture, else with each
 * picture's name added (`recon-cat.png`), and a number where that is taken.
 */
export function outputNames(out: string, pictures: readonly string[]): readonly string[] {
  if (pictures.length === 1) return [out];
  const extension = extname(out);
  const stem = join(dirname(out), basename(out, extension));
  const taken = new Set<string>();
  return pictures.map((picture) => {
    const wanted = `${stem}-${basename(picture, extname(picture))}`;
    let name = `${wanted}${extension}`;
    for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}${extension}`;
    taken.add(name);
    return name;
  });
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

/** @param pixels RGB [64·64·3] */
export async function writePng(path: string, pixels: Uint8Array): Promise<void> {
  try {
    await sharp(pixels, { raw: { width: IMAGE_SIZE, height: IMAGE_SIZE, channels: 3 } })
      .png()
      .toFile(path);
  } catch (error) {
    throw new EncodeError(`The reconstruction could not be written to “${path}”: ${String(error)}`);
  }
}
