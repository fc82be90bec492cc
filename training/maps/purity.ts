/** How pure neighbourhoods are, beside the best that there could be and what chance would give. */
import type { BySet } from '../../src/dataset/maps';

/** A point as purity sees it. */
export interface Labelled {
  readonly concept: number;
  readonly heldOut: boolean;
}

/** Mean of a figure over all points and over the held-out ones; 0 where there are none. */
function bySet(points: readonly Labelled[], figure: (point: Labelled, index: number) => number): BySet {
  const mean = (wanted: (point: Labelled) => boolean): number => {
    let sum = 0;
    let count = 0;
    points.forEach((point, index) => {
      if (!wanted(point)) return;
      sum += figure(point, index);
      count += 1;
    });
    return Math.round((1e4 * sum) / Math.max(count, 1)) / 1e4;
  };
  return { all: mean(() => true), heldOut: mean(({ heldOut }) => heldOut) };
}

/** Share of the k nearest points that show the same concept. @param neighbours of each point, nearest first */
export const purity = (points: readonly Labelled[], neighbours: readonly (readonly number[])[], k: number): BySet =>
  bySet(
    points,
    ({ concept }, index) =>
      (neighbours[index] ?? []).slice(0, k).filter((other) => points[other]?.concept === concept).length / k,
  );

function others(points: readonly Labelled[]): (point: Labelled) => number {
  const counts = new Map<number, number>();
  for (const { concept } of points) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  return ({ concept }) => (counts.get(concept) ?? 1) - 1;
}

/** A concept of m drawings can fill no more than m − 1 of the k places. */
export function purityCeiling(points: readonly Labelled[], k: number): BySet {
  const rest = others(points);
  return bySet(points, (point) => Math.min(rest(point), k) / k);
}

/** Expected purity when the neighbours are drawn at random. */
export function purityChance(points: readonly Labelled[]): BySet {
  const rest = others(points);
  return bySet(points, (point) => rest(point) / (points.length - 1));
}
