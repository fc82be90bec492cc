/** The inside of a pool's worker: joins the collective, starts the backend, runs the work. */
import { parentPort, workerData } from 'node:worker_threads';
import type { RankData } from './pool';
import { abortCollective, joinCollective, type SharedCollective } from './shared-collective';
import { initWasm } from './wasm';

export interface RankContext<Data, Message> {
  readonly collective: SharedCollective;
  readonly data: Data;
  /** Sends a message to the pool's `onMessage`. */
  post(message: Message): void;
}

/** Call once at the top of a pool's entry module. An error in `work` reaches the pool and frees the other ranks. */
export async function runRank<Data, Message>(work: (context: RankContext<Data, Message>) => Promise<void> | void): Promise<void> {
  const { rank, memory, data } = workerData as RankData;
  try {
    await initWasm();
    await work({
      collective: joinCollective(memory, rank),
      data: data as Data,
      post: (message) => parentPort?.postMessage(message),
    });
  } catch (error) {
    abortCollective(memory);
    throw error;
  }
}
