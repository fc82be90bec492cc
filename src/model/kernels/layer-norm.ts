/** Layer normalisation (Ba et al. 2016, arXiv 1607.06450) of the last axis as one kernel, and its gradient as another. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { LAYER_NORM_STEP } from './names';
import { type Simd, simdOf } from './simd/instance';
import { FLOAT_BYTES, heapFloats, type WasmBackend, type WasmKernelArguments } from './wasm-backend';

/** Rows whose gradients of gain and bias are summed in single precision before they go to double. */
const ROW_BLOCK = 256;

/** `x` [..., C], `gain` [C], `bias` [C] -> y [..., C] and, for the gradient, mean and 1/σ of each row [R, 2]. */
export function layerNormKernel({
  inputs: { x, gain, bias },
  backend,
  attrs: { epsilon },
}: WasmKernelArguments<'x' | 'gain' | 'bias', { readonly epsilon: number }>): TensorInfo[] {
  const { rows, width } = rowsOf(x);
  const y = backend.makeOutput(x.shape, 'float32');
  const statistics = backend.makeOutput([rows, 2], 'float32');
  const simd = simdOf(backend);
  const constants = writeFloats(backend, simd, [1 / width, epsilon]);
  const [source, gains, biases, target, kept] = addresses(backend, [x, gain, bias, y, statistics]);
  simd.layerNormForward(source, gains, biases, target, kept, rows, width * FLOAT_BYTES, constants);
  return [y, statistics];
}

/** `dy` and `x` [..., C], `gain` [C], `statistics` [R, 2] -> gradients of x [..., C], gain [C] and bias [C]. */
export function layerNormGradientKernel({
  inputs: { dy, x, gain, statistics },
  backend,
}: WasmKernelArguments<'dy' | 'x' | 'gain' | 'statistics'>): TensorInfo[] {
  const { rows, width } = rowsOf(x);
  const outputs = [x.shape, [width], [width]].map((shape) => backend.makeOutput(shape, 'float32'));
  const partial = backend.makeOutput([2, width], 'float32');
  const simd = simdOf(backend);
  const constants = writeFloats(backend, simd, [1 / width]);
  const [slopes, source, gains, kept, target, sums] = addresses(backend, [
    dy,
    x,
    gain,
    statistics,
    outputs[0] as TensorInfo,
    partial,
  ]);
  const rowBytes = width * FLOAT_BYTES;
  const totals = new Float64Array(2 * width);
  for (let row = 0; row < rows; row += ROW_BLOCK) {
    const count = Math.min(ROW_BLOCK, rows - row);
    const offset = row * rowBytes;
    simd.clear(sums, 2 * rowBytes);
    const keptAt = kept + row * 2 * FLOAT_BYTES;
    simd.layerNormBackward(
      slopes + offset,
      source + offset,
      gains,
      keptAt,
      target + offset,
      sums,
      sums + rowBytes,
      count,
      rowBytes,
      constants,
    );
    const block = heapFloats(backend, partial);
    for (let i = 0; i < totals.length; i++) totals[i] = (totals[i] as number) + (block[i] as number);
  }
  backend.disposeData(partial.dataId);
  heapFloats(backend, outputs[1] as TensorInfo).set(totals.subarray(0, width));
  heapFloats(backend, outputs[2] as TensorInfo).set(totals.subarray(width));
  return outputs;
}

function writeFloats(backend: WasmBackend, simd: Simd, values: readonly number[]): number {
  const address = simd.scratch(values.length * FLOAT_BYTES);
  new Float32Array(backend.wasm.asm.memory.buffer, address, values.length).set(values);
  return address;
}

const addresses = <T extends readonly TensorInfo[]>(backend: WasmBackend, tensors: readonly [...T]): { [K in keyof T]: number } =>
  tensors.map((tensor) => backend.getMemoryOffset(tensor.dataId)) as { [K in keyof T]: number };

function rowsOf({ shape }: TensorInfo): { rows: number; width: number } {
  const width = shape.at(-1) ?? 1;
  if (width % LAYER_NORM_STEP !== 0) throw new Error(`layerNorm: ${width} is not a multiple of ${LAYER_NORM_STEP}`);
  return { rows: shape.reduce((product, size) => product * size, 1) / width, width };
}
