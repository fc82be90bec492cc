/** The page's one engine: its client is fetched when first asked for, and its status is kept for all to read. */
import { create } from 'zustand';
import type { EngineClient, EngineClientOptions } from '../engine/client';
import { failureOf } from '../engine/errors';
import type { EngineStatus } from '../engine/protocol';
import { fetchScript } from './fetch-script';

export interface PageEngine {
  /** The client; the first call fetches its script and starts the worker. */
  client(): Promise<EngineClient>;
  /** Starts again after 'failed'. */
  retry(): void;
}

export const useEngineStatus = create<EngineStatus>(() => ({ state: 'starting' }));

/** @param options what the engine is to load first, and the backend that the address forces */
export function createPageEngine(options: EngineClientOptions): PageEngine {
  let pending: Promise<EngineClient> | undefined;

  async function load(): Promise<EngineClient> {
    const { createEngineClient } = await fetchScript(() => import('../engine/client'));
    const client = createEngineClient(options);
    client.subscribe((status) => {
      if (status.state === 'ready' && performance.getEntriesByName('engine-ready', 'mark').length === 0)
        performance.mark('engine-ready');
      useEngineStatus.setState(status, true);
    });
    return client;
  }

  const start = () => {
    pending ??= load().catch((cause: unknown) => {
      // The script itself did not arrive: the next attempt fetches it anew.
      pending = undefined;
      useEngineStatus.setState({ state: 'failed', failure: failureOf(cause) }, true);
      throw cause;
    });
    return pending;
  };

  return {
    client: start,
    retry() {
      const loaded = pending;
      if (loaded) void loaded.then((client) => client.retry());
      else useEngineStatus.setState({ state: 'starting' }, true);
      // A failed fetch has been reported by then; `retry` only starts the next one.
      void start().catch(() => undefined);
    },
  };
}

/** Calls `listener` whenever the engine becomes ready, at once if it is. @returns how to stop listening */
export function onEngineReady(listener: () => void): () => void {
  if (useEngineStatus.getState().state === 'ready') listener();
  return useEngineStatus.subscribe((status, before) => {
    if (status.state === 'ready' && before.state !== 'ready') listener();
  });
}
