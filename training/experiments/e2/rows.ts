/** Rows of vectors made ready to be compared. */
import type { Embeddings } from '../../evaluate/embed';

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
