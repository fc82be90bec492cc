/** The library's sum of two tensors, quick where one is a bias or both have one shape: the backend's own sets up an operator at each call. */
import { type KernelFunc, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { simdOf } from './simd/instance';
import { FLOAT_BYTES, type WasmKernelArguments } from './wasm-backend';

/** Builds the kernel over the backend's own, which keeps all other cases. `a` [..., C], `b` [C] or as `a` -> as `a` */
export function fastAdd(original: KernelFunc): (args: WasmKernelArguments<'a' | 'b'>) => TensorInfo {
  const plain = original as unknown as (args: WasmKernelArguments<'a' | 'b'>) => TensorInfo;
  return (args) => {
    const { inputs, backend } = args;
    const { a, b } = inputs;
    const width = util.sizeFromShape(b.shape);
    const fits = util.arraysEqual(a.shape, b.shape) || (b.shape.length === 1 && a.shape.at(-1) === width);
    if (!fits || a.dtype !== 'float32' || b.dtype !== 'float32' || width === 0) return plain(args);
    const out = backend.makeOutput(a.shape, 'float32');
    const [from, row, to] = [a, b, out].map(({ dataId }) => backend.getMemoryOffset(dataId)) as [number, number, number];
    simdOf(backend).addRow(from, row, to, util.sizeFromShape(a.shape) / width, width * FLOAT_BYTES);
    return out;
  };
}
