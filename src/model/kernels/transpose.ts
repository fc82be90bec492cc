/** The backend's matrix transposition from one stretch of its heap to another. */
import { Transpose } from '@tensorflow/tfjs-core';
import type { WasmBackend } from './wasm-backend';

type Call = (
  x: number,
  shape: Uint8Array,
  rank: number,
  type: number,
  out: number,
  permutation: Uint8Array,
  length: number,
) => void;
const callOf = new WeakMap<WasmBackend, Call>();

const FLOAT32 = 0;
/** Far above the backend's own ids, and apart from those of `./gemm`. */
const [SOURCE_ID, TARGET_ID] = [0x40000010, 0x40000011] as const;

/** [count, rows, columns] at address `from` -> [count, columns, rows] at address `to`, in bytes of the heap. */
export function transposeMatrices(
  backend: WasmBackend,
  from: number,
  to: number,
  count: number,
  rows: number,
  columns: number,
): void {
  const { registerTensor, disposeData } = backend.wasm.tfjs;
  const size = count * rows * columns;
  registerTensor(SOURCE_ID, size, from);
  registerTensor(TARGET_ID, size, to);
  // The kernel for two axes is the quicker one.
  const [shape, permutation] = count === 1 ? [words(rows, columns), words(1, 0)] : [words(count, rows, columns), words(0, 2, 1)];
  const rank = shape.length / Int32Array.BYTES_PER_ELEMENT;
  callFor(backend)(SOURCE_ID, shape, rank, FLOAT32, TARGET_ID, permutation, rank);
  disposeData(SOURCE_ID);
  disposeData(TARGET_ID);
}

const words = (...values: number[]): Uint8Array => new Uint8Array(Int32Array.from(values).buffer);

function callFor(backend: WasmBackend): Call {
  const known = callOf.get(backend);
  if (known) return known;
  const made = backend.wasm.cwrap(Transpose, null, ['number', 'array', 'number', 'number', 'number', 'array', 'number']) as Call;
  callOf.set(backend, made);
  return made;
}
