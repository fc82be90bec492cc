/** Runs the same computation on the wasm backend with the fast kernels and on the cpu backend, and compares. */
import { setBackend, type Tensor, tensor } from '@tensorflow/tfjs-core';
import { createRng } from '../../../src/dataset/rng';

export type Arrays = readonly Float32Array[];

export interface Input {
  readonly shape: number[];
  readonly values: Float32Array;
}

/** Normal numbers, the same for the same shape and label. */
export function random(shape: number[], label: string): Input {
  const rng = createRng(`${label} ${shape.join('×')}`);
  return { shape, values: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => rng.normal()) };
}

function run(backend: 'wasm' | 'cpu', inputs: readonly Input[], compute: (tensors: Tensor[]) => Tensor[]): Float32Array[] {
  setBackend(backend);
  const tensors = inputs.map(({ shape, values }) => tensor(values, shape));
  const outputs = compute(tensors);
  const arrays = outputs.map((output) => Float32Array.from(output.dataSync()));
  for (const used of [...tensors, ...outputs]) used.dispose();
  setBackend('wasm');
  return arrays;
}

/** Largest difference of each output from the cpu backend's, relative to the largest number there. */
export function relativeErrors(inputs: readonly Input[], compute: (tensors: Tensor[]) => Tensor[]): number[] {
  const expected = run('cpu', inputs, compute);
  return run('wasm', inputs, compute).map((actual, index) => {
    const reference = expected[index] as Float32Array;
    if (actual.length !== reference.length) return Number.POSITIVE_INFINITY;
    if (actual.some((value) => !Number.isFinite(value))) return Number.POSITIVE_INFINITY;
    const largest = reference.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    return actual.reduce((max, value, i) => Math.max(max, Math.abs(value - (reference[i] as number))), 0) / largest;
  });
}
