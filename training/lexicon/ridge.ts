/** Ridge regression from sparse rows, by conjugate gradients: the matrix of all units' products with one another would be too large. */

/** Rows of equal entries: row i has the value `values[i]` in each of the columns `columns[i]`. */
export interface SparseRows {
  readonly columns: readonly Int32Array[];
  readonly values: Float64Array;
  /** How much each row counts. */
  readonly weights: Float64Array;
  /** Number of columns. */
  readonly width: number;
}

const MAX_ROUNDS = 200;
/** Of the right side's length, below which what is left is called nothing. */
const TOLERANCE = 1e-5;

/** XᵀDX·p + λ·p. p [width·dim] -> [width·dim] */
function apply({ columns, values, weights }: SparseRows, ridge: number, p: Float64Array, dim: number): Float64Array {
  const out = p.map((value) => ridge * value);
  const row = new Float64Array(dim);
  columns.forEach((own, i) => {
    row.fill(0);
    for (const column of own) for (let d = 0; d < dim; d++) row[d] = (row[d] as number) + (p[column * dim + d] as number);
    const factor = (values[i] as number) ** 2 * (weights[i] as number);
    for (const column of own)
      for (let d = 0; d < dim; d++) out[column * dim + d] = (out[column * dim + d] as number) + factor * (row[d] as number);
  });
  return out;
}

/** Sum of products along each of the `dim` columns. */
function products(a: Float64Array, b: Float64Array, dim: number): Float64Array {
  const sums = new Float64Array(dim);
  a.forEach((value, i) => {
    sums[i % dim] = (sums[i % dim] as number) + value * (b[i] as number);
  });
  return sums;
}

/**
 * The W that minimises Σ weight·|x·W − target|² + λ·|W|², one system for each of the target's numbers (Hoerl & Kennard 1970; conjugate
 * gradients of Hestenes & Stiefel 1952, §3).
 * @param targets of the rows. [rows·dim]
 * @returns [width·dim]
 * @throws Error where it does not converge
 */
export function ridgeRegression(rows: SparseRows, targets: Float64Array, dim: number, ridge: number): Float64Array {
  const { columns, values, weights, width } = rows;
  const residual = new Float64Array(width * dim);
  columns.forEach((own, i) => {
    const factor = (values[i] as number) * (weights[i] as number);
    for (const column of own)
      for (let d = 0; d < dim; d++)
        residual[column * dim + d] = (residual[column * dim + d] as number) + factor * (targets[i * dim + d] as number);
  });
  const solution = new Float64Array(width * dim);
  let direction = residual.slice();
  let size = products(residual, residual, dim);
  const enough = size.map((value) => value * TOLERANCE ** 2);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    if (size.every((value, d) => value <= (enough[d] as number))) return solution;
    const image = apply(rows, ridge, direction, dim);
    const along = products(direction, image, dim);
    const step = size.map((value, d) => (along[d] === 0 ? 0 : value / (along[d] as number)));
    for (let i = 0; i < solution.length; i++) {
      solution[i] = (solution[i] as number) + (step[i % dim] as number) * (direction[i] as number);
      residual[i] = (residual[i] as number) - (step[i % dim] as number) * (image[i] as number);
    }
    const next = products(residual, residual, dim);
    const turn = next.map((value, d) => (size[d] === 0 ? 0 : value / (size[d] as number)));
    direction = residual.map((value, i) => value + (turn[i % dim] as number) * (direction[i] as number));
    size = next;
  }
  throw new Error(`conjugate gradients have not converged after ${MAX_ROUNDS} rounds`);
}
