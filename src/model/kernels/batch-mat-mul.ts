/** Matrix products with transposition flags and batches, brought to the backend's fast path. */
import { type BatchMatMulAttrs, broadcast_util, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { openGemm } from './gemm';
import { transposeMatrices } from './transpose';
import { FLOAT_BYTES, type WasmBackend, type WasmKernelArguments } from './wasm-backend';

/** `a` [..., M, K], `b` [..., K, N] (each transposed by its flag) -> [..., M, N]; leading axes equal or broadcast from 1. */
export function batchMatMul({ inputs, backend, attrs }: WasmKernelArguments<'a' | 'b', BatchMatMulAttrs>): TensorInfo {
  const { a, b } = inputs;
  if (a.dtype !== 'float32' || b.dtype !== 'float32') throw new Error('batchMatMul: only float32 is supported');
  const left = attrs.transposeA ? transposed(backend, a) : a;
  const right = attrs.transposeB ? transposed(backend, b) : b;
  const [m, k] = left.shape.slice(-2) as [number, number];
  const [inner, n] = right.shape.slice(-2) as [number, number];
  util.assert(k === inner, () => `batchMatMul: inner sizes ${k} and ${inner} of [${a.shape}] and [${b.shape}] differ`);
  const outer = broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const aCount = util.sizeFromShape(a.shape.slice(0, -2));
  const bCount = util.sizeFromShape(b.shape.slice(0, -2));
  const out = backend.makeOutput([...outer, m, n], 'float32');
  const [aStart, bStart, outStart] = [left, right, out].map((tensor) => backend.getMemoryOffset(tensor.dataId)) as [
    number,
    number,
    number,
  ];
  // One matrix on the right serves all rows of the left at once.
  const [count, rows] = bCount === 1 ? [1, aCount * m] : [Math.max(aCount, bCount), m];
  const aStep = aCount === 1 ? 0 : m * k;
  for (let i = 0; i < count; i++) {
    const gemm = openGemm(backend, rows, k, n, bStart + i * k * n * FLOAT_BYTES);
    gemm.multiply(aStart + i * aStep * FLOAT_BYTES, outStart + i * rows * n * FLOAT_BYTES);
    gemm.close();
  }
  if (left !== a) backend.disposeData(left.dataId);
  if (right !== b) backend.disposeData(right.dataId);
  return out;
}

/** [..., M, N] -> [..., N, M]. */
function transposed(backend: WasmBackend, x: TensorInfo): TensorInfo {
  const [rows, columns] = x.shape.slice(-2) as [number, number];
  const outer = x.shape.slice(0, -2);
  const out = backend.makeOutput([...outer, columns, rows], 'float32');
  transposeMatrices(
    backend,
    backend.getMemoryOffset(x.dataId),
    backend.getMemoryOffset(out.dataId),
    util.sizeFromShape(outer),
    rows,
    columns,
  );
  return out;
}
