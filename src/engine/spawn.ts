/** Makes the engine's worker and notices when it ends, whatever ended it. */
import { proxy, wrap } from 'comlink';
import { carryFailures } from './carriage';
import { type Failure, failureOf } from './errors';
import type { EngineHandle } from './life';
import type { EngineApi, EngineEvent } from './protocol';

export function spawnEngineWorker(): EngineHandle {
  carryFailures(failureOf);
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' });
  const remote = wrap<EngineApi>(worker);
  const over = new AbortController();

  let notifyEnd: (failure: Failure) => void = () => undefined;
  worker.addEventListener('error', (event) => {
    notifyEnd({ code: 'worker-crashed', ...(event.message ? { detail: event.message } : {}) });
  });

  return {
    engine: {
      start(options, tell) {
        let watched = false;
        const tellAndWatch = (event: EngineEvent): void => {
          if (!watched && options.lifeLock) void awaitSilentEnd(options.lifeLock, over.signal, notifyEnd);
          watched = true;
          tell(event);
        };
        return remote.start(options, proxy(tellAndWatch));
      },
      restore: () => remote.restore(),
      ping: () => remote.ping(),
      encode: (image, settings, language) => remote.encode(image, settings, language),
      regenerate: (settings) => remote.regenerate(settings),
      captions: (language) => remote.captions(language),
      distances: (cell) => remote.distances(cell),
      swap: (image) => remote.swap(image),
      rank: (image, grid, language) => remote.rank(image, grid, language),
      codes: (images, settings) => remote.codes(images, settings),
      draw: (codes, settings) => remote.draw(codes, settings),
      drawVectors: (vectors) => remote.drawVectors(vectors),
      phrase: (text) => remote.phrase(text),
      rankRow: (row, grid) => remote.rankRow(row, grid),
      sweep: (image, settings) => remote.sweep(image, settings),
      likeness: (original, drawings) => remote.likeness(original, drawings),
      trace: (image, settings) => remote.trace(image, settings),
      memory: () => remote.memory(),
    },
    onEnd(listener): void {
      notifyEnd = listener;
    },
    terminate(): void {
      over.abort();
      worker.terminate();
    },
  };
}

/**
 * A worker that closes itself or is killed raises no event, but its Web Lock is let go: the worker holds the lock from
 * before its first event on, so getting it means that the worker is gone. Browsers and pages without locks (insecure
 * origins) rely on the heartbeat.
 */
async function awaitSilentEnd(name: string, signal: AbortSignal, notifyEnd: (failure: Failure) => void): Promise<void> {
  if (!('locks' in navigator)) return;
  try {
    await navigator.locks.request(name, { signal }, () => notifyEnd({ code: 'worker-crashed', detail: 'the worker ended' }));
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
