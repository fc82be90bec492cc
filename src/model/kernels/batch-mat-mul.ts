/**
 * Matrix products that always take the backend's fast path.
 *
 * The wasm backend multiplies fast only without transposition and with a single matrix on each side. So flags become
 * explicit transpositions, and a batch becomes one product a pair, on views of the two tensors without copying.
 */
import { BatchMatMul, type BatchMatMulAttrs, broadcast_util, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { type BackendWasm, runKernel, type WasmKernelArguments, withShape } from './wasm-backend';

type Multiply = (
  a: number,
  aShape: Uint8Array,
  aRank: number,
  b: number,
  bShape: Uint8Array,
  bRank: number,
  transposeA: boolean,
  transposeB: boolean,
  out: number,
) => void;

/** The Emscripten call that the backend itself uses, with its argument types in the order of {@link Multiply}. */
interface Emscripten {
  cwrap(name: string, returns: null, types: readonly string[]): Multiply;
}
const ARGUMENT_TYPES = ['number', 'array', 'number', 'number', 'array', 'number', 'number', 'number', 'number'];
const multiplyOf = new WeakMap<BackendWasm, Multiply>();

/** Ids of views lie far above the backend's own, which count tensors from 1. */
const VIEW_ID = 0x40000000;
const FLOAT_BYTES = 4;

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
  if (bCount === 1) multiplyAll(backend, left, right, out, { count: 1, m: aCount * m, k, n, aStep: 0, bStep: 0 });
  else
    multiplyAll(backend, left, right, out, {
      count: Math.max(aCount, bCount),
      m,
      k,
      n,
      aStep: aCount === 1 ? 0 : m * k,
      bStep: k * n,
    });
  if (left !== a) backend.disposeData(left.dataId);
  if (right !== b) backend.disposeData(right.dataId);
  return out;
}

interface Plan {
  readonly count: number;
  readonly m: number;
  readonly k: number;
  readonly n: number;
  /** Floats from one matrix to the next; 0 repeats the same one. */
  readonly aStep: number;
  readonly bStep: number;
}

function multiplyAll(
  backend: BackendWasm,
  a: TensorInfo,
  b: TensorInfo,
  out: TensorInfo,
  { count, m, k, n, aStep, bStep }: Plan,
): void {
  const multiply = multiplyFor(backend);
  const aShape = shapeBytes(1, m, k);
  const bShape = shapeBytes(1, k, n);
  if (count === 1) {
    const [aId, bId, outId] = [a, b, out].map((tensor) => backend.dataIdMap.get(tensor.dataId).id) as [number, number, number];
    multiply(aId, aShape, 3, bId, bShape, 3, false, false, outId);
    return;
  }
  const { registerTensor, disposeData } = backend.wasm.tfjs;
  const [aStart, bStart, outStart] = [a, b, out].map((tensor) => backend.getMemoryOffset(tensor.dataId)) as [
    number,
    number,
    number,
  ];
  for (let i = 0; i < count; i++) {
    registerTensor(VIEW_ID, m * k, aStart + i * aStep * FLOAT_BYTES);
    registerTensor(VIEW_ID + 1, k * n, bStart + i * bStep * FLOAT_BYTES);
    registerTensor(VIEW_ID + 2, m * n, outStart + i * m * n * FLOAT_BYTES);
    multiply(VIEW_ID, aShape, 3, VIEW_ID + 1, bShape, 3, false, false, VIEW_ID + 2);
    // Frees the view's entry and the packed copy of b, not the tensor's memory.
    for (let id = VIEW_ID; id < VIEW_ID + 3; id++) disposeData(id);
  }
}

function multiplyFor(backend: BackendWasm): Multiply {
  const known = multiplyOf.get(backend);
  if (known) return known;
  const made = (backend.wasm as unknown as Emscripten).cwrap(BatchMatMul, null, ARGUMENT_TYPES);
  multiplyOf.set(backend, made);
  return made;
}

function shapeBytes(...shape: number[]): Uint8Array {
  return new Uint8Array(new Int32Array(shape).buffer);
}

/** [..., M, N] -> [..., N, M]. */
function transposed(backend: BackendWasm, x: TensorInfo): TensorInfo {
  const [rows, columns] = x.shape.slice(-2) as [number, number];
  const outer = x.shape.slice(0, -2);
  const count = util.sizeFromShape(outer);
  const [flat, perm] =
    count === 1
      ? [
          [rows, columns],
          [1, 0],
        ]
      : [
          [count, rows, columns],
          [0, 2, 1],
        ];
  const out = runKernel(backend, 'Transpose', { x: withShape(x, flat as number[]) }, { perm });
  return withShape(out, [...outer, columns, rows]);
}
