/** Runs one TypeScript module in several worker threads that form a collective; the calling thread stays free to listen. */
import { Worker } from 'node:worker_threads';
import {
  abortCollective,
  CollectiveAborted,
  type CollectiveMemory,
  createCollectiveMemory,
  requestStop,
} from './shared-collective';

/** What a worker finds in its `workerData`; read it through `runRank`. */
export interface RankData {
  /** Module to run, as a URL. */
  readonly entry: string;
  readonly rank: number;
  readonly memory: CollectiveMemory;
  readonly data: unknown;
}

export interface WorkerPool {
  /** Settles when all workers have ended: with the first real error, if any. */
  readonly done: Promise<void>;
  /** Lets all ranks finish the step they are in and end together. */
  stop(): void;
}

export interface PoolOptions {
  /** Module that calls `runRank`. */
  readonly entry: URL;
  readonly size: number;
  /** Cloned into every worker. */
  readonly data: unknown;
  readonly onMessage?: (message: unknown, rank: number) => void;
}

/** Starts `size` workers on `entry`. A worker that fails makes the others raise `CollectiveAborted` instead of waiting for ever. */
export function startWorkers({ entry, size, data, onMessage }: PoolOptions): WorkerPool {
  const memory = createCollectiveMemory(size);
  const runs = Array.from({ length: size }, (_, rank) => {
    const rankData: RankData = { entry: entry.href, rank, memory, data };
    const worker = new Worker(new URL('./boot.mjs', import.meta.url), { workerData: rankData, execArgv: [] });
    worker.on('message', (message: unknown) => onMessage?.(message, rank));
    return ended(worker, rank).catch((error: unknown) => {
      abortCollective(memory);
      throw error;
    });
  });
  return { done: settle(runs), stop: () => requestStop(memory) };
}

function ended(worker: Worker, rank: number): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`worker ${rank} ended with code ${code}`))));
  });
}

/** The cause goes before its echoes in the other ranks. */
async function settle(runs: readonly Promise<void>[]): Promise<void> {
  const errors = (await Promise.allSettled(runs)).flatMap((run) => (run.status === 'rejected' ? [run.reason as unknown] : []));
  const isEcho = (error: unknown) => error instanceof Error && error.name === CollectiveAborted.name;
  if (errors.length > 0) throw errors.find((error) => !isEcho(error)) ?? errors[0];
}
