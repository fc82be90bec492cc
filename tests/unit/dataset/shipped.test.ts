/** The samples and the gallery in the repository: valid, whole, with every artist credited and none that may not be shipped. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { galleryConceptsSchema, samplesSchema } from '../../../src/dataset/shipped-schema';
import { CHOSEN } from '../../../training/data/samples';

const publicFolder = path.resolve(import.meta.dirname, '../../../public');
const read = (file: string): Buffer => readFileSync(path.join(publicFolder, file));
const samples = samplesSchema.parse(JSON.parse(read('samples/samples.json').toString('utf8')));
const gallery = galleryConceptsSchema.parse(JSON.parse(read('gallery/concepts.json').toString('utf8')));
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('public/samples', () => {
  it('offers the chosen concepts, mostly held out, each by several artists', () => {
    expect(samples.concepts.map((c) => c.concept)).toEqual(CHOSEN);
    expect(samples.concepts.filter((c) => c.split === 'test').length).toBeGreaterThan(samples.concepts.length / 2);
    expect(samples.concepts.every((c) => c.artists.length >= 5)).toBe(true);
  });

  it('has whole files', async () => {
    for (const { file, bytes, sha256: expected, artists } of samples.concepts) {
      const packed = read(`samples/${file}`);
      expect([packed.length, sha256(packed)], file).toEqual([bytes, expected]);
      expect(inflateSync(packed)).toHaveLength(artists.length * 64 * 64 * 3);
    }
    const sheet = read(`samples/${samples.thumbs.file}`);
    expect(sha256(sheet)).toBe(samples.thumbs.sha256);
    const { width, height } = await sharp(sheet).metadata();
    expect([width, height]).toEqual([
      samples.thumbs.columns * samples.thumbs.cell,
      samples.concepts.length * samples.thumbs.cell,
    ]);
  });
});

describe('public/gallery', () => {
  it('has a cell for every concept', async () => {
    for (const subgroup of new Set(gallery.concepts.map((c) => c.subgroup))) {
      const last = Math.max(...gallery.concepts.filter((c) => c.subgroup === subgroup).map((c) => c.sheetIndex));
      const { width, height } = await sharp(read(`gallery/thumbs/${subgroup}.webp`)).metadata();
      expect([width, height], subgroup).toEqual([
        gallery.columns * gallery.cell,
        (Math.floor(last / gallery.columns) + 1) * gallery.cell,
      ]);
    }
  });
});

describe('credits', () => {
  it('name author, source and licence of every artist shown, and of no share-alike one', () => {
    for (const { attributions, artists } of [
      { attributions: samples.attributions, artists: samples.concepts.flatMap((c) => c.artists) },
      { attributions: gallery.attributions, artists: gallery.concepts.map((c) => c.artist) },
    ]) {
      const credited = new Set(attributions.map((attribution) => attribution.id));
      expect(artists.filter((artist) => !credited.has(artist))).toEqual([]);
      expect(attributions.filter((attribution) => /SA/.test(attribution.licence))).toEqual([]);
    }
  });
});
