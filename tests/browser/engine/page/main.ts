/** A page with nothing but the engine's client, for tests to call from outside. */
import { createEngineClient, type EngineClient } from '../../../../src/engine/client';
import { EngineError, type Failure } from '../../../../src/engine/errors';
import type { BackendName, EngineStatus } from '../../../../src/engine/protocol';
import type { RgbImage } from '../../../../src/model/types';

export interface EnginePage {
  /** Starts the engine; its status changes are kept in `statuses`. */
  open(backend?: BackendName): void;
  readonly client: EngineClient;
  readonly statuses: EngineStatus[];
  /** Resolves with the next status, or the present one, that is in this state. */
  reached<S extends EngineStatus['state']>(state: S): Promise<Extract<EngineStatus, { state: S }>>;
  /** A picture that is the same each time. */
  picture(seed: number): RgbImage;
  /** The failure a call rejects with. */
  failureOf(call: Promise<unknown>): Promise<Failure | undefined>;
}

let client: EngineClient | undefined;
const statuses: EngineStatus[] = [];

function picture(seed: number): RgbImage {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  };
  return { width: 64, height: 64, data: Uint8Array.from({ length: 64 * 64 * 3 }, next) };
}

const calls: EnginePage = {
  open(backend): void {
    client = createEngineClient({ baseUrl: './', ...(backend ? { backend } : {}) });
    client.subscribe((status) => statuses.push(status));
  },
  get client(): EngineClient {
    if (!client) throw new Error('open() comes first');
    return client;
  },
  statuses,
  reached<S extends EngineStatus['state']>(state: S) {
    return new Promise<Extract<EngineStatus, { state: S }>>((resolve) => {
      calls.client.subscribe((status) => {
        if (status.state === state) resolve(status as Extract<EngineStatus, { state: S }>);
      });
    });
  },
  picture,
  failureOf: (call) =>
    call.then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof EngineError) return error.failure;
        throw error;
      },
    ),
};

declare global {
  var enginePage: EnginePage;
}

globalThis.enginePage = calls;
