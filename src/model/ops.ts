/** Operations that run as one kernel where the backend has it and as a composition elsewhere; differentiable both ways. */
import { add, engine, getBackend, getKernel, mean, mul, rsqrt, square, sub, type Tensor } from '@tensorflow/tfjs-core';
import { LAYER_NORM, LAYER_NORM_STEP } from './kernels/names';

/**
 * Layer normalisation of the last axis (Ba et al. 2016, arXiv 1607.06450).
 * x [.., C], gain [C], bias [C] -> [.., C]
 */
export function layerNorm<T extends Tensor>(x: T, gain: Tensor, bias: Tensor, epsilon = 1e-6): T {
  if (getKernel(LAYER_NORM, getBackend()) && (x.shape.at(-1) ?? 1) % LAYER_NORM_STEP === 0) {
    const [y] = engine().runKernel(LAYER_NORM, { x, gain, bias }, { epsilon }) as [T];
    return y;
  }
  const centred = sub(x, mean(x, -1, true));
  const scale = rsqrt(add(mean(square(centred), -1, true), epsilon)); // [.., 1]
  return add(mul(mul(centred, scale), gain), bias);
}
