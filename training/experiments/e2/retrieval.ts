/** Recall at k between two sets of vectors, and what chance would reach. */
import { matMul, tensor2d } from '@tensorflow/tfjs-core';
import type { Embeddings } from '../../evaluate/embed';
import { readBack } from '../../evaluate/read-back';
import { mean } from '../statistics';

/** Vectors with what each shows; equal labels are the same thing. */
export interface LabelledRows {
  readonly embeddings: Embeddings;
  readonly labels: readonly (number | string)[];
}

/** Scores nearer to each other than this are equal: the same product summed in another order. */
const TIE = 1e-6;

/** Rows in the order asked for. */
export function gatherRows({ dim, values }: Embeddings, rows: readonly number[]): Embeddings {
  const gathered = new Float32Array(rows.length * dim);
  rows.forEach((row, i) => gathered.set(values.subarray(row * dim, (row + 1) * dim), i * dim));
  return { dim, values: gathered };
}

/** Brings every row to unit length, in place, after taking away `centre` where there is one; a zero row stays. */
export function normaliseRows({ dim, values }: Embeddings, centre?: Float32Array): void {
  for (let start = 0; start < values.length; start += dim) {
    let squared = 0;
    for (let d = 0; d < dim; d++) {
      const value = (values[start + d] as number) - (centre?.[d] ?? 0);
      values[start + d] = value;
      squared += value * value;
    }
    const scale = squared > 0 ? 1 / Math.sqrt(squared) : 0;
    for (let d = 0; d < dim; d++) values[start + d] = (values[start + d] as number) * scale;
  }
}

/** Mean of some rows. -> [dim] */
export function meanRow({ dim, values }: Embeddings, rows: readonly number[]): Float32Array {
  const sums = new Float64Array(dim);
  for (const row of rows) for (let d = 0; d < dim; d++) sums[d] = (sums[d] as number) + (values[row * dim + d] as number);
  return Float32Array.from(sums, (sum) => sum / rows.length);
}

/**
 * Rank of the first right row for each query that has one, 0 the nearest, by inner product on the current backend.
 * Rows as near as the right one count before it, so that a constant embedding earns nothing.
 */
export function matchRanks(queries: LabelledRows, gallery: LabelledRows): number[] {
  const { dim } = gallery.embeddings;
  const rows = gallery.labels.length;
  const scores = readBack(() =>
    matMul(
      tensor2d(queries.embeddings.values, [queries.labels.length, dim]),
      tensor2d(gallery.embeddings.values, [rows, dim]),
      false,
      true,
    ),
  );
  const known = new Set(gallery.labels);
  return queries.labels.flatMap((label, q) => {
    if (!known.has(label)) return [];
    const own = scores.subarray(q * rows, (q + 1) * rows);
    let best = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < rows; row++) if (gallery.labels[row] === label) best = Math.max(best, own[row] as number);
    let before = 0;
    for (let row = 0; row < rows; row++) if (gallery.labels[row] !== label && (own[row] as number) >= best - TIE) before += 1;
    return [before];
  });
}

/** Percent chance that one of k rows drawn at random is right, averaged over the queries that have a right row. */
export function chanceAt(k: number, queries: readonly (number | string)[], gallery: readonly (number | string)[]): number {
  const counts = new Map<number | string, number>();
  for (const label of gallery) counts.set(label, (counts.get(label) ?? 0) + 1);
  return mean(
    queries.flatMap((label) => {
      const right = counts.get(label);
      if (right === undefined) return [];
      let missed = 1;
      for (let i = 0; i < Math.min(k, gallery.length); i++)
        missed *= Math.max(0, gallery.length - right - i) / (gallery.length - i);
      return [100 * (1 - missed)];
    }),
  );
}
