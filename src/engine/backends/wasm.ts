/** The WASM rung, on one thread: with SIMD the project's own kernels where passes spend their time, else XNNPACK's for all. */
import './kernels/wasm';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm/dist/base';
import { env, findBackendFactory, registerBackend, removeBackend } from '@tensorflow/tfjs-core';
import { registerForwardKernels } from '../../model/kernels/register-forward';
import { NEVER, type OpenBackend, type OpenOptions, startBackend } from './backend';

/**
 * The backend as it is published. @param baseUrl absolute URL of the folder that holds wasm/
 * @throws Error where WebAssembly is missing or refused, or its binary cannot be fetched
 */
export async function startLibraryWasm(baseUrl: string): Promise<void> {
  const plain = new URL('wasm/tfjs-backend-wasm.wasm', baseUrl).href;
  const simd = new URL('wasm/tfjs-backend-wasm-simd.wasm', baseUrl).href;
  // Threads need cross-origin isolation, which a plain static host does not give; so that binary is not there.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plain,
    'tfjs-backend-wasm-simd.wasm': simd,
    'tfjs-backend-wasm-threaded-simd.wasm': simd,
  });
  await startBackend('wasm');
}

/** @throws Error as {@link startLibraryWasm} does */
export async function openWasm({ baseUrl }: OpenOptions): Promise<OpenBackend> {
  const factory = findBackendFactory('wasm');
  await startLibraryWasm(baseUrl);
  if (await env().getAsync('WASM_HAS_SIMD_SUPPORT')) registerForwardKernels();
  return {
    name: 'wasm',
    activate: () => startBackend('wasm'),
    compiledPrograms: () => 0,
    lost: NEVER,
    close(): void {
      removeBackend('wasm');
      registerBackend('wasm', factory);
    },
  };
}
