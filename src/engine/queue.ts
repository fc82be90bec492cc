/**
 * Latest wins: the requests that wait for the engine. Of each operation at most one waits, so a dragged slider never
 * queues; one that a newer request makes pointless resolves to 'superseded'.
 */
import type { EngineApi } from './protocol';

export type Superseded = 'superseded';

/** Operations a reader's action starts, in the order in which waiting ones are served. */
const OPERATIONS = ['encode', 'regenerate', 'captions', 'distances'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Waiting requests that a new one replaces. */
const REPLACES: Record<Operation, readonly Operation[]> = {
  encode: ['encode', 'regenerate', 'captions', 'distances'],
  regenerate: ['regenerate', 'distances'],
  captions: ['captions'],
  distances: ['distances'],
};

/**
 * Running requests whose answer a new one makes pointless. A running `regenerate` is not among them for another one:
 * its picture is shown while the slider moves on.
 */
const OUTDATES: Record<Operation, readonly Operation[]> = {
  encode: ['encode', 'regenerate', 'captions', 'distances'],
  regenerate: ['distances'],
  captions: ['captions'],
  distances: ['distances'],
};

/** The engine as it is called from the page. */
export type EngineRemote = Omit<EngineApi, 'start'>;

/** One request, waiting or running. */
export interface EngineRequest {
  readonly operation: Operation;
  /** Sends it. Resolves with what answers the caller, to be called once; rejects when the engine failed. */
  send(engine: EngineRemote): Promise<() => void>;
  reject(error: Error): void;
  supersede(): void;
  /** False once it was answered, rejected or superseded. */
  open(): boolean;
}

export interface RequestQueue {
  submit<T>(operation: Operation, call: (engine: EngineRemote) => Promise<T>): Promise<T | Superseded>;
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
  const waiting = new Map<Operation, EngineRequest>();
  let running: EngineRequest | undefined;

  return {
    submit<T>(operation: Operation, call: (engine: EngineRemote) => Promise<T>): Promise<T | Superseded> {
      for (const replaced of REPLACES[operation]) {
        waiting.get(replaced)?.supersede();
        waiting.delete(replaced);
      }
      if (running && OUTDATES[operation].includes(running.operation)) running.supersede();
      return new Promise<T | Superseded>((resolve, reject) => {
        waiting.set(operation, createEngineRequest(operation, call, resolve, reject));
        onSubmit();
      });
    },
    next(): EngineRequest | undefined {
      if (running) return undefined;
      const operation = OPERATIONS.find((candidate) => waiting.has(candidate));
      if (!operation) return undefined;
      running = waiting.get(operation);
      waiting.delete(operation);
      return running;
    },
    done(): void {
      running = undefined;
    },
    putBack(): void {
      if (running?.open()) {
        if (waiting.has(running.operation)) running.supersede();
        else waiting.set(running.operation, running);
      }
      running = undefined;
    },
    rejectAll(error: Error): void {
      running?.reject(error);
      for (const request of waiting.values()) request.reject(error);
      running = undefined;
      waiting.clear();
    },
  };
}

function createEngineRequest<T>(
  operation: Operation,
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
    async send(engine: EngineRemote): Promise<() => void> {
      const answer = await call(engine);
      return () => close(() => resolve(answer));
    },
    reject: (error) => close(() => reject(error)),
    supersede: () => close(() => resolve('superseded')),
    open: () => isOpen,
  };
}
