/** Embedding lookup whose gradient runs everywhere: WASM has no kernel for the one tfjs uses (UnsortedSegmentSum). */
import { customGrad, gather, type Tensor, type Tensor2D, tensor, tidy } from '@tensorflow/tfjs-core';

/** Sums rows of dy by id: the transpose of a lookup. dy [R·E] -> [V·E] */
function scatterRows(dy: Float32Array, ids: Int32Array, rows: number, width: number): Float32Array {
  const sums = new Float32Array(rows * width);
  ids.forEach((id, r) => {
    for (let e = 0; e < width; e++) sums[id * width + e] = (sums[id * width + e] as number) + (dy[r * width + e] as number);
  });
  return sums;
}

/** Rows of the table by id. table [V, E], ids [R] -> [R, E] */
export function embeddingLookup(table: Tensor2D, ids: Int32Array): Tensor2D {
  const lookup = customGrad((input) => {
    const rows = input as Tensor2D;
    const [count, width] = rows.shape;
    return {
      value: tidy(() => gather(rows, tensor(ids, [ids.length], 'int32'))),
      gradFunc: (dy: Tensor) => tensor(scatterRows(dy.dataSync<'float32'>(), ids, count, width), [count, width]),
    };
  });
  return lookup(table) as Tensor2D;
}
