/** How far the codes of two pictures are apart. */

/** Cosine of two unit vectors. [E], [E] */
export const cosineOf = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);

/** 1 where the tokens of a cell differ, 0 where they are the same. [N], [N] -> [N] */
export const changedCells = (a: Uint16Array, b: Uint16Array): Float32Array =>
  Float32Array.from(a, (token, cell) => (token === b[cell] ? 0 : 1));

/** Share of the cells that differ; null without tokens. */
export const changedShare = (cells: Float32Array): number | null =>
  cells.length === 0 ? null : cells.reduce((sum, cell) => sum + cell, 0) / cells.length;
