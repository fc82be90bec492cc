/**
 * What the kernels of this folder share: their arguments, and reading the backend's heap.
 *
 * A kernel works on `TensorInfo`s, outside the engine's bookkeeping: whatever it makes and does not return, it frees.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';

/** The backend with what its types leave out of the Emscripten module below it. */
export interface WasmBackend extends BackendWasm {
  readonly wasm: BackendWasm['wasm'] & {
    /** The exports of the backend's own module. */
    readonly asm: { readonly memory: WebAssembly.Memory };
    _malloc(bytes: number): number;
    _free(address: number): void;
  };
}

export const FLOAT_BYTES = 4;

/** The arguments of a kernel registered for the wasm backend, by the names of its inputs. */
export interface WasmKernelArguments<Name extends string, Attributes = Readonly<Record<never, never>>> {
  readonly inputs: Readonly<Record<Name, TensorInfo>>;
  readonly backend: WasmBackend;
  readonly attrs: Attributes;
}

/** Lets a typed kernel stand where the registry wants its untyped form. */
export function asKernelFunc<Name extends string, Attributes>(
  kernel: (args: WasmKernelArguments<Name, Attributes>) => TensorInfo | TensorInfo[],
): KernelFunc {
  return kernel as unknown as KernelFunc;
}

/** The numbers of a float32 tensor where they lie; valid until the next allocation, which may move the heap. */
export function heapFloats(backend: WasmBackend, tensor: TensorInfo): Float32Array {
  return backend.typedArrayFromHeap(tensor) as Float32Array;
}
