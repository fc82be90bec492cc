/** One section of the benchmark in a Node thread of its own, so that library kernels and fast ones do not meet. */
import { parentPort, workerData } from 'node:worker_threads';
import { env } from 'onnxruntime-web/wasm';
import type { BenchSection } from '../../src/results/bench';
import { readContrastive, readVqvae } from '../published';
import type { RankData } from '../runtime/pool';
import { initWasm, startLibraryWasm } from '../runtime/wasm';
import { forwardPasses, type PassId } from './forward-passes';
import { type OnnxPass, type RaceResult, race } from './race';

export interface SectionTask {
  readonly backend: BenchSection['backend'];
  readonly rounds: number;
  readonly entries: readonly { readonly id: PassId; readonly onnx: OnnxPass }[];
}

const { backend, rounds, entries } = (workerData as RankData).data as SectionTask;
env.wasm.numThreads = 1;
await (backend === 'wasm, fast kernels' ? initWasm() : startLibraryWasm());
const passes = forwardPasses({ contrastive: readContrastive(), vqvaes: [readVqvae(16), readVqvae(8)] });
for (const { id, onnx } of entries) {
  const pass = passes.find((candidate) => candidate.id === id);
  if (!pass) throw new Error(`there is no pass ${id}`);
  parentPort?.postMessage((await race(pass, onnx, rounds)) satisfies RaceResult);
}
