/** The browser's side of the benchmark: opens a backend, then races one pass at a time as it is told from outside. */
import '@tensorflow/tfjs-backend-webgl';
import { env as tfjsEnvironment } from '@tensorflow/tfjs-core';
import { env } from 'onnxruntime-web/wasm';
import { startBackend } from '../../../src/engine/backends/backend';
import { openWasm, startLibraryWasm } from '../../../src/engine/backends/wasm';
import { createModelStore } from '../../../src/engine/stores/models';
import type { BenchSection } from '../../../src/results/bench';
import { type ForwardPass, forwardPasses } from '../forward-passes';
import { type RaceResult, race } from '../race';

export interface BenchPage {
  /** Opens the backend of one section. Library kernels come before fast ones: there is no way back. */
  open(backend: BenchSection['backend']): Promise<void>;
  /** @param url of the pass as an ONNX model of this batch */
  race(id: string, url: string, batch: number, flops: number, rounds: number): Promise<RaceResult>;
}

const baseUrl = new URL('./', document.baseURI).href;
env.wasm.numThreads = 1;

let passes: Promise<readonly ForwardPass[]> | undefined;
async function openModels(): Promise<readonly ForwardPass[]> {
  const store = createModelStore(baseUrl);
  const [contrastive, ...vqvaes] = [await store.contrastive(), await store.vqvae(16), await store.vqvae(8)] as const;
  return forwardPasses({ contrastive, vqvaes });
}

const page: BenchPage = {
  async open(backend) {
    if (backend === 'webgl in software') {
      tfjsEnvironment().set('SOFTWARE_WEBGL_ENABLED', true);
      tfjsEnvironment().set('WEBGL_USE_SHAPES_UNIFORMS', true);
      await startBackend('webgl');
    } else if (backend === 'wasm, library kernels') await startLibraryWasm(baseUrl);
    else await openWasm({ baseUrl, forced: true });
    passes = openModels();
    await passes;
  },
  async race(id, url, batch, flops, rounds) {
    const pass = (await passes)?.find((candidate) => candidate.id === id);
    if (!pass) throw new Error(`there is no pass ${id}`);
    const model = new Uint8Array(await (await fetch(new URL(url, baseUrl))).arrayBuffer());
    return race(pass, { batch, model, flops }, rounds);
  },
};

declare global {
  var benchPage: BenchPage;
}
globalThis.benchPage = page;
