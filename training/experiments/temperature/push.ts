/** What the softmax contrastive loss asks of the mismatched pairs of a batch. */

/** Shares of one line of logits: its softmax. */
function sharesOf(logits: readonly number[]): number[] {
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** One mismatched pair: its cosine, and the derivative of the loss by it, above 0, which pushes it apart. */
export interface Pushed {
  readonly cosine: number;
  readonly push: number;
}

/**
 * The mismatched pairs of a batch of N pairs. The loss is the mean of both directions' cross-entropies (CLIP, arXiv 2103.00020,
 * Figure 3), so that its derivative by the cosine of row i and column j ≠ i is (p_ij + q_ij) / 2Nτ: p the softmax over the row,
 * q that over the column.
 * @param cosines of each drawing with each caption; the matching one is on the diagonal. N rows of N
 */
export function pushesOf(cosines: readonly (readonly number[])[], temperature: number): Pushed[] {
  const size = cosines.length;
  const logits = cosines.map((row) => row.map((cosine) => cosine / temperature));
  const byRow = logits.map(sharesOf);
  const byColumn = logits.map((_, column) => sharesOf(logits.map((row) => row[column] as number)));
  return cosines.flatMap((row, i) =>
    row.flatMap((cosine, j) => {
      if (i === j) return [];
      const shares = (byRow[i]?.[j] as number) + (byColumn[j]?.[i] as number);
      return [{ cosine, push: shares / (2 * size * temperature) }];
    }),
  );
}
