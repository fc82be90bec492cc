/** tfjs's WASM code made from a binary that is here already; tfjs itself would fetch it within the start of the backend. */
import moduleFactory, {
  type BackendWasmModule,
  type WasmFactoryConfig,
} from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js';

/** What Emscripten reads beyond what tfjs declares. */
interface FactoryConfig extends WasmFactoryConfig {
  readonly wasmBinary: ArrayBuffer;
}

/** What Emscripten adds to the module. */
interface Exports {
  cwrap(name: string, returns: 'number' | null, takes: readonly 'number'[]): never;
}

/** Compiles the binary and names its functions as `BackendWasm` calls them. @throws Error where it is refused or unfit */
export async function instantiateWasm(binary: ArrayBuffer): Promise<BackendWasmModule> {
  const config: FactoryConfig = { wasmBinary: binary };
  const module = (await moduleFactory(config)) as BackendWasmModule & Exports;
  module.tfjs = {
    init: module.cwrap('init', null, []),
    initWithThreadsCount: module.cwrap('init_with_threads_count', null, ['number']),
    getThreadsCount: module.cwrap('get_threads_count', 'number', []),
    registerTensor: module.cwrap('register_tensor', null, ['number', 'number', 'number']),
    disposeData: module.cwrap('dispose_data', null, ['number']),
    dispose: module.cwrap('dispose', null, []),
  };
  return module;
}
