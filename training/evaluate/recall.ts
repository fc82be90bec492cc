/** Recall@k: how often one of the k nearest rows is a right one, and what chance would reach. */
import { matMul, tensor2d } from '@tensorflow/tfjs-core';
import type { Embeddings } from './embed';
import { readBack } from './read-back';
import { mean } from './statistics';

/** Vectors with what each shows; equal labels are the same thing. */
export interface LabelledRows {
  readonly embeddings: Embeddings;
  readonly labels: readonly (number | string)[];
}

/** Scores nearer to each other than this are equal: the same product summed in another order. */
const TIE = 1e-6;

/** Inner product of each query with each row of the gallery. -> [queries × rows] @throws Error where one is no number */
function innerProducts(queries: LabelledRows, gallery: LabelledRows): Float32Array {
  const { dim } = gallery.embeddings;
  const scores = readBack(() =>
    matMul(
      tensor2d(queries.embeddings.values, [queries.labels.length, dim]),
      tensor2d(gallery.embeddings.values, [gallery.labels.length, dim]),
      false,
      true,
    ),
  );
  // Nothing is larger than NaN, so that it would count as found first.
  if (scores.some(Number.isNaN)) throw new Error('an embedding holds what is no number');
  return scores;
}

/**
 * Rank of the first right row for each query that has one, 0 the nearest, by inner product on the current backend.
 * Rows as near as the right one count before it, so that a constant embedding earns nothing.
 * @param gallery in one part or several, made one at a time: copies of all its rows at once may be too large
 */
export function matchRanks(queries: LabelledRows, gallery: Iterable<LabelledRows>): number[] {
  const parts = Array.from(gallery, (part) => ({ labels: part.labels, scores: innerProducts(queries, part) }));
  return queries.labels.flatMap((label, q) => {
    const own = parts.map(({ labels, scores }) => ({
      labels,
      scores: scores.subarray(q * labels.length, (q + 1) * labels.length),
    }));
    let best = Number.NEGATIVE_INFINITY;
    for (const { labels, scores } of own)
      for (const [row, score] of scores.entries()) if (labels[row] === label) best = Math.max(best, score);
    // Only a gallery without any right row leaves it so.
    if (best === Number.NEGATIVE_INFINITY) return [];
    let before = 0;
    for (const { labels, scores } of own)
      for (const [row, score] of scores.entries()) if (labels[row] !== label && score >= best - TIE) before += 1;
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

/** Percent of the ranks below k. */
export const recallAt = (k: number, ranks: readonly number[]): number =>
  (100 * ranks.filter((rank) => rank < k).length) / ranks.length;
