/** All fast kernels: those of the forward pass, and those that training runs beside them. */
import { Conv2DBackpropFilter, Conv2DBackpropInput, Identity, Sum } from '@tensorflow/tfjs-core';
import { conv2dBackpropFilter } from './conv2d-backprop-filter';
import { conv2dBackpropInput } from './conv2d-backprop-input';
import { registerGradients } from './gradients';
import { identity } from './identity';
import { layerNormGradientKernel } from './layer-norm';
import { LAYER_NORM_GRADIENT } from './names';
import { registerForwardKernels } from './register-forward';
import { replaceKernels, wrapKernel } from './replace';
import { fastSum } from './sum';
import { asKernelFunc } from './wasm-backend';

/** Registers them for `wasm`; call it once in a thread, after that backend has started and the library's gradients are registered. */
export function registerFastKernels(): void {
  registerForwardKernels();
  wrapKernel(Sum, (original) => asKernelFunc(fastSum(original)));
  replaceKernels({
    [Conv2DBackpropFilter]: asKernelFunc(conv2dBackpropFilter),
    [Conv2DBackpropInput]: asKernelFunc(conv2dBackpropInput),
    [Identity]: asKernelFunc(identity),
    [LAYER_NORM_GRADIENT]: asKernelFunc(layerNormGradientKernel),
  });
  registerGradients();
}
