/** Puts the fast kernels in the place of the wasm backend's slow or missing ones, and adds the fused ones with their gradients. */
import {
  BatchMatMul,
  Conv2D,
  Conv2DBackpropFilter,
  Conv2DBackpropInput,
  engine,
  getGradient,
  getKernel,
  registerGradient,
  registerKernel,
  type Tensor,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { batchMatMul } from './batch-mat-mul';
import { conv2d } from './conv2d';
import { conv2dBackpropFilter } from './conv2d-backprop-filter';
import { conv2dBackpropInput } from './conv2d-backprop-input';
import { layerNormBackward, layerNormForward } from './layer-norm';
import { LAYER_NORM, LAYER_NORM_GRADIENT } from './names';
import { asKernelFunc } from './wasm-backend';

const KERNELS = {
  [BatchMatMul]: asKernelFunc(batchMatMul),
  [Conv2D]: asKernelFunc(conv2d),
  [Conv2DBackpropFilter]: asKernelFunc(conv2dBackpropFilter),
  [Conv2DBackpropInput]: asKernelFunc(conv2dBackpropInput),
  [LAYER_NORM]: asKernelFunc(layerNormForward),
  [LAYER_NORM_GRADIENT]: asKernelFunc(layerNormBackward),
};

/** Registers them for `wasm`, in a thread where that backend has started. */
export function registerFastKernels(): void {
  for (const [kernelName, kernelFunc] of Object.entries(KERNELS)) {
    if (getKernel(kernelName, 'wasm')) unregisterKernel(kernelName, 'wasm');
    registerKernel({ kernelName, backendName: 'wasm', kernelFunc });
  }
  if (getGradient(LAYER_NORM)) return;
  registerGradient({
    kernelName: LAYER_NORM,
    inputsToSave: ['gain'],
    outputsToSave: [false, true, true],
    gradFunc: (slopes, [gain, normalised, scale]) => {
      const dy = (slopes as Tensor[])[0] as Tensor;
      const inputs = { dy, normalised: normalised as Tensor, scale: scale as Tensor, gain: gain as Tensor };
      const [x, dGain, dBias] = engine().runKernel(LAYER_NORM_GRADIENT, inputs) as [Tensor, Tensor, Tensor];
      return { x: () => x, gain: () => dGain, bias: () => dBias };
    },
  });
}
