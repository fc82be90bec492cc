/** Recall@k: how often one of the k nearest rows is a right one. */
import type { Embeddings } from './embed';

/** Rows of an embedding table, with what each shows. */
export interface Labelled {
  readonly embeddings: Embeddings;
  /** One label a row; rows with the same label count as the same thing. */
  readonly labels: readonly string[];
}

/**
 * Rank of the first right row for each query that has one, 0 the nearest; by inner product.
 * Rows that are exactly as near as the right one count before it, so that a constant embedding earns nothing.
 */
export function ranksOfMatch(queries: Labelled, gallery: Labelled): number[] {
  const { dim } = gallery.embeddings;
  const ranks: number[] = [];
  const known = new Set(gallery.labels);
  queries.labels.forEach((label, q) => {
    if (!known.has(label)) return;
    const query = queries.embeddings.values.subarray(q * dim, (q + 1) * dim);
    const scores = gallery.labels.map((_, row) => {
      let dot = 0;
      for (let d = 0; d < dim; d++) dot += (query[d] as number) * (gallery.embeddings.values[row * dim + d] as number);
      return dot;
    });
    const best = scores.reduce(
      (top, score, row) => (gallery.labels[row] === label && score > top ? score : top),
      Number.NEGATIVE_INFINITY,
    );
    ranks.push(scores.filter((score, row) => gallery.labels[row] !== label && score >= best).length);
  });
  return ranks;
}

/** Percent of the ranks below k. */
export const recallAt = (k: number, ranks: readonly number[]): number =>
  (100 * ranks.filter((rank) => rank < k).length) / ranks.length;
