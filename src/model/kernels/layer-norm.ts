/**
 * Layer normalisation (Ba et al. 2016, arXiv 1607.06450) of the last axis in two passes over the heap, and its gradient in two.
 *
 * Composed of the library's operations it takes eight passes forward and about twenty backward, each through memory.
 */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { heapFloats, type WasmKernelArguments } from './wasm-backend';

export interface LayerNormAttributes {
  readonly epsilon: number;
}

/** `x` [..., C], `gain` [C], `bias` [C] -> y [..., C] and, for the gradient, the normalised x [..., C] and 1/σ [rows]. */
export function layerNormForward({
  inputs: { x, gain, bias },
  backend,
  attrs,
}: WasmKernelArguments<'x' | 'gain' | 'bias', LayerNormAttributes>): TensorInfo[] {
  const { rows, width } = rowsOf(x);
  const outputs = [x.shape, x.shape, [rows]].map((shape) => backend.makeOutput(shape, 'float32')) as [
    TensorInfo,
    TensorInfo,
    TensorInfo,
  ];
  const [source, gains, biases] = [x, gain, bias].map((tensor) => heapFloats(backend, tensor)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const [y, normalised, scales] = outputs.map((tensor) => heapFloats(backend, tensor)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  for (let row = 0, start = 0; row < rows; row++, start += width) {
    let sum = 0;
    let squares = 0;
    for (let i = start; i < start + width; i++) {
      const value = source[i] as number;
      sum += value;
      squares += value * value;
    }
    const mean = sum / width;
    // Sums are in double precision, so that subtracting them is safe.
    const scale = 1 / Math.sqrt(Math.max(0, squares / width - mean * mean) + attrs.epsilon);
    scales[row] = scale;
    for (let c = 0; c < width; c++) {
      const unit = ((source[start + c] as number) - mean) * scale;
      normalised[start + c] = unit;
      y[start + c] = unit * (gains[c] as number) + (biases[c] as number);
    }
  }
  return outputs;
}

/** `dy` and `normalised` [..., C], `scale` [rows], `gain` [C] -> gradients of x [..., C], gain [C] and bias [C]. */
export function layerNormBackward({
  inputs: { dy, normalised, scale, gain },
  backend,
}: WasmKernelArguments<'dy' | 'normalised' | 'scale' | 'gain'>): TensorInfo[] {
  const { rows, width } = rowsOf(dy);
  const outputs = [dy.shape, [width], [width]].map((shape) => backend.makeOutput(shape, 'float32'));
  const [upstream, units, scales, gains] = [dy, normalised, scale, gain].map((tensor) => heapFloats(backend, tensor)) as Four;
  const dx = heapFloats(backend, outputs[0] as TensorInfo);
  const dGain = new Float64Array(width);
  const dBias = new Float64Array(width);
  for (let row = 0, start = 0; row < rows; row++, start += width) {
    let sum = 0;
    let product = 0;
    for (let c = 0; c < width; c++) {
      const slope = upstream[start + c] as number;
      const unit = units[start + c] as number;
      dBias[c] = (dBias[c] as number) + slope;
      dGain[c] = (dGain[c] as number) + slope * unit;
      const scaled = slope * (gains[c] as number);
      sum += scaled;
      product += scaled * unit;
    }
    const mean = sum / width;
    const correlation = product / width;
    const factor = scales[row] as number;
    for (let c = 0; c < width; c++) {
      const scaled = (upstream[start + c] as number) * (gains[c] as number);
      dx[start + c] = factor * (scaled - mean - (units[start + c] as number) * correlation);
    }
  }
  heapFloats(backend, outputs[1] as TensorInfo).set(dGain);
  heapFloats(backend, outputs[2] as TensorInfo).set(dBias);
  return outputs;
}

type Four = [Float32Array, Float32Array, Float32Array, Float32Array];

function rowsOf(x: TensorInfo): { rows: number; width: number } {
  const width = x.shape.at(-1) ?? 1;
  return { rows: x.shape.reduce((product, size) => product * size, 1) / width, width };
}
