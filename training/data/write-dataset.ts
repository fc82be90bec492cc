/** Builds renderings, concepts and split from the installed packages and writes them; the same bytes each time. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { OwnedRendering } from '../../src/dataset/lookalikes';
import {
  type Concept,
  conceptsSchema,
  photosSchema,
  type Renderings,
  renderingsSchema,
  type Split,
  splitSchema,
} from '../../src/dataset/schema';
import { splitConcepts } from '../../src/dataset/split';
import { ARTISTS, publicArtist } from './artists';
import { buildConcepts } from './concepts';
import type { CldrEmoji } from './emojibase';
import { type Drawing, type Joined, joinArtists } from './join';
import type { PhotoSet } from './photos';
import { RENDERING_BYTES, rasteriseAll } from './rasterise';

/** Fixes which concepts are held out. */
const SPLIT_SEED = 1;

export interface Dataset {
  readonly concepts: readonly Concept[];
  readonly renderings: Renderings;
  /** [renderings · 64 · 64 · 4] */
  readonly pixels: Uint8Array;
  readonly split: Split;
  /** How each artist was joined, in the order of `renderings.artists`. */
  readonly joined: readonly Joined[];
}

export interface Progress {
  start(total: number): void;
  step(): void;
  stop(): void;
}

/** Joins, rasterises, groups and splits `emojis`; nothing is written. */
export async function buildDataset(emojis: readonly CldrEmoji[], progress: Progress): Promise<Dataset> {
  const unseen = ARTISTS.find((artist) => artist.role === 'unseen');
  if (!unseen) throw new Error('no artist is marked unseen');
  const joined = joinArtists(ARTISTS, emojis);
  const drawn = emojis.filter((emoji) =>
    joined.some(({ drawings }, artist) => ARTISTS[artist]?.role === 'train' && drawings.has(emoji.hexcode)),
  );
  const items: { concept: number; artist: number }[] = [];
  const drawings: Drawing[] = [];
  drawn.forEach((emoji, concept) => {
    joined.forEach((own, artist) => {
      const drawing = own.drawings.get(emoji.hexcode);
      if (!drawing) return;
      items.push({ concept, artist });
      drawings.push(drawing);
    });
  });
  progress.start(drawings.length);
  const pixels = await rasteriseAll(drawings, availableParallelism() + 1, () => progress.step());
  progress.stop();

  const trained: OwnedRendering[][] = drawn.map(() => []);
  items.forEach(({ concept, artist }, i) => {
    if (ARTISTS[artist]?.role === 'train') trained[concept]?.push({ artist, rgba: renderingAt(pixels, i) });
  });
  const concepts = buildConcepts(drawn, trained);
  return {
    concepts,
    renderings: { artists: ARTISTS.map(publicArtist), items },
    pixels,
    split: splitConcepts(concepts, SPLIT_SEED, unseen.id),
    joined,
  };
}

/** The pixels of one rendering, without a copy. [64 · 64 · 4] */
export function renderingAt(pixels: Uint8Array, item: number): Uint8Array {
  return pixels.subarray(item * RENDERING_BYTES, (item + 1) * RENDERING_BYTES);
}

/** Writes concepts.json, renderings and photos (.json, .bin) and split.json. */
export function writeDataset(folder: string, dataset: Dataset, photoSet: PhotoSet): void {
  mkdirSync(folder, { recursive: true });
  writeJson(path.join(folder, 'renderings.json'), renderingsSchema.parse(dataset.renderings));
  writeJson(path.join(folder, 'split.json'), splitSchema.parse(dataset.split));
  writeFileSync(path.join(folder, 'renderings.bin'), dataset.pixels);
  writeJson(path.join(folder, 'photos.json'), photosSchema.parse(photoSet.photos));
  writeFileSync(path.join(folder, 'photos.bin'), photoSet.pixels);
  // Last: where it is, the rest is there too.
  writeJson(path.join(folder, 'concepts.json'), conceptsSchema.parse(dataset.concepts));
}

/** JSON without spaces, as it is fetched by the page, with a final line break. */
export function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value)}\n`);
}
