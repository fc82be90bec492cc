/** The library's matrix product, with transposition flags and batches, on the vector kernels. */
import { type BatchMatMulAttrs, broadcast_util, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { multiply } from './gemm';
import { FLOAT_BYTES, type WasmKernelArguments } from './wasm-backend';

/** `a` [..., M, K], `b` [..., K, N] (each transposed by its flag) -> [..., M, N]; leading axes equal or broadcast from 1. */
export function batchMatMul({ inputs: { a, b }, backend, attrs }: WasmKernelArguments<'a' | 'b', BatchMatMulAttrs>): TensorInfo {
  const { transposeA, transposeB } = attrs;
  if (a.dtype !== 'float32' || b.dtype !== 'float32') throw new Error('batchMatMul: only float32 is supported');
  const [m, k] = lastTwo(a, transposeA);
  const [inner, n] = lastTwo(b, transposeB);
  util.assert(k === inner, () => `batchMatMul: inner sizes ${k} and ${inner} of [${a.shape}] and [${b.shape}] differ`);
  const outer = broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const aCount = util.sizeFromShape(a.shape.slice(0, -2));
  const bCount = util.sizeFromShape(b.shape.slice(0, -2));
  const out = backend.makeOutput([...outer, m, n], 'float32');
  const [aStart, bStart, outStart] = [a, b, out].map((tensor) => backend.getMemoryOffset(tensor.dataId)) as [
    number,
    number,
    number,
  ];
  // One matrix on the right serves all rows of the left at once.
  const merged = bCount === 1 && !transposeA;
  const count = merged ? 1 : Math.max(aCount, bCount);
  const sizes = { m: merged ? aCount * m : m, k, n };
  const step = (total: number, size: number) => (total === 1 ? 0 : size * FLOAT_BYTES);
  for (let i = 0; i < count; i++) {
    const left = { address: aStart + i * step(aCount, m * k), transposed: transposeA };
    const right = { address: bStart + i * step(bCount, k * n), transposed: transposeB };
    multiply(backend, sizes, left, right, outStart + i * m * n * FLOAT_BYTES);
  }
  return out;
}

function lastTwo({ shape }: TensorInfo, swapped: boolean): [number, number] {
  const [rows, columns] = shape.slice(-2) as [number, number];
  return swapped ? [columns, rows] : [rows, columns];
}
