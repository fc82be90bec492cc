/** The built dataset in memory, shared by all worker threads: concepts, renderings, splits, photographs. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod/mini';
import { groupBy } from '../src/dataset/group-by';
import {
  type Concept,
  conceptsSchema,
  type Photos,
  photosSchema,
  type Renderings,
  renderingsSchema,
  type Split,
  splitSchema,
} from '../src/dataset/schema';
import type { SplitName } from '../src/dataset/shipped-schema';

export const DATA_FOLDER = 'data';

/** Bytes of one 64×64 RGBA rendering. */
export const RENDERING_BYTES = 64 * 64 * 4;
/** Bytes of one 64×64 RGB photograph. */
export const PHOTO_BYTES = 64 * 64 * 3;

/** What crosses to worker threads: the pixels are shared, not copied. */
export interface Dataset {
  readonly concepts: readonly Concept[];
  readonly split: Split;
  readonly renderings: Renderings;
  /** All renderings' RGBA, one after the other. */
  readonly pixels: Uint8Array;
  readonly photos: Photos;
  readonly photoPixels: Uint8Array;
  /** Hashes for the manifests; `rest` is of all but the renderings' pixels and the split: names, whose drawing is of what, photographs. */
  readonly sha256: { readonly data: string; readonly split: string; readonly rest: string };
}

/** One drawing of one concept. */
export interface Rendering {
  /** Position in `pixels`. */
  readonly index: number;
  /** Index into `concepts`. */
  readonly concept: number;
  readonly artist: string;
}

function pathOf(name: string): string {
  const path = join(DATA_FOLDER, name);
  if (!existsSync(path)) throw new Error(`${path} is missing: run \`npm run data\` first`);
  return path;
}

const read = (name: string): Buffer => readFileSync(pathOf(name));

/** Throws where the file is missing or not what its schema says. */
export const readJson = <T extends z.ZodMiniType>(name: string, schema: T): z.infer<T> =>
  schema.parse(JSON.parse(read(name).toString('utf8')));

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Straight into shared memory: hundreds of megabytes copied there take longer than to read them. */
export function readShared(name: string): Uint8Array {
  const file = openSync(pathOf(name), 'r');
  try {
    const shared = new Uint8Array(new SharedArrayBuffer(fstatSync(file).size));
    for (let at = 0; at < shared.length; ) {
      const count = readSync(file, shared, at, shared.length - at, at);
      if (count === 0) throw new Error(`${name} became shorter while it was read`);
      at += count;
    }
    return shared;
  } finally {
    closeSync(file);
  }
}

/** One hash of several files. */
export const sha256Of = (names: readonly string[]): string =>
  sha256(Buffer.from(names.map((name) => sha256(read(name))).join('')));

/** Reads `data/`. Throws where a file is missing or not what its schema says. */
export function loadDataset(): Dataset {
  const pixels = readShared('renderings.bin');
  return {
    concepts: readJson('concepts.json', conceptsSchema),
    split: readJson('split.json', splitSchema),
    renderings: readJson('renderings.json', renderingsSchema),
    pixels,
    photos: readJson('photos.json', photosSchema),
    photoPixels: readShared('photos.bin'),
    sha256: {
      data: sha256(pixels),
      split: sha256(read('split.json')),
      rest: sha256Of(['concepts.json', 'renderings.json', 'photos.json', 'photos.bin']),
    },
  };
}

export const renderingPixels = (dataset: Dataset, index: number): Uint8Array =>
  dataset.pixels.subarray(index * RENDERING_BYTES, (index + 1) * RENDERING_BYTES);

/** Renderings of one split's concepts, by the training artists or by the unseen one. */
export function renderingsOf(dataset: Dataset, splits: readonly SplitName[], artists: 'train' | 'unseen'): Rendering[] {
  const wanted = new Set(splits.flatMap((name) => dataset.split[name]));
  return dataset.renderings.items.flatMap(({ concept, artist }, index) => {
    const by = dataset.renderings.artists[artist];
    return by?.role === artists && wanted.has(dataset.concepts[concept]?.concept ?? '')
      ? [{ index, concept, artist: by.id }]
      : [];
  });
}

/** Renderings grouped by concept index. */
export const byConcept = (renderings: readonly Rendering[]): Map<number, Rendering[]> =>
  groupBy(renderings, ({ concept }) => concept);
