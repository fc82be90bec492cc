/** Puts the fast kernels in the place of the wasm backend's slow or missing ones. */
import { BatchMatMul, Conv2DBackpropFilter, Conv2DBackpropInput, getKernel, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { batchMatMul } from './batch-mat-mul';
import { conv2dBackpropFilter } from './conv2d-backprop-filter';
import { conv2dBackpropInput } from './conv2d-backprop-input';
import { asKernelFunc } from './wasm-backend';

const FAST_KERNELS = {
  [BatchMatMul]: asKernelFunc(batchMatMul),
  [Conv2DBackpropFilter]: asKernelFunc(conv2dBackpropFilter),
  [Conv2DBackpropInput]: asKernelFunc(conv2dBackpropInput),
};

/** Registers them for `wasm`; call it once in a thread, before or after the backend starts. */
export function registerFastKernels(): void {
  for (const [kernelName, kernelFunc] of Object.entries(FAST_KERNELS)) {
    if (getKernel(kernelName, 'wasm')) unregisterKernel(kernelName, 'wasm');
    registerKernel({ kernelName, backendName: 'wasm', kernelFunc });
  }
}
