/** Nearest rows of a gallery of unit vectors stored as signed bytes. */

export interface Match {
  readonly index: number;
  readonly cosine: number;
}

/** Unit vectors to signed bytes: value ≈ byte / 127. */
export const packEmbeddings = (vectors: Float32Array): Int8Array => Int8Array.from(vectors, (value) => Math.round(value * 127));

/**
 * The k rows with the largest cosine, largest first.
 * @param query unit vector [E]
 * @param rows packed unit vectors [R·E]; each is renormalised, so that packing costs direction only
 */
export function topK(query: Float32Array, rows: Int8Array, k: number): Match[] {
  const dim = query.length;
  const matches: Match[] = [];
  for (let index = 0; index < rows.length / dim; index++) {
    let dot = 0;
    let squared = 0;
    for (let d = 0; d < dim; d++) {
      const value = rows[index * dim + d] as number;
      dot += value * (query[d] as number);
      squared += value * value;
    }
    matches.push({ index, cosine: dot / Math.sqrt(squared || 1) });
  }
  return matches.sort((a, b) => b.cosine - a.cosine).slice(0, k);
}
