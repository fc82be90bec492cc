/** A page with nothing but the engine's client, for tests to call from outside. */
import { createEngineClient, type EngineClient } from '../../../../src/engine/client';
import { EngineError, type Failure } from '../../../../src/engine/errors';
import type { BackendName, EngineStatus, GenerationSettings } from '../../../../src/engine/protocol';
import type { Operation, Superseded } from '../../../../src/engine/queue';
import type { RgbImage } from '../../../../src/model/types';

export interface EnginePage {
  /** Starts the engine; its status changes are kept in `statuses`. @param baseUrl the folder of the models */
  open(backend?: BackendName, baseUrl?: string): void;
  readonly client: EngineClient;
  readonly statuses: EngineStatus[];
  /** Resolves with the next status, or the present one, that is in this state. */
  reached<S extends EngineStatus['state']>(state: S): Promise<Extract<EngineStatus, { state: S }>>;
  /** A picture that is the same each time. */
  picture(seed: number): RgbImage;
  /** Each operation that a reader's action starts, on small input. After `encode`, in any order. */
  readonly operations: Readonly<Record<Operation, () => Promise<unknown | Superseded>>>;
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

const SETTINGS: GenerationSettings = { grid: 16, codebook: 64 };
const LAB = 'test';

const calls: EnginePage = {
  open(backend, baseUrl = './'): void {
    client = createEngineClient({ baseUrl, ...(backend ? { backend } : {}) });
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
  operations: {
    encode: () => calls.client.encode(picture(1), SETTINGS, 'en'),
    regenerate: () => calls.client.regenerate({ grid: 8, codebook: 'inf' }),
    captions: () => calls.client.captions('zh'),
    distances: () => calls.client.distances(0),
    swap: () => calls.client.swap(LAB, picture(1)),
    rank: () => calls.client.rank(LAB, picture(1), 8, 'en'),
    codes: () => calls.client.codes(LAB, [picture(2), picture(3)], SETTINGS),
    draw: () => calls.client.draw(LAB, [new Uint16Array(256), new Uint16Array(256).fill(1)], SETTINGS),
    drawVectors: () => calls.client.drawVectors(LAB, [new Float32Array(128).fill(0.1)]),
    rankRow: () => calls.client.rankRow(LAB, 3, 16),
    phrase: () => calls.client.phrase(LAB, 'red cat'),
    sweep: () => calls.client.sweep(LAB, picture(2), [SETTINGS, { grid: 8, codebook: 2 }]),
    likeness: () => calls.client.likeness(LAB, picture(1).data, [picture(2).data]),
    trace: () => calls.client.trace(LAB, picture(1), SETTINGS),
  },
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
