/**
 * The backend's plain matrix product on any stretch of its heap.
 *
 * The wasm backend multiplies fast (XNNPACK) only without transposition and with one matrix on each side. It addresses
 * tensors by id, and an id may name any address; so batches, and shifted views of one matrix, need no copies.
 */
import { BatchMatMul } from '@tensorflow/tfjs-core';
import type { WasmBackend } from './wasm-backend';

/** out [m, n] = a [m, k] · b [k, n] for one `b`, which is packed once; addresses are bytes in the heap. */
export interface Gemm {
  multiply(a: number, out: number): void;
  /** Frees the packed copy; the instance must not be used afterwards. */
  close(): void;
}

type Call = (...numbers: number[]) => void;
interface Entry {
  readonly call: Call;
  /** Address of the two shapes [1, m, k] and [1, k, n]. */
  readonly shapes: number;
}
const entryOf = new WeakMap<WasmBackend, Entry>();

const WORD_BYTES = 4;
const RANK = 3;
/** Ids of views lie far above the backend's own, which count tensors from 1. */
const [A_ID, B_ID, OUT_ID] = [0x40000000, 0x40000001, 0x40000002] as const;

/** Opens a product with `b` at an address; only one may be open at a time. */
export function openGemm(backend: WasmBackend, m: number, k: number, n: number, b: number): Gemm {
  const { call, shapes } = entryFor(backend);
  const { registerTensor, disposeData } = backend.wasm.tfjs;
  backend.wasm.HEAP32.set([1, m, k, 1, k, n], shapes / WORD_BYTES);
  registerTensor(B_ID, k * n, b);
  return {
    multiply(a, out) {
      registerTensor(A_ID, m * k, a);
      registerTensor(OUT_ID, m * n, out);
      call(A_ID, shapes, RANK, B_ID, shapes + RANK * WORD_BYTES, RANK, 0, 0, OUT_ID);
      disposeData(A_ID);
      disposeData(OUT_ID);
    },
    close: () => disposeData(B_ID),
  };
}

function entryFor(backend: WasmBackend): Entry {
  const known = entryOf.get(backend);
  if (known) return known;
  // Shapes go by pointer: letting Emscripten copy arrays to its stack costs a tenth of a small product.
  const call = backend.wasm.cwrap(BatchMatMul, null, Array<'number'>(9).fill('number')) as Call;
  const made = { call, shapes: backend.wasm._malloc(2 * RANK * WORD_BYTES) };
  entryOf.set(backend, made);
  return made;
}
