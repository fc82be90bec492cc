/** Which drawings go on the maps: every held-out concept and a seeded share of the others, each by all artists that the page may show. */
import { createRng } from '../../src/dataset/rng';
import type { GalleryConcepts } from '../../src/dataset/shipped-schema';
import { type Dataset, type Rendering, renderingsOf } from '../dataset';

export interface MapPoint {
  readonly rendering: Rendering;
  /** Row of the gallery. */
  readonly concept: number;
  /** The concept is of the test split. */
  readonly heldOut: boolean;
}

/** Concepts with one drawing have no right neighbour. */
const FEWEST_DRAWINGS = 2;

/**
 * @param most concepts in all; held-out ones come first
 * @returns points in the order of the gallery, then of the artists
 */
export function samplePoints(
  dataset: Dataset,
  gallery: GalleryConcepts['concepts'],
  most: number,
  seed: number,
): { points: MapPoint[]; eligible: number } {
  const rows = new Map(gallery.map(({ concept }, row) => [concept, row]));
  const drawings = new Map<number, Rendering[]>();
  for (const rendering of renderingsOf(dataset, ['train', 'validation', 'test'], 'train')) {
    const row = rows.get(dataset.concepts[rendering.concept]?.concept ?? '');
    if (row !== undefined) drawings.set(row, [...(drawings.get(row) ?? []), rendering]);
  }
  const rng = createRng(seed).fork('maps', 'sample');
  const eligible = [...drawings].filter(([, own]) => own.length >= FEWEST_DRAWINGS).map(([row]) => row);
  const isHeldOut = (row: number): boolean => gallery[row]?.split === 'test';
  const keyed = eligible.map((row) => ({ row, key: rng.fork(gallery[row]?.concept ?? '').next() - Number(isHeldOut(row)) }));
  const chosen = keyed.sort((a, b) => a.key - b.key).slice(0, most);
  return {
    eligible: eligible.length,
    points: chosen
      .map(({ row }) => row)
      .sort((a, b) => a - b)
      .flatMap((row) => (drawings.get(row) ?? []).map((rendering) => ({ rendering, concept: row, heldOut: isHeldOut(row) }))),
  };
}
