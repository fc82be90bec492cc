/** One engine worker from spawn to end: every wait on it has a limit, so a hang ends like a crash. */
import type { Failure } from './errors';
import type { EngineApi, EngineEvent, EngineInfo, StartStage, WorkerOptions } from './protocol';
import type { EngineRemote } from './queue';
import { until } from './until';

/** A worker as the page holds it. */
export interface EngineHandle {
  readonly engine: EngineApi;
  /** Told once when the worker ends by itself or raises outside a request. */
  onEnd(listener: (failure: Failure) => void): void;
  terminate(): void;
}

export type SpawnEngine = () => EngineHandle;

export interface Life {
  readonly started: Promise<EngineInfo>;
  /** Aborted when this worker is gone, with the `Failure` as its reason. */
  readonly ended: AbortSignal;
  /** Calls the engine; rejects with an `EngineError` when it fails, ends or stops answering. */
  call<T>(work: (engine: EngineRemote) => Promise<T>): Promise<T>;
  end(): void;
}

/** What a start waits for; at first for its script. */
interface Waiting {
  readonly stage: StartStage | 'script';
  readonly isFetching: boolean;
}

/** Milliseconds one stage of a start may take before the worker is taken for hung, waiting for files left out. */
const STAGE_LIMIT_MS: Readonly<Partial<Record<Waiting['stage'], number>>> = {
  webgl: 8_000,
  wasm: 20_000,
  cpu: 20_000,
  'warm-up': 30_000,
};
/** Files may take any time as long as something of them comes: this long without news, and the worker is taken for hung. */
const NEWS_LIMIT_MS = 60_000;
/** A forced backend has no rung below it, so it gets this many times as long. */
const FORCED_PATIENCE = 5;
const BEAT_MS = 3_000;
/** Longest silence while a request runs; a pass on the plain CPU backend blocks the worker for seconds. */
const SILENCE_MS = 20_000;

/**
 * @param onContextLost told when the worker lost its WebGL context and can be restored
 */
export function beginLife(spawn: SpawnEngine, options: WorkerOptions, onContextLost: () => void): Life {
  const handle = spawn();
  const ending = new AbortController();
  const ended = ending.signal;
  const end = (failure: Failure): void => {
    if (ended.aborted) return;
    handle.terminate();
    ending.abort(failure);
  };
  handle.onEnd(end);
  const orEnd = <T>(work: Promise<T>): Promise<T> => until(ended, () => ended.reason as Failure, work);

  async function start(): Promise<EngineInfo> {
    let limit: ReturnType<typeof setTimeout> | undefined;
    let waiting: Waiting = { stage: 'script', isFetching: true };
    const wait = (next: Waiting): void => {
      waiting = next;
      clearTimeout(limit);
      const ms = limitOf(next, options.backend !== undefined);
      limit = setTimeout(() => end(hung(next, ms)), ms);
    };
    wait(waiting);
    const tell = (event: EngineEvent): void => {
      if (ended.aborted) return;
      if (event.kind === 'context-lost') onContextLost();
      else if (limit === undefined) return;
      else if (event.kind === 'stage') wait(event);
      else if (waiting.isFetching) wait(waiting);
    };
    try {
      return await orEnd(handle.engine.start({ ...options, lifeLock: `engine-${lockNumber()}` }, tell));
    } finally {
      clearTimeout(limit);
      limit = undefined;
    }
  }

  function watch(): () => void {
    let timer: ReturnType<typeof setTimeout>;
    let watching = true;
    const beat = (): void => {
      timer = setTimeout(() => end({ code: 'worker-crashed', detail: `no answer for ${SILENCE_MS} ms` }), SILENCE_MS);
      handle.engine.ping().then(
        () => {
          clearTimeout(timer);
          if (watching) timer = setTimeout(beat, BEAT_MS);
        },
        () => undefined,
      );
    };
    beat();
    return () => {
      watching = false;
      clearTimeout(timer);
    };
  }

  return {
    started: start(),
    ended,
    async call<T>(work: (engine: EngineRemote) => Promise<T>): Promise<T> {
      const answer = orEnd(work(handle.engine));
      const stopWatching = watch();
      try {
        return await answer;
      } finally {
        stopWatching();
      }
    },
    end: () => end({ code: 'worker-crashed', detail: 'ended by the page' }),
  };
}

/** Unique over the tabs of this origin; `crypto.randomUUID` is missing on insecure origins. */
function lockNumber(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join('');
}

function limitOf({ stage, isFetching }: Waiting, isForced: boolean): number {
  const ms = isFetching ? undefined : STAGE_LIMIT_MS[stage];
  return ms === undefined ? NEWS_LIMIT_MS : ms * (isForced ? FORCED_PATIENCE : 1);
}

function hung({ stage, isFetching }: Waiting, ms: number): Failure {
  if (stage === 'weights') return { code: 'worker-crashed', detail: `nothing came of the weights for ${ms} ms` };
  // Files other than scripts break off by themselves before.
  if (isFetching) return { code: 'script-missing', detail: `${stage}: nothing came for ${ms} ms` };
  if (stage === 'warm-up') return { code: 'worker-crashed', detail: `${stage} took over ${ms} ms` };
  return { code: 'backend-unavailable', subject: stage, detail: `timed out after ${ms} ms` };
}
