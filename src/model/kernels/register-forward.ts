/** Puts the fast kernels of the forward pass in the place of the wasm backend's own, and adds the fused one. */
import { Add, BatchMatMul, Conv2D, Relu } from '@tensorflow/tfjs-core';
import { fastAdd } from './add';
import { batchMatMul } from './batch-mat-mul';
import { conv2d } from './conv2d';
import { layerNormKernel } from './layer-norm';
import { LAYER_NORM } from './names';
import { fastRelu } from './relu';
import { replaceKernels, wrapKernel } from './replace';
import { asKernelFunc } from './wasm-backend';

/** Registers them for `wasm`; call it each time that backend has started. They need WebAssembly's SIMD. */
export function registerForwardKernels(): void {
  wrapKernel(Add, (original) => asKernelFunc(fastAdd(original)));
  wrapKernel(Relu, (original) => asKernelFunc(fastRelu(original)));
  replaceKernels({
    [BatchMatMul]: asKernelFunc(batchMatMul),
    [Conv2D]: asKernelFunc(conv2d),
    [LAYER_NORM]: asKernelFunc(layerNormKernel),
  });
}
