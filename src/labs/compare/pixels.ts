/** Small sums over RGB pixels. */

/** The pixels under one cell of a grid. [S·S·3] -> [(S/G)·(S/G)·3] */
export function patchOf(pixels: Uint8Array, side: number, grid: number, cell: number): Uint8Array {
  const size = side / grid;
  const left = (cell % grid) * size;
  const top = Math.floor(cell / grid) * size;
  const patch = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y++) {
    const from = ((top + y) * side + left) * 3;
    patch.set(pixels.subarray(from, from + size * 3), y * size * 3);
  }
  return patch;
}

/**
 * How far each weight is below the largest, 0..1: the veil that leaves the strongest places clear. Of the square roots,
 * since a few places draw most of the attention and the others would all look alike.
 */
export function veilOf(weights: Float32Array): Float32Array {
  const strongest = weights.reduce((largest, weight) => Math.max(largest, weight), 1e-9);
  return weights.map((weight) => 1 - Math.sqrt(weight / strongest));
}
