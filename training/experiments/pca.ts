/**
 * The leading principal components of many long rows, by a randomised range finder with power iterations
 * (Halko, Martinsson & Tropp 2011, arXiv 0909.4061, algorithms 4.4 and 5.1): an exact decomposition of 12,288 pixels would take hours.
 */
import { matMul, mean, sub, type Tensor2D, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { Rng } from '../../src/dataset/rng';
import { readBack } from '../evaluate/read-back';

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

/** Directions beyond those asked for, which make the last of those asked for right. */
const OVERSAMPLING = 16;
const POWER_ITERATIONS = 3;
/** Keeps the Cholesky factor of nearly dependent columns real; the second pass removes what it leaves. */
const RIDGE = 1e-6;

const toMatrix = (values: Float32Array, side: number): Matrix => Matrix.from1DArray(side, side, values);

/** Orthonormal columns of the same span: Cholesky QR, twice (Yamamoto et al. 2015). y [R, k] -> [R, k] */
function orthonormal(y: Tensor2D): Tensor2D {
  const side = y.shape[1];
  const once = (columns: Tensor2D): Tensor2D => {
    const gram = toMatrix(
      readBack(() => matMul(columns, columns, true, false)),
      side,
    );
    const ridge = (RIDGE * gram.trace()) / side;
    const lower = new CholeskyDecomposition(gram.add(Matrix.eye(side, side, ridge))).lowerTriangularMatrix;
    return matMul(columns, tensor2d(Float32Array.from(inverseLower(lower).transpose().to1DArray()), [side, side]));
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

/** rows [N·dim] -> the `count` leading components; fewer where there are not so many rows. */
export function principalComponents(rows: Float32Array, dim: number, count: number, rng: Rng): PrincipalComponents {
  const samples = rows.length / dim;
  const width = Math.min(count + OVERSAMPLING, samples - 1, dim);
  const kept = Math.min(count, width);
  const noise = Float32Array.from({ length: dim * width }, () => rng.normal());
  const all = tensor2d(rows, [samples, dim]);
  const centre = readBack(() => mean(all, 0));
  const centred = tidy(() => sub(all, tensor2d(centre, [1, dim])) as Tensor2D);
  all.dispose();
  const projected = tidy(() => {
    let range = orthonormal(matMul(centred, tensor2d(noise, [dim, width]))); // [N, k]
    for (let i = 0; i < POWER_ITERATIONS; i++)
      range = orthonormal(matMul(centred, orthonormal(matMul(centred, range, true, false))));
    return matMul(range, centred, true, false) as Tensor2D; // [k, dim]
  });
  centred.dispose();
  const small = readBack(() => matMul(projected, projected, false, true));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(toMatrix(small, width), { assumeSymmetric: true });
  const order = realEigenvalues.map((_, i) => i).sort((a, b) => (realEigenvalues[b] as number) - (realEigenvalues[a] as number));
  const turn = new Float32Array(kept * width);
  const variances = new Float32Array(kept);
  for (let i = 0; i < kept; i++) {
    const column = order[i] as number;
    const value = Math.max(realEigenvalues[column] as number, Number.EPSILON);
    variances[i] = value / samples;
    for (let j = 0; j < width; j++) turn[i * width + j] = eigenvectorMatrix.get(j, column) / Math.sqrt(value);
  }
  const components = readBack(() => matMul(tensor2d(turn, [kept, width]), projected));
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
