/** The WASM rung, on one thread: with SIMD the project's own kernels where passes spend their time, else XNNPACK's for all. */
import './kernels/wasm';
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';
import { env, findBackendFactory, registerBackend, removeBackend } from '@tensorflow/tfjs-core';
import { registerForwardKernels } from '../../model/kernels/register-forward';
import { type FetchFile, type FileFailures, fetchBytes, fetchFromSite } from '../stores/files';
import { NEVER, type OpenBackend, type OpenOptions, startBackend } from './backend';
import { type TimeBox, UNLIMITED } from './time-box';
import { instantiateWasm } from './wasm-module';

/** A binary that does not come is a failure of the rung. */
const BINARY_FAILURES: FileFailures = { missing: 'backend-unavailable', truncated: 'backend-unavailable' };

const hasSimd = (): Promise<boolean> => env().getAsync('WASM_HAS_SIMD_SUPPORT') as Promise<boolean>;

/**
 * The backend as it is published. Binary and code are made ready before tfjs hears of them: a start of tfjs's own that hangs
 * would keep every other backend from computing.
 * @param baseUrl absolute URL of the folder that holds wasm/
 * @throws Error where WebAssembly is missing or refused, or its binary cannot be fetched
 */
export async function startLibraryWasm(
  baseUrl: string,
  box: TimeBox = UNLIMITED,
  fetchFile: FetchFile = fetchFromSite,
): Promise<void> {
  if (typeof WebAssembly === 'undefined') throw new Error('no WebAssembly');
  // Threads need cross-origin isolation, which a plain static host does not give; so that binary is not there.
  const name = (await hasSimd()) ? 'tfjs-backend-wasm-simd.wasm' : 'tfjs-backend-wasm.wasm';
  const url = new URL(`wasm/${name}`, baseUrl).href;
  const binary = await box.fetching(() => fetchBytes(fetchFile, url, BINARY_FAILURES));
  const module = await instantiateWasm(binary.buffer);
  if (box.over.aborted) throw box.over.reason;
  // The library registers a factory that fetches.
  closeWasm();
  registerBackend('wasm', () => new BackendWasm(module));
  await startBackend('wasm');
}

/** @throws Error as {@link startLibraryWasm} does */
export async function openWasm({ baseUrl, fetchFile }: OpenOptions, box: TimeBox = UNLIMITED): Promise<OpenBackend> {
  await startLibraryWasm(baseUrl, box, fetchFile);
  if (await hasSimd()) registerForwardKernels();
  return { name: 'wasm', activate: () => startBackend('wasm'), compiledPrograms: () => 0, lost: NEVER, close: closeWasm };
}

function closeWasm(): void {
  if (findBackendFactory('wasm')) removeBackend('wasm');
}
