/** The maps' parts on small numbers, and the published file against its schema and its weights. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type GalleryMaps, galleryMapsSchema, MAP_REPRESENTATIONS, MAP_SIDE, staleMap } from '../../../src/dataset/maps';
import { createRng } from '../../../src/dataset/rng';
import { galleryConceptsSchema } from '../../../src/dataset/shipped-schema';
import { parseManifest, weightGroup } from '../../../src/model/weights';
import { asVectors, layOut } from '../../../training/maps/layout';
import { nearestNeighbours, type Vectors } from '../../../training/maps/neighbours';
import { purity, purityCeiling, purityChance } from '../../../training/maps/purity';
import { histograms } from '../../../training/maps/representations';
import { useCpu } from '../model/backend';

beforeAll(useCpu);

const GROUPS = 6;
const EACH = 8;
const K = 5;

/** Six clouds of eight points in ten dimensions. */
function clouds(): Vectors {
  const rng = createRng('clouds');
  const dim = 10;
  const centres = Array.from({ length: GROUPS }, () => Array.from({ length: dim }, () => 4 * rng.normal()));
  const rows = centres.flatMap((centre) => Array.from({ length: EACH }, () => centre.map((value) => value + rng.normal())));
  return { dim, values: Float32Array.from(rows.flat()) };
}
const labels = Array.from({ length: GROUPS * EACH }, (_, i) => ({ concept: Math.floor(i / EACH), heldOut: i < EACH }));

test('neighbours are those of a search through all pairs', () => {
  const { dim, values } = clouds();
  const count = values.length / dim;
  const { indices, distances } = nearestNeighbours({ dim, values }, K);
  for (let own = 0; own < count; own++) {
    const all = Array.from({ length: count }, (_, row) => {
      let squared = 0;
      for (let d = 0; d < dim; d++) squared += ((values[own * dim + d] as number) - (values[row * dim + d] as number)) ** 2;
      return { row, distance: Math.sqrt(squared) };
    });
    const best = all
      .filter(({ row }) => row !== own)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, K);
    expect(indices[own]).toEqual(best.map(({ row }) => row));
    best.forEach(({ distance }, i) => expect(distances[own]?.[i]).toBeCloseTo(distance, 3));
  }
});

test('a layout keeps clouds together, fits its square, and is the same for the same seed', () => {
  const neighbours = nearestNeighbours(clouds(), K);
  const options = { neighbours: K, minDist: 0.1, epochs: 200 };
  const layout = layOut(neighbours, options, createRng('a'));
  expect(layOut(neighbours, options, createRng('a'))).toEqual(layout);
  expect(layOut(neighbours, options, createRng('b'))).not.toEqual(layout);
  const all = [...layout.x, ...layout.y];
  expect(Math.min(...all)).toBe(0);
  expect(Math.max(...all)).toBe(MAP_SIDE);
  const onMap = nearestNeighbours(asVectors(layout), K).indices;
  expect(purity(labels, onMap, K).all).toBeGreaterThan(0.9);
});

describe('purity', () => {
  const points = [0, 0, 0, 1, 1].map((concept) => ({ concept, heldOut: concept === 1 }));

  test('counts neighbours of the same concept', () => {
    const neighbours = [
      [1, 2],
      [0, 3],
      [3, 4],
      [4, 0],
      [1, 2],
    ];
    expect(purity(points, neighbours, 2)).toEqual({ all: 0.4, heldOut: 0.25 });
  });

  test('cannot exceed what a concept has of drawings', () => {
    // three drawings fill two of three places, two drawings one
    expect(purityCeiling(points, 3)).toEqual({ all: 0.5333, heldOut: 0.3333 });
    expect(purityChance(points)).toEqual({ all: 0.4, heldOut: 0.25 });
  });
});

test('histograms are unit vectors whose distance is Hellinger’s', () => {
  const tokens = Uint16Array.from([5, 5, 5, 7, 5, 7, 7, 7]);
  const { dim, values } = histograms(tokens, 2);
  const [a, b] = [values.subarray(0, dim), values.subarray(dim)];
  expect([a[5], a[7], b[5], b[7]]).toEqual([0.75, 0.25, 0.25, 0.75].map((share) => Math.fround(Math.sqrt(share))));
  expect(a.reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(1, 6);
});

describe('the published maps', () => {
  const maps = galleryMapsSchema.parse(JSON.parse(readFileSync(join('public', 'gallery', 'maps.json'), 'utf8')));
  const weightsOf = (id: string, group: string) =>
    weightGroup(parseManifest(JSON.parse(readFileSync(join('public', 'models', id, 'manifest.json'), 'utf8'))), group).sha256;

  test('are of the published weights', () => {
    const current = { embedding: weightsOf('contrastive', 'image'), tokens: weightsOf('vqvae-16', 'weights') };
    expect(staleMap(maps, current)).toBeUndefined();
    expect(staleMap(maps, { ...current, tokens: '0'.repeat(64) })).toBe('tokens');
    expect(staleMap(maps, { ...current, embedding: '0'.repeat(64) })).toBe('embedding');
  });

  test('show drawings of the gallery, each concept by several artists', () => {
    const gallery = galleryConceptsSchema.parse(
      JSON.parse(readFileSync(join('public', 'gallery', 'concepts.json'), 'utf8')),
    ).concepts;
    const { points, artists, concepts } = maps;
    const keys = points.concept.map((concept, i) => `${concept}/${points.artist[i]}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(points.concept).size).toBe(concepts.shown);
    expect(points.concept.every((row) => gallery[row])).toBe(true);
    expect(points.artist.every((artist) => artists[artist])).toBe(true);
    expect(artists).not.toContain('openmoji');
    const heldOut = new Set(points.concept.filter((row) => gallery[row]?.split === 'test'));
    expect(heldOut.size).toBe(concepts.heldOut);
    expect(heldOut.size).toBeGreaterThan(100);
  });

  test('state purities between chance and the ceiling', () => {
    for (const name of MAP_REPRESENTATIONS)
      for (const place of ['space', 'map'] as const)
        for (const set of ['all', 'heldOut'] as const) {
          expect(maps.maps[name].purity[place][set]).toBeGreaterThan(maps.chance[set]);
          expect(maps.maps[name].purity[place][set]).toBeLessThanOrEqual(maps.ceiling[set]);
        }
  });

  test('state what their own coordinates give', () => {
    const points = maps.points.concept.map((concept) => ({ concept, heldOut: false }));
    const { indices } = nearestNeighbours(asVectors(maps.maps.embedding), maps.neighbours);
    expect(purity(points, indices, maps.neighbours).all).toBeCloseTo(maps.maps.embedding.purity.map.all, 3);
  });

  test('are refused when a place is missing or outside the square', () => {
    const without = structuredClone(maps) as GalleryMaps;
    without.maps.pixels.x.pop();
    expect(() => galleryMapsSchema.parse(without)).toThrow('every point needs an artist and a place on each map');
    const outside = structuredClone(maps) as GalleryMaps;
    outside.maps.pixels.x[0] = MAP_SIDE + 1;
    expect(galleryMapsSchema.safeParse(outside).success).toBe(false);
  });
});
