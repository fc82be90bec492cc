/** Puts kernels in the place of those that the wasm backend has under the same names, or beside them. */
import { getKernel, type KernelConfig, type KernelFunc, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';

function put(config: KernelConfig): void {
  if (getKernel(config.kernelName, 'wasm')) unregisterKernel(config.kernelName, 'wasm');
  registerKernel(config);
}

/** Registers kernels by name. */
export function replaceKernels(kernels: Readonly<Record<string, KernelFunc>>): void {
  for (const [kernelName, kernelFunc] of Object.entries(kernels)) put({ kernelName, backendName: 'wasm', kernelFunc });
}

/** The library's own kernels that were wrapped, however often they were. */
const library = new Map<string, KernelConfig>();

/**
 * Registers a kernel that leaves some cases to the library's own. What that does whenever the backend starts stays with it: there it looks up
 * its function in the module, and a backend that is closed and opened again has another module. Throws where the library has none.
 */
export function wrapKernel(name: string, wrap: (original: KernelFunc) => KernelFunc): void {
  const original = library.get(name) ?? getKernel(name, 'wasm');
  if (!original) throw new Error(`the wasm backend has not registered its kernel ${name}`);
  library.set(name, original);
  put({ ...original, kernelFunc: wrap(original.kernelFunc) });
}
