/**
 * The quantiser on the backend, so that an image is encoded and drawn back in one pass. Where two entries are all but equally near,
 * backends may choose differently: what is said of an image is what `../quantizer.ts` chooses, and this is held against it.
 */
import { argMax, gather, matMul, reshape, sub, type Tensor1D, type Tensor4D, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { CODEBOOK_SIZES } from '../types';

/** Every codebook is filled up to the largest, so that no layer has another shape at another size. */
const ROWS = Math.max(...CODEBOOK_SIZES.filter((size) => size !== 'inf'));

/**
 * Nearest entries: of |z − e|² only |e|²/2 − z·e depends on the entry.
 * @param z [1, G, G, D]
 * @param entries [K·D]; the rows above K are copies of the first
 * @returns tokens [G·G] int32, 0..ROWS-1, where all of K and above stand for entry 0; and their entries [1, G, G, D]
 */
export function chooseEntries(z: Tensor4D, entries: Float32Array): { tokens: Tensor1D; codes: Tensor4D } {
  const codeDim = z.shape[3];
  const size = entries.length / codeDim;
  const rows = new Float32Array(ROWS * codeDim);
  const columns = new Float32Array(codeDim * ROWS); // transposed, for the kernel that is quick on every backend
  const halves = new Float32Array(ROWS);
  for (let k = 0; k < ROWS; k++) {
    const from = k < size ? k : 0;
    for (let d = 0; d < codeDim; d++) {
      const value = entries[from * codeDim + d] as number;
      rows[k * codeDim + d] = value;
      columns[d * ROWS + k] = value;
      halves[k] = (halves[k] as number) + (value * value) / 2;
    }
  }
  const products = matMul(reshape(z, [-1, codeDim]), tensor2d(columns, [codeDim, ROWS])); // [G·G, ROWS]
  const tokens = argMax(sub(products, tensor1d(halves)), 1) as Tensor1D;
  return { tokens, codes: reshape(gather(tensor2d(rows, [ROWS, codeDim]), tokens), z.shape) };
}
