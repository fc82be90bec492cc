/** Gradients for the fused kernels, and quicker ones for two of the library's operations. */
import {
  engine,
  fill,
  type GradConfig,
  getGradient,
  Mean,
  mul,
  type NamedAttrMap,
  registerGradient,
  reshape,
  Sum,
  type Tensor,
  unregisterGradient,
  util,
} from '@tensorflow/tfjs-core';
import { LAYER_NORM, LAYER_NORM_GRADIENT } from './names';

const layerNormGradient: GradConfig = {
  kernelName: LAYER_NORM,
  inputsToSave: ['x', 'gain'],
  outputsToSave: [false, true],
  gradFunc: (slopes, saved) => {
    const dy = (slopes as Tensor[])[0] as Tensor;
    const [x, gain, statistics] = saved as [Tensor, Tensor, Tensor];
    const [dx, dGain, dBias] = engine().runKernel(LAYER_NORM_GRADIENT, { dy, x, gain, statistics }) as [Tensor, Tensor, Tensor];
    return { x: () => dx, gain: () => dGain, bias: () => dBias };
  },
};

/** The library spreads dy by a tensor of ones that it fills in JavaScript and uploads: thirty times the cost of the product. */
const spread = (kernelName: string, weightOf: (x: Tensor, axes: readonly number[]) => number): GradConfig => ({
  kernelName,
  inputsToSave: ['x'],
  gradFunc: (dy, [saved], attributes: NamedAttrMap) => {
    const x = saved as Tensor;
    const axes = util.parseAxisParam(attributes.axis as unknown as number | number[], x.shape);
    const kept = x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
    return { x: () => mul(reshape(dy as Tensor, kept), fill(x.shape, weightOf(x, axes))) };
  },
});

const GRADIENTS = [
  layerNormGradient,
  spread(Sum, () => 1),
  spread(Mean, (x, axes) => 1 / axes.reduce((product, axis) => product * (x.shape[axis] as number), 1)),
];

export function registerGradients(): void {
  for (const gradient of GRADIENTS) {
    if (getGradient(gradient.kernelName)) unregisterGradient(gradient.kernelName);
    registerGradient(gradient);
  }
}
