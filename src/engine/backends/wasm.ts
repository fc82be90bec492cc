/** The WASM rung: XNNPACK on one thread, with SIMD where the browser has it. */
import './kernels/wasm';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm/dist/base';
import { env, findBackendFactory, registerBackend, removeBackend } from '@tensorflow/tfjs-core';
import { NEVER, type OpenBackend, type OpenOptions, startBackend } from './backend';

/** @throws Error where WebAssembly is missing or refused, or its binary cannot be fetched */
export async function openWasm({ baseUrl }: OpenOptions): Promise<OpenBackend> {
  const plain = new URL('wasm/tfjs-backend-wasm.wasm', baseUrl).href;
  const simd = new URL('wasm/tfjs-backend-wasm-simd.wasm', baseUrl).href;
  // Threads need cross-origin isolation, which a plain static host does not give; so that binary is not there.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plain,
    'tfjs-backend-wasm-simd.wasm': simd,
    'tfjs-backend-wasm-threaded-simd.wasm': simd,
  });
  const factory = findBackendFactory('wasm');
  await startBackend('wasm');
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
