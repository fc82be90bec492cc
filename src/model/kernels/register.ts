/** Puts the fast kernels in the place of the wasm backend's slow or missing ones, and adds the fused ones. */
import {
  BatchMatMul,
  Conv2D,
  Conv2DBackpropFilter,
  Conv2DBackpropInput,
  getKernel,
  Identity,
  type KernelFunc,
  registerKernel,
  Sum,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { batchMatMul } from './batch-mat-mul';
import { conv2d } from './conv2d';
import { conv2dBackpropFilter } from './conv2d-backprop-filter';
import { conv2dBackpropInput } from './conv2d-backprop-input';
import { registerGradients } from './gradients';
import { identity } from './identity';
import { layerNormGradientKernel, layerNormKernel } from './layer-norm';
import { LAYER_NORM, LAYER_NORM_GRADIENT } from './names';
import { fastSum } from './sum';
import { asKernelFunc } from './wasm-backend';

/** Registers them for `wasm`; call it once in a thread, after that backend has started and the library's gradients are registered. */
export function registerFastKernels(): void {
  const sum = getKernel(Sum, 'wasm');
  if (!sum) throw new Error('the wasm backend has not registered its kernels');
  const kernels: Readonly<Record<string, KernelFunc>> = {
    [BatchMatMul]: asKernelFunc(batchMatMul),
    [Conv2D]: asKernelFunc(conv2d),
    [Conv2DBackpropFilter]: asKernelFunc(conv2dBackpropFilter),
    [Conv2DBackpropInput]: asKernelFunc(conv2dBackpropInput),
    [Identity]: asKernelFunc(identity),
    [Sum]: asKernelFunc(fastSum(sum.kernelFunc)),
    [LAYER_NORM]: asKernelFunc(layerNormKernel),
    [LAYER_NORM_GRADIENT]: asKernelFunc(layerNormGradientKernel),
  };
  for (const [kernelName, kernelFunc] of Object.entries(kernels)) {
    if (getKernel(kernelName, 'wasm')) unregisterKernel(kernelName, 'wasm');
    registerKernel({ kernelName, backendName: 'wasm', kernelFunc });
  }
  registerGradients();
}
