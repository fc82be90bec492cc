/** UMAP (McInnes et al. 2018, arXiv 1802.03426) from exact neighbours and a seeded stream, its result on whole coordinates. */
import { UMAP } from 'umap-js';
import { MAP_SIDE } from '../../src/dataset/maps';
import type { Rng } from '../../src/model/types';
import type { Neighbours, Vectors } from './neighbours';

export interface LayoutOptions {
  readonly neighbours: number;
  readonly minDist: number;
  readonly epochs: number;
}

export interface Layout {
  readonly x: number[];
  readonly y: number[];
}

/** Whole coordinates, the longer side filled and the proportions kept. */
function onGrid(points: readonly (readonly number[])[]): Layout {
  const axis = (index: number) => points.map((point) => point[index] ?? 0);
  const [xs, ys] = [axis(0), axis(1)];
  const low = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const extent = Math.max(high(xs) - low(xs), high(ys) - low(ys)) || 1;
  const scaled = (values: readonly number[]) => {
    const middle = (low(values) + high(values)) / 2;
    return values.map((value) => Math.round(MAP_SIDE * ((value - middle) / extent + 0.5)));
  };
  return { x: scaled(xs), y: scaled(ys) };
}

/** The same for the same neighbours, options and stream. */
export function layOut({ indices, distances }: Neighbours, options: LayoutOptions, rng: Rng): Layout {
  const umap = new UMAP({
    nNeighbors: options.neighbours,
    minDist: options.minDist,
    nEpochs: options.epochs,
    random: () => rng.next(),
  });
  const near = (rows: number[][]) => rows.map((row) => row.slice(0, options.neighbours));
  umap.setPrecomputedKNN(near(indices), near(distances));
  // With its neighbours given, the library asks the data only how many there are.
  return onGrid(umap.fit(indices.map(() => [])));
}

/** A layout as vectors, to look for neighbours on the map. */
export const asVectors = ({ x, y }: Layout): Vectors => ({
  dim: 2,
  values: Float32Array.from(x.flatMap((value, i) => [value, y[i] ?? 0])),
});
