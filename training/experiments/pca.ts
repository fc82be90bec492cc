/**
 * The leading principal components of many long rows, by a randomised range finder with power iterations
 * (Halko, Martinsson & Tropp 2011, arXiv 0909.4061, algorithms 4.4 and 5.1): an exact decomposition of 12,288 pixels would take hours.
 */
import { add, concat, keep, matMul, slice, sub, type Tensor2D, tensor2d, tidy, zeros } from '@tensorflow/tfjs-core';
import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { Rng } from '../../src/dataset/rng';
import { readBack } from '../evaluate/read-back';
import { unitPixels } from '../recipes/unit-pixels';

export interface PrincipalComponents {
  readonly dim: number;
  readonly count: number;
  /** [dim] */
  readonly mean: Float32Array;
  /** Orthonormal rows, the one that explains most first. [count·dim] */
  readonly components: Float32Array;
  /** Of the rows along each component. [count] */
  readonly variances: Float32Array;
}

/** Many long rows, read a stretch at a time: all at once would not fit the backend's memory. */
export interface Rows {
  readonly count: number;
  readonly dim: number;
  /** Rows from `from` up to, not including, `to`. [(to − from)·dim] */
  read(from: number, to: number): Float32Array;
}

/** Pictures of one size as rows of values in 0..1. */
export const pictureRows = (images: readonly Uint8Array[]): Rows => ({
  count: images.length,
  dim: images[0]?.length ?? 0,
  read: (from, to) => unitPixels(images.slice(from, to)),
});

/** Rows in the backend's memory at once. */
const STRETCH = 1024;
/** Directions beyond those asked for, which make the last of those asked for right. */
const OVERSAMPLING = 16;
const POWER_ITERATIONS = 3;
/** Keeps the Cholesky factor of nearly dependent columns real; the second pass removes what it leaves. */
const RIDGE = 1e-6;

const toMatrix = (values: Float32Array, side: number): Matrix => Matrix.from1DArray(side, side, values);

/** Orthonormal columns of the same span: Cholesky QR, twice (Yamamoto et al. 2015). y [R, k], which is freed -> [R, k] */
function orthonormal(y: Tensor2D): Tensor2D {
  const side = y.shape[1];
  const once = (columns: Tensor2D): Tensor2D => {
    const gram = toMatrix(
      readBack(() => matMul(columns, columns, true, false)),
      side,
    );
    const ridge = (RIDGE * gram.trace()) / side;
    const lower = new CholeskyDecomposition(gram.add(Matrix.eye(side, side, ridge))).lowerTriangularMatrix;
    const turned = tidy(
      () => matMul(columns, tensor2d(Float32Array.from(inverseLower(lower).transpose().to1DArray()), [side, side])) as Tensor2D,
    );
    columns.dispose();
    return turned;
  };
  return once(once(y));
}

/** Inverse of a lower triangular matrix by forward substitution. */
function inverseLower(lower: Matrix): Matrix {
  const side = lower.rows;
  const inverse = Matrix.zeros(side, side);
  for (let column = 0; column < side; column++)
    for (let row = column; row < side; row++) {
      let sum = row === column ? 1 : 0;
      for (let k = column; k < row; k++) sum -= lower.get(row, k) * inverse.get(k, column);
      inverse.set(row, column, sum / lower.get(row, row));
    }
  return inverse;
}

/** The rows less the centre, a stretch at a time. The tensor is freed when `use` returns. */
function forEachStretch({ count, dim, read }: Rows, centre: Float32Array, use: (stretch: Tensor2D, from: number) => void): void {
  for (let from = 0; from < count; from += STRETCH) {
    const to = Math.min(count, from + STRETCH);
    tidy(() => use(sub(tensor2d(read(from, to), [to - from, dim]), tensor2d(centre, [1, dim])), from));
  }
}

function centreOf({ count, dim, read }: Rows): Float32Array {
  const sums = new Float64Array(dim);
  for (let from = 0; from < count; from += STRETCH) {
    const values = read(from, Math.min(count, from + STRETCH));
    for (let i = 0; i < values.length; i++) sums[i % dim] = (sums[i % dim] as number) + (values[i] as number);
  }
  return Float32Array.from(sums, (sum) => sum / count);
}

/** Centred rows [N, dim] times x [dim, k] -> [N, k]; x is freed. */
function timesRows(rows: Rows, centre: Float32Array, x: Tensor2D): Tensor2D {
  const parts: Tensor2D[] = [];
  forEachStretch(rows, centre, (stretch) => {
    parts.push(keep(matMul(stretch, x) as Tensor2D));
  });
  const product = concat(parts, 0);
  for (const tensor of [...parts, x]) tensor.dispose();
  return product;
}

/** Centred rows transposed [dim, N] times y [N, k] -> [dim, k]; y is freed. */
function timesRowsTransposed(rows: Rows, centre: Float32Array, y: Tensor2D): Tensor2D {
  const width = y.shape[1];
  let sum: Tensor2D = zeros([rows.dim, width]);
  forEachStretch(rows, centre, (stretch, from) => {
    const product = matMul(stretch, slice(y, [from, 0], [stretch.shape[0], width]), true, false);
    const next = keep(add(sum, product) as Tensor2D);
    sum.dispose();
    sum = next;
  });
  y.dispose();
  return sum;
}

/** The `count` leading components; fewer where there are not so many rows. */
export function principalComponents(rows: Rows, count: number, rng: Rng): PrincipalComponents {
  const { dim } = rows;
  const width = Math.min(count + OVERSAMPLING, rows.count - 1, dim);
  const kept = Math.min(count, width);
  const centre = centreOf(rows);
  const noise = tensor2d(
    Float32Array.from({ length: dim * width }, () => rng.normal()),
    [dim, width],
  );
  let range = orthonormal(timesRows(rows, centre, noise)); // [N, k]
  for (let i = 0; i < POWER_ITERATIONS; i++)
    range = orthonormal(timesRows(rows, centre, orthonormal(timesRowsTransposed(rows, centre, range))));
  const projected = timesRowsTransposed(rows, centre, range); // [dim, k]
  const small = readBack(() => matMul(projected, projected, true, false));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(toMatrix(small, width), { assumeSymmetric: true });
  const order = realEigenvalues.map((_, i) => i).sort((a, b) => (realEigenvalues[b] as number) - (realEigenvalues[a] as number));
  const turn = new Float32Array(kept * width);
  const variances = new Float32Array(kept);
  for (let i = 0; i < kept; i++) {
    const column = order[i] as number;
    const value = Math.max(realEigenvalues[column] as number, Number.EPSILON);
    variances[i] = value / rows.count;
    for (let j = 0; j < width; j++) turn[i * width + j] = eigenvectorMatrix.get(j, column) / Math.sqrt(value);
  }
  const components = readBack(() => matMul(tensor2d(turn, [kept, width]), projected, false, true));
  projected.dispose();
  return { dim, count: kept, mean: centre, components, variances };
}

/** rows [N·dim] -> coefficients [N·count] */
export const project = ({ dim, count, mean: centre, components }: PrincipalComponents, rows: Float32Array): Float32Array =>
  readBack(() =>
    matMul(
      sub(tensor2d(rows, [rows.length / dim, dim]), tensor2d(centre, [1, dim])) as Tensor2D,
      tensor2d(components, [count, dim]),
      false,
      true,
    ),
  );
