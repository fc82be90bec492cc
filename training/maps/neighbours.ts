/** Exact nearest neighbours among many vectors, by the backend's matrix product. */
import { matMul, type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import { readBack } from '../evaluate/read-back';

/** Queries at a time: enough for the product, few enough that its result stays small. */
const BLOCK = 256;

/** Rows of equal length, one after the other. */
export interface Vectors {
  readonly dim: number;
  /** [N·dim] */
  readonly values: Float32Array;
}

export interface Neighbours {
  /** The k nearest other rows of each row, nearest first; ties go to the lower row. */
  readonly indices: number[][];
  /** Their Euclidean distances. */
  readonly distances: number[][];
}

/** The k smallest distances of one row, itself left out. */
function nearest(squared: Float32Array, own: number, k: number): number[] {
  const best: number[] = [];
  for (let row = 0; row < squared.length; row++) {
    if (row === own) continue;
    const distance = squared[row] as number;
    if (best.length === k && distance >= (squared[best[k - 1] as number] as number)) continue;
    let at = best.length;
    while (at > 0 && (squared[best[at - 1] as number] as number) > distance) at -= 1;
    best.splice(at, 0, row);
    if (best.length > k) best.pop();
  }
  return best;
}

/** @param k fewer than there are rows */
export function nearestNeighbours({ dim, values }: Vectors, k: number): Neighbours {
  const count = values.length / dim;
  const norms = new Float64Array(count);
  for (let at = 0; at < values.length; at++) {
    const row = Math.floor(at / dim);
    norms[row] = (norms[row] as number) + (values[at] as number) ** 2;
  }
  const all = tensor2d(values, [count, dim]);
  const result: Neighbours = { indices: [], distances: [] };
  const squared = new Float32Array(count);
  for (let from = 0; from < count; from += BLOCK) {
    const rows = Math.min(BLOCK, count - from);
    const products = readBack(() =>
      matMul(tensor2d(values.subarray(from * dim, (from + rows) * dim), [rows, dim]), all as Tensor2D, false, true),
    );
    for (let row = 0; row < rows; row++) {
      const own = from + row;
      // |a − b|² = |a|² + |b|² − 2ab, which rounding may take below zero
      for (let other = 0; other < count; other++)
        squared[other] = Math.max(
          0,
          (norms[own] as number) + (norms[other] as number) - 2 * (products[row * count + other] as number),
        );
      const best = nearest(squared, own, k);
      result.indices.push(best);
      result.distances.push(best.map((other) => Math.sqrt(squared[other] as number)));
    }
  }
  all.dispose();
  return result;
}
