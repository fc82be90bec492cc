/** The library's sum, quick over leading axes too: there the backend would transpose first. */
import { type KernelFunc, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { simdOf } from './simd/instance';
import { FLOAT_BYTES, heapFloats, type WasmKernelArguments } from './wasm-backend';

interface SumAttributes {
  readonly axis: number | number[];
  readonly keepDims: boolean;
}

/** Rows summed in single precision before they go to double. */
const ROW_BLOCK = 256;

/** Builds the kernel over the backend's own, which keeps all other cases. `x` -> its sum over `axis`. */
export function fastSum(original: KernelFunc): (args: WasmKernelArguments<'x', SumAttributes>) => TensorInfo {
  const plain = original as unknown as (args: WasmKernelArguments<'x', SumAttributes>) => TensorInfo;
  return (args) => {
    const { inputs, backend, attrs } = args;
    const { x } = inputs;
    const axes = util.parseAxisParam(attrs.axis, x.shape);
    const leading = axes.length < x.shape.length && [...axes].sort((a, b) => a - b).every((axis, i) => axis === i);
    if (!leading || x.dtype !== 'float32' || util.sizeFromShape(x.shape) === 0) return plain(args);
    const kept = x.shape.slice(axes.length);
    const width = util.sizeFromShape(kept);
    const rows = util.sizeFromShape(x.shape) / width;
    const out = backend.makeOutput(attrs.keepDims ? [...axes.map(() => 1), ...kept] : kept, 'float32');
    const simd = simdOf(backend);
    const [from, to] = [backend.getMemoryOffset(x.dataId), backend.getMemoryOffset(out.dataId)];
    const rowBytes = width * FLOAT_BYTES;
    const totals = new Float64Array(width);
    for (let row = 0; row < rows; row += ROW_BLOCK) {
      simd.clear(to, rowBytes);
      simd.columnSums(from + row * rowBytes, to, Math.min(ROW_BLOCK, rows - row), rowBytes);
      const block = heapFloats(backend, out);
      for (let i = 0; i < width; i++) totals[i] = (totals[i] as number) + (block[i] as number);
    }
    heapFloats(backend, out).set(totals);
    return out;
  };
}
