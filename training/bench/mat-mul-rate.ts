/** The rate that training steps are held against: a plain product of two square matrices. */
import { matMul, type Tensor2D, tidy } from '@tensorflow/tfjs-core';

/** Side of the matrices: large enough that their product is not bound by memory. */
export const SIDE = 512;
const SECONDS = 0.5;

/** GFLOP/s of the current backend for `matrix` [SIDE, SIDE] times itself. */
export function matMulRate(matrix: Tensor2D): number {
  const start = performance.now();
  let products = 0;
  for (; performance.now() - start < SECONDS * 1000; products++) tidy(() => void matMul(matrix, matrix));
  return (products * 2 * SIDE ** 3) / ((performance.now() - start) / 1000) / 1e9;
}
