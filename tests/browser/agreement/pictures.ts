/** The pictures that browser and shell must agree on, and the published weights to encode them with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { samplesSchema } from '../../../src/dataset/shipped-schema';
import { IMAGE_SIZE, type RgbImage } from '../../../src/model/types';
import type { Site } from '../../unit/engine/fixture-site';

const IMAGE_BYTES = IMAGE_SIZE * IMAGE_SIZE * 3;

/** Consecutive 64×64 RGB pictures. */
function split(bytes: Uint8Array): readonly RgbImage[] {
  return Array.from({ length: bytes.length / IMAGE_BYTES }, (_, i) => ({
    width: IMAGE_SIZE,
    height: IMAGE_SIZE,
    data: new Uint8Array(bytes.subarray(i * IMAGE_BYTES, (i + 1) * IMAGE_BYTES)),
  }));
}

/** Every drawing of the sample gallery. */
export function samplePictures(): readonly RgbImage[] {
  const { concepts } = samplesSchema.parse(JSON.parse(readFileSync('public/samples/samples.json', 'utf8')));
  return concepts.flatMap(({ file }) => split(inflateSync(readFileSync(join('public/samples', file)))));
}

/** Every crop of the validation photographs. */
export const photographs = (): readonly RgbImage[] => split(readFileSync('data/photos.bin'));

/** The photographs as files. */
export const photographFiles = (): readonly string[] =>
  readdirSync('node_modules/@stdlib')
    .filter((name) => name.startsWith('datasets-img-'))
    .map((name) => join('node_modules/@stdlib', name, 'data', 'image.jpg'));

/** The models and the gallery as the page ships them. */
export function publishedFiles(): Site {
  const site: Site = new Map();
  for (const folder of ['models', 'gallery']) {
    for (const entry of readdirSync(join('public', folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      site.set(file.slice('public/'.length), readFileSync(file));
    }
  }
  return site;
}
