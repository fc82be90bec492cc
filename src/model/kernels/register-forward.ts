/** Puts the fast kernels of the forward pass in the place of the wasm backend's own, and adds the fused one. */
import { Add, BatchMatMul, Conv2D, getKernel, type KernelFunc, Relu } from '@tensorflow/tfjs-core';
import { fastAdd } from './add';
import { batchMatMul } from './batch-mat-mul';
import { conv2d } from './conv2d';
import { layerNormKernel } from './layer-norm';
import { LAYER_NORM } from './names';
import { fastRelu } from './relu';
import { replaceKernels } from './replace';
import { asKernelFunc } from './wasm-backend';

/** The library's own, of before the first call: a backend that was lost is opened anew, and these are then registered again. */
const library = new Map<string, KernelFunc>();

function libraryKernel(name: string): KernelFunc {
  const known = library.get(name) ?? getKernel(name, 'wasm')?.kernelFunc;
  if (!known) throw new Error(`the wasm backend has not registered its kernel ${name}`);
  library.set(name, known);
  return known;
}

/** Registers them for `wasm`; call it once that backend has started. They need WebAssembly's SIMD. */
export function registerForwardKernels(): void {
  replaceKernels({
    [Add]: asKernelFunc(fastAdd(libraryKernel(Add))),
    [BatchMatMul]: asKernelFunc(batchMatMul),
    [Conv2D]: asKernelFunc(conv2d),
    [Relu]: asKernelFunc(fastRelu(libraryKernel(Relu))),
    [LAYER_NORM]: asKernelFunc(layerNormKernel),
  });
}
