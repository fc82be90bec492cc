/** Parameter specifications: the one list of names and shapes that initialisation, loading and checking all read. */
import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { NamedArray, ParamArrays, Params, Rng } from './types';

/** How a parameter starts: a constant, or normal with the given standard deviation. */
export type Initial = { readonly kind: 'constant'; readonly value: number } | { readonly kind: 'normal'; readonly std: number };

export interface ParamSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly initial: Initial;
  /** Whether AdamW decays it: kernels and embeddings yes; biases, gains and loss scalars no. */
  readonly decay: boolean;
}

export const sizeOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

/** A kernel with He initialisation (He et al. 2015, arXiv 1502.01852, eq. 10), scaled by `gain`. The last axis is the output. */
function kernelSpec(name: string, shape: readonly number[], gain = 1): ParamSpec {
  const fanIn = sizeOf(shape) / (shape.at(-1) ?? 1);
  return { name, shape, initial: { kind: 'normal', std: gain * Math.sqrt(2 / fanIn) }, decay: true };
}

export const constantSpec = (name: string, shape: readonly number[], value = 0): ParamSpec => ({
  name,
  shape,
  initial: { kind: 'constant', value },
  decay: false,
});

export const normalSpec = (name: string, shape: readonly number[], std: number): ParamSpec => ({
  name,
  shape,
  initial: { kind: 'normal', std },
  decay: true,
});

/** Kernel and bias of a dense or convolutional layer. */
export const linearSpecs = (name: string, shape: readonly number[], gain = 1): ParamSpec[] => [
  kernelSpec(`${name}/kernel`, shape, gain),
  constantSpec(`${name}/bias`, [shape.at(-1) ?? 1]),
];

/** Draws initial values; each parameter has its own stream, so adding one leaves the others as they were. */
export function initialise(specs: readonly ParamSpec[], rng: Rng): ParamArrays {
  return Object.fromEntries(
    specs.map(({ name, shape, initial }): [string, NamedArray] => {
      const values = new Float32Array(sizeOf(shape));
      if (initial.kind === 'constant') return [name, { shape, values: values.fill(initial.value) }];
      const stream = rng.fork(name);
      return [name, { shape, values: values.map(() => stream.normal() * initial.std) }];
    }),
  );
}

/** Copies parameters to the current backend. The caller disposes of the tensors. */
export const uploadParams = (arrays: ParamArrays): Params =>
  Object.fromEntries(Object.entries(arrays).map(([name, { shape, values }]) => [name, tensor(values, [...shape], 'float32')]));

export function disposeParams(params: Params): void {
  for (const value of Object.values(params)) value.dispose();
}

/** The named parameter; a missing name is a bug, since loading has checked them all. */
export function param(params: Params, name: string): Tensor {
  const value = params[name];
  if (!value) throw new Error(`no parameter named ${name}`);
  return value;
}
