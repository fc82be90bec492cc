/** Starts tfjs on its wasm backend in a Node thread, with the kernels that make training fast. */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
// Whole, because in Node only the whole package registers the gradients.
import '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { ready, setBackend } from '@tensorflow/tfjs-core';
import { registerFastKernels } from '../../src/model/kernels/register';

const HOOKED_EVENTS = ['uncaughtException', 'unhandledRejection'] as const;

/**
 * One backend a thread, single-threaded SIMD: other cores are used by other worker threads.
 * @throws Error when the WebAssembly binary cannot be loaded.
 */
export async function initWasm(): Promise<void> {
  await startLibraryWasm();
  registerFastKernels();
}

/** The backend as it is published, without the fast kernels: what they are compared with. */
export async function startLibraryWasm(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(join(dirname(entry), sep));
  const before = new Set(HOOKED_EVENTS.flatMap((event) => process.listeners(event as 'uncaughtException')));
  if (!(await setBackend('wasm'))) throw new Error(`the wasm backend did not start from ${dirname(entry)}`);
  await ready();
  // The library's own hooks would answer any error by printing its minified source.
  for (const event of HOOKED_EVENTS) {
    for (const listener of process.listeners(event as 'uncaughtException')) {
      if (!before.has(listener)) process.removeListener(event, listener);
    }
  }
}
