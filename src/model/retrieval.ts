/** Nearest rows of a gallery of unit vectors stored as signed bytes. */
import { cosines } from './gallery-scores';

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
  const matches = Array.from(cosines(query, rows), (cosine, index) => ({ index, cosine }));
  return matches.sort((a, b) => b.cosine - a.cosine).slice(0, k);
}
