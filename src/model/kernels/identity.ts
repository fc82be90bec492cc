/** The library's identity by reference; the backend's own copies, although nothing ever writes into a tensor. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmKernelArguments } from './wasm-backend';

/** A second owner of the same data. */
export function identity({ inputs: { x }, backend }: WasmKernelArguments<'x'>): TensorInfo {
  backend.incRef(x.dataId);
  return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
}
