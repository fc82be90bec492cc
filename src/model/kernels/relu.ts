/** The library's rectifier, quicker for small tensors: the backend's own sets up an operator at each call. */
import { type KernelFunc, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { simdOf } from './simd/instance';
import { FLOAT_BYTES, type WasmKernelArguments } from './wasm-backend';

/** Builds the kernel over the backend's own, which keeps other types than float32. `x` -> as `x` */
export function fastRelu(original: KernelFunc): (args: WasmKernelArguments<'x'>) => TensorInfo {
  const plain = original as unknown as (args: WasmKernelArguments<'x'>) => TensorInfo;
  return (args) => {
    const { inputs, backend } = args;
    const { x } = inputs;
    if (x.dtype !== 'float32') return plain(args);
    const out = backend.makeOutput(x.shape, 'float32');
    const [from, to] = [x, out].map(({ dataId }) => backend.getMemoryOffset(dataId)) as [number, number];
    simdOf(backend).rectify(from, to, util.sizeFromShape(x.shape) * FLOAT_BYTES);
    return out;
  };
}
