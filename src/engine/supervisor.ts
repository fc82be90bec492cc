/**
 * Keeps an engine alive: starts a worker, notices its end, restores or replaces it with growing pauses, and gives up
 * after a few failures in a row, until the reader asks to try again.
 */
import { type Failure, failureOf } from './errors';
import type { Life } from './life';
import type { BackendAttempt, BackendName, EngineInfo, EngineStatus } from './protocol';
import { BACKENDS } from './protocol';

export interface SupervisorHooks {
  /** Starts a new worker. @param skip rungs of the ladder that failed in earlier ones */
  begin(skip: readonly BackendAttempt[], onContextLost: () => void): Life;
  /** Brings a replaced worker to where the lost one was. */
  refill(life: Life): Promise<void>;
  /** Told on every change; `life` is there while the engine is ready. */
  onStatus(status: EngineStatus, life: Life | undefined): void;
  /** Set when the URL forced a backend: then no rung is skipped. */
  readonly forced: boolean;
}

export interface Supervisor {
  start(): void;
  /** A request failed in a way that the worker does not survive. */
  report(failure: Failure): void;
  /** A request was answered: earlier failures are forgotten. */
  answered(): void;
  retry(): void;
  dispose(): void;
}

/** Failures that a new worker may not show again; all others wait for the reader. */
const PASSING: readonly Failure['code'][] = ['context-lost', 'worker-crashed', 'script-missing', 'out-of-memory', 'internal'];
/** Failures after which the worker cannot go on as it is. */
const FATAL: readonly Failure['code'][] = ['context-lost', 'worker-crashed', 'out-of-memory'];
const MAX_FAILURES = 4;
const FIRST_PAUSE_MS = 250;
/** An engine that was ready for this long has got over what was before: its next failure counts as the first. */
const CALM_MS = 60_000;

export function isFatal(failure: Failure): boolean {
  return FATAL.includes(failure.code);
}

export function createSupervisor(hooks: SupervisorHooks): Supervisor {
  let life: Life | undefined;
  let info: EngineInfo | undefined;
  let state: EngineStatus['state'] = 'starting';
  let failures = 0;
  let readySince = Number.POSITIVE_INFINITY;
  let skip: BackendAttempt[] = [];
  let disposed = false;

  function tell(status: EngineStatus): void {
    if (disposed) return;
    state = status.state;
    readySince = state === 'ready' ? performance.now() : Number.POSITIVE_INFINITY;
    hooks.onStatus(status, status.state === 'ready' ? life : undefined);
  }

  /** Counts a failure; false when it is time to give up. */
  function note(failure: Failure): boolean {
    failures = performance.now() - readySince > CALM_MS ? 1 : failures + 1;
    const rung = hooks.forced ? undefined : rungToSkip(failure, failures, info);
    if (rung) skip.push(rung);
    return (rung !== undefined || PASSING.includes(failure.code)) && failures <= MAX_FAILURES;
  }

  async function replace(): Promise<EngineInfo> {
    life?.end();
    const mine = hooks.begin(skip, () => {
      if (life === mine && state === 'ready') void recover({ code: 'context-lost', subject: 'webgl' });
    });
    life = mine;
    mine.ended.addEventListener('abort', () => {
      if (life === mine && state === 'ready') void recover(mine.ended.reason as Failure);
    });
    const started = await mine.started;
    await hooks.refill(mine);
    return started;
  }

  /** @param trouble what ended the last worker; absent at the first start */
  async function bringUp(trouble: Failure | undefined): Promise<void> {
    let cause = trouble;
    let restorable = cause?.code === 'context-lost' && failures === 1;
    while (!disposed) {
      try {
        await pause(failures);
        if (disposed) return;
        info = restorable && life ? await life.call((engine) => engine.restore()) : await replace();
        tell({ state: 'ready', info });
        return;
      } catch (error) {
        restorable = false;
        cause = failureOf(error);
        if (!note(cause)) return giveUp(cause);
        tell({ state: 'recovering', cause });
      }
    }
  }

  function giveUp(failure: Failure): void {
    life?.end();
    tell({ state: 'failed', failure });
  }

  async function recover(cause: Failure): Promise<void> {
    if (!note(cause)) return giveUp(cause);
    tell({ state: 'recovering', cause });
    await bringUp(cause);
  }

  return {
    start: () => void bringUp(undefined),
    report(failure: Failure): void {
      if (state === 'ready') void recover(failure);
    },
    answered(): void {
      failures = 0;
    },
    retry(): void {
      if (state !== 'failed') return;
      failures = 0;
      skip = [];
      tell({ state: 'starting' });
      void bringUp(undefined);
    },
    dispose(): void {
      disposed = true;
      life?.end();
    },
  };
}

/** The rung that should not be tried again after a failure, if it is to blame. */
function rungToSkip(failure: Failure, failures: number, info: EngineInfo | undefined): BackendAttempt | undefined {
  const hungRung = BACKENDS.find((name) => failure.code === 'backend-unavailable' && failure.subject === name);
  if (hungRung && hungRung !== 'cpu') return { backend: hungRung, outcome: 'timed-out', ...detailOf(failure) };
  const exhausted = failure.code === 'out-of-memory' || (failure.code === 'context-lost' && failures > 1);
  const rung: BackendName | undefined = info?.backend;
  if (exhausted && rung && rung !== 'cpu') return { backend: rung, outcome: 'unavailable', detail: failure.code };
  return undefined;
}

function detailOf(failure: Failure): { readonly detail?: string } {
  return failure.detail === undefined ? {} : { detail: failure.detail };
}

function pause(failures: number): Promise<void> {
  if (failures < 2) return Promise.resolve();
  return new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** (failures - 2)));
}
