/** k-means on the unit sphere (Dhillon & Modha 2001): how codebooks start. */
import type { Rng } from '../types';

const ITERATIONS = 8;
/** Points looked at a codebook entry; more change the start little and cost time. */
const POINTS_PER_ENTRY = 64;

/** Each row divided by its length; a zero row stays. [R·D] -> [R·D] */
export function normaliseRows(rows: Float32Array, dim: number): Float32Array {
  const out = new Float32Array(rows.length);
  for (let at = 0; at < rows.length; at += dim) {
    let squared = 0;
    for (let d = 0; d < dim; d++) squared += (rows[at + d] as number) ** 2;
    const length = Math.sqrt(squared) || 1;
    for (let d = 0; d < dim; d++) out[at + d] = (rows[at + d] as number) / length;
  }
  return out;
}

/** The entry with the largest cosine to one point. points [R·D], entries [K·D] */
function closest(points: Float32Array, at: number, entries: Float32Array, dim: number): number {
  let best = 0;
  let bestCosine = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < entries.length / dim; k++) {
    let cosine = 0;
    for (let d = 0; d < dim; d++) cosine += (points[at + d] as number) * (entries[k * dim + d] as number);
    if (cosine > bestCosine) [best, bestCosine] = [k, cosine];
  }
  return best;
}

/**
 * @param latents points of unit length [R·D]
 * @returns unit entries [K·D], and how many points each has [K]; an entry left without points becomes a random point
 */
export function sphericalKMeans(
  latents: Float32Array,
  dim: number,
  size: number,
  rng: Rng,
): { entries: Float32Array; counts: Float32Array } {
  const available = latents.length / dim;
  const row = () => {
    const at = rng.int(available) * dim;
    return latents.subarray(at, at + dim);
  };
  const points = new Float32Array(Math.min(available, size * POINTS_PER_ENTRY) * dim);
  for (let at = 0; at < points.length; at += dim) points.set(row(), at);
  let entries = new Float32Array(size * dim);
  for (let k = 0; k < size; k++) entries.set(row(), k * dim);
  const counts = new Float32Array(size);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const sums = new Float32Array(size * dim);
    counts.fill(0);
    for (let at = 0; at < points.length; at += dim) {
      const k = closest(points, at, entries, dim);
      counts[k] = (counts[k] as number) + 1;
      for (let d = 0; d < dim; d++) sums[k * dim + d] = (sums[k * dim + d] as number) + (points[at + d] as number);
    }
    counts.forEach((count, k) => {
      if (count === 0) sums.set(row(), k * dim);
    });
    entries = normaliseRows(sums, dim) as Float32Array<ArrayBuffer>;
  }
  return { entries, counts };
}
