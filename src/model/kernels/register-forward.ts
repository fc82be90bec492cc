/** Puts the fast kernels of the forward pass in the place of the wasm backend's own, and adds the fused one. */
import { BatchMatMul, Conv2D } from '@tensorflow/tfjs-core';
import { batchMatMul } from './batch-mat-mul';
import { conv2d } from './conv2d';
import { layerNormKernel } from './layer-norm';
import { LAYER_NORM } from './names';
import { replaceKernels } from './replace';
import { asKernelFunc } from './wasm-backend';

/** Registers them for `wasm`; call it once that backend has started. They need WebAssembly's SIMD. */
export const registerForwardKernels = (): void =>
  replaceKernels({
    [BatchMatMul]: asKernelFunc(batchMatMul),
    [Conv2D]: asKernelFunc(conv2d),
    [LAYER_NORM]: asKernelFunc(layerNormKernel),
  });
