/** The data build on a few concepts: the same bytes each time, files that agree with each other, nothing of the unseen artist shipped. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conceptsSchema, renderingsSchema, splitSchema } from '../../../src/dataset/schema';
import { galleryConceptsSchema, samplesSchema } from '../../../src/dataset/shipped-schema';
import { loadEmojis } from '../../../training/data/emojibase';
import { writeGallery } from '../../../training/data/gallery';
import { cropPhotos, squareCrops } from '../../../training/data/photos';
import { writeSamples } from '../../../training/data/samples';
import { buildDataset, writeDataset } from '../../../training/data/write-dataset';

const SOME = new Set(['1F34E', '1F43A', '1F695', '1F449', '1F1EF-1F1F5', '1F40C', '1F9D1-200D-1F373']);
const folders: string[] = [];
const silent = { start: () => undefined, step: () => undefined, stop: () => undefined };

async function build(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dataset-'));
  folders.push(folder);
  const emojis = loadEmojis().emojis.filter((emoji) => SOME.has(emoji.hexcode));
  const dataset = await buildDataset(emojis, silent);
  writeDataset(path.join(folder, 'data'), dataset, await cropPhotos());
  await writeSamples(path.join(folder, 'samples'), dataset);
  await writeGallery(path.join(folder, 'gallery'), dataset);
  return folder;
}

function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((file) => [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

const read = (folder: string, file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));

let folder = '';
beforeAll(async () => {
  folder = await build();
});
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true });
});

describe('the data build', () => {
  it('writes the same bytes each time', async () => {
    const again = await build();
    expect(Object.keys(hashes(folder)).length).toBeGreaterThan(10);
    expect(hashes(again)).toEqual(hashes(folder));
  });

  it('writes files that fit together', () => {
    const concepts = conceptsSchema.parse(read(folder, 'data/concepts.json'));
    const { artists, items } = renderingsSchema.parse(read(folder, 'data/renderings.json'));
    const split = splitSchema.parse(read(folder, 'data/split.json'));
    expect(concepts.map((c) => c.concept).sort()).toEqual([...SOME].sort());
    expect([...split.train, ...split.validation, ...split.test].sort()).toEqual([...SOME].sort());
    expect(artists.filter((artist) => artist.role === 'unseen').map((artist) => artist.id)).toEqual([split.unseenArtist]);
    expect(readFileSync(path.join(folder, 'data/renderings.bin'))).toHaveLength(items.length * 64 * 64 * 4);
    expect(items.every(({ concept, artist }) => concepts[concept] && artists[artist])).toBe(true);
  });

  it('draws mirrored aliases mirrored', () => {
    const concepts = conceptsSchema.parse(read(folder, 'data/concepts.json'));
    const { artists, items } = renderingsSchema.parse(read(folder, 'data/renderings.json'));
    const at = items.findIndex(
      ({ concept, artist }) => concepts[concept]?.concept === '1F449' && artists[artist]?.id === 'fluent-emoji',
    );
    const image = readFileSync(path.join(folder, 'data/renderings.bin')).subarray(at * 16_384, (at + 1) * 16_384);
    const ink = (from: number, to: number): number => {
      let sum = 0;
      for (let y = 0; y < 64; y++) for (let x = from; x < to; x++) sum += image[(y * 64 + x) * 4 + 3] ?? 0;
      return sum;
    };
    expect(ink(0, 32)).toBeGreaterThan(ink(32, 64)); // the fist is on the left when the finger points right
  });

  it('ships samples that inflate to one picture an artist, none by the unseen one', () => {
    const samples = samplesSchema.parse(read(folder, 'samples/samples.json'));
    expect(samples.concepts.length).toBeGreaterThan(1);
    for (const { file, bytes, sha256, artists } of samples.concepts) {
      const packed = readFileSync(path.join(folder, 'samples', file));
      expect(packed).toHaveLength(bytes);
      expect(createHash('sha256').update(packed).digest('hex')).toBe(sha256);
      expect(inflateSync(packed)).toHaveLength(artists.length * 64 * 64 * 3);
      expect(artists).not.toContain('openmoji');
    }
    expect(samples.attributions.map((attribution) => attribution.id)).not.toContain('openmoji');
  });

  it('shows every concept once in the gallery', () => {
    const gallery = galleryConceptsSchema.parse(read(folder, 'gallery/concepts.json'));
    expect(gallery.concepts.map((c) => c.concept).sort()).toEqual([...SOME].sort());
    expect(gallery.concepts.find((c) => c.concept === '1F43A')?.artist).toBe('noto');
    expect(gallery.concepts.every((c) => c.artist !== 'openmoji')).toBe(true);
    const sheets = readdirSync(path.join(folder, 'gallery/thumbs')).sort();
    expect(sheets).toEqual([...new Set(gallery.concepts.map((c) => `${c.subgroup}.webp`))].sort());
  });
});

describe('squareCrops', () => {
  it('keeps every crop inside the picture, whatever its orientation', () => {
    for (const [width, height] of [
      [1024, 484],
      [790, 1024],
    ] as const) {
      const crops = squareCrops(width, height);
      expect(crops.every(({ x, y, size }) => x >= 0 && y >= 0 && x + size <= width && y + size <= height)).toBe(true);
      expect(new Set(crops.map((crop) => JSON.stringify(crop))).size).toBe(crops.length);
    }
  });
});
