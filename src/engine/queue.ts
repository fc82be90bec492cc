/**
 * Latest wins: the requests that wait for the engine. Of each operation at most one waits for each who asks, so a dragged
 * slider never queues; one that a newer request makes pointless resolves to 'superseded'.
 */
import type { EngineApi } from './protocol';

export type Superseded = 'superseded';

/** Operations a reader's action starts, in the order in which waiting ones are served. */
const OPERATIONS = [
  'encode',
  'regenerate',
  'captions',
  'distances',
  'swap',
  'codes',
  'draw',
  'drawVectors',
  'phrase',
  'rank',
  'rankRow',
  'sweep',
  'likeness',
  'trace',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Waiting requests that a new one replaces. */
const REPLACES: Record<Operation, readonly Operation[]> = {
  encode: ['encode', 'regenerate', 'captions', 'distances'],
  regenerate: ['regenerate', 'distances'],
  captions: ['captions'],
  distances: ['distances'],
  swap: ['swap'],
  rank: ['rank'],
  rankRow: ['rankRow'],
  codes: ['codes'],
  draw: ['draw'],
  drawVectors: ['drawVectors'],
  phrase: ['phrase'],
  sweep: ['sweep'],
  likeness: ['likeness'],
  trace: ['trace'],
};

/**
 * Running requests whose answer a new one makes pointless. A running `regenerate` is not among them for another one:
 * its picture is shown while the slider moves on. The same goes for what labs ask.
 */
const OUTDATES: Record<Operation, readonly Operation[]> = {
  encode: ['encode', 'regenerate', 'captions', 'distances'],
  regenerate: ['distances'],
  captions: ['captions'],
  distances: ['distances'],
  swap: [],
  rank: [],
  rankRow: [],
  codes: [],
  draw: [],
  drawVectors: [],
  phrase: [],
  sweep: [],
  likeness: [],
  trace: [],
};

/** Who asks, where several may ask the same: a lab's id. The current image is the page's one, and so is who asks about it. */
export type Asker = string;
const PAGE: Asker = '';

/** The engine as it is called from the page. */
export type EngineRemote = Omit<EngineApi, 'start'>;

/** One request, waiting or running. */
export interface EngineRequest {
  readonly operation: Operation;
  readonly asker: Asker;
  /** Sends it. Resolves with what answers the caller, to be called once; rejects when the engine failed. */
  send(engine: EngineRemote): Promise<() => void>;
  reject(error: Error): void;
  supersede(): void;
  /** False once it was answered, rejected or superseded. */
  open(): boolean;
}

export interface RequestQueue {
  submit<T>(operation: Operation, call: (engine: EngineRemote) => Promise<T>, asker?: Asker): Promise<T | Superseded>;
  /** Takes the next waiting request and makes it the running one. */
  next(): EngineRequest | undefined;
  /** The running request is over. */
  done(): void;
  /** The running request goes back to wait, unless a newer one took its place. */
  putBack(): void;
  /** Rejects everything, running or waiting. */
  rejectAll(error: Error): void;
}

/** @param onSubmit called after a request was added */
export function createRequestQueue(onSubmit: () => void): RequestQueue {
  /** In the order in which they came. */
  let waiting: readonly EngineRequest[] = [];
  let running: EngineRequest | undefined;

  return {
    submit<T>(operation: Operation, call: (engine: EngineRemote) => Promise<T>, asker = PAGE): Promise<T | Superseded> {
      const isReplaced = (other: EngineRequest) => other.asker === asker && REPLACES[operation].includes(other.operation);
      for (const replaced of waiting.filter(isReplaced)) replaced.supersede();
      waiting = waiting.filter((other) => !isReplaced(other));
      if (running?.asker === asker && OUTDATES[operation].includes(running.operation)) running.supersede();
      return new Promise<T | Superseded>((resolve, reject) => {
        waiting = [...waiting, createEngineRequest({ operation, asker }, call, resolve, reject)];
        onSubmit();
      });
    },
    next(): EngineRequest | undefined {
      if (running) return undefined;
      const operation = OPERATIONS.find((candidate) => waiting.some((request) => request.operation === candidate));
      running = waiting.find((request) => request.operation === operation);
      waiting = waiting.filter((request) => request !== running);
      return running;
    },
    done(): void {
      running = undefined;
    },
    putBack(): void {
      const interrupted = running;
      running = undefined;
      if (!interrupted?.open()) return;
      const { operation, asker } = interrupted;
      if (waiting.some((newer) => newer.operation === operation && newer.asker === asker)) interrupted.supersede();
      else waiting = [interrupted, ...waiting];
    },
    rejectAll(error: Error): void {
      running?.reject(error);
      for (const request of waiting) request.reject(error);
      running = undefined;
      waiting = [];
    },
  };
}

function createEngineRequest<T>(
  { operation, asker }: Pick<EngineRequest, 'operation' | 'asker'>,
  call: (engine: EngineRemote) => Promise<T>,
  resolve: (answer: T | Superseded) => void,
  reject: (error: Error) => void,
): EngineRequest {
  let isOpen = true;
  const close = (answer: () => void): void => {
    if (isOpen) answer();
    isOpen = false;
  };
  return {
    operation,
    asker,
    async send(engine: EngineRemote): Promise<() => void> {
      const answer = await call(engine);
      return () => close(() => resolve(answer));
    },
    reject: (error) => close(() => reject(error)),
    supersede: () => close(() => resolve('superseded')),
    open: () => isOpen,
  };
}
