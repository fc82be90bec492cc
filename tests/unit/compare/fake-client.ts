/** An engine client whose every answer the test gives by hand, to play out late and failed results. */
import type { EngineClient } from '../../../src/engine/client';
import { EngineError, type Failure } from '../../../src/engine/errors';

type Operation =
  | 'encode'
  | 'regenerate'
  | 'captions'
  | 'distances'
  | 'swap'
  | 'rank'
  | 'rankRow'
  | 'codes'
  | 'draw'
  | 'drawVectors'
  | 'phrase'
  | 'sweep'
  | 'likeness'
  | 'trace'
  | 'memory';

export interface Call {
  readonly operation: Operation;
  readonly arguments: readonly unknown[];
  answer(result: unknown): Promise<void>;
  fail(failure: Failure): Promise<void>;
}

/** Lets everything that waits for settled promises run. */
export const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

export function createFakeClient() {
  const calls: Call[] = [];
  const record =
    (operation: Operation) =>
    (...given: unknown[]) =>
      new Promise<never>((resolve, reject) => {
        calls.push({
          operation,
          arguments: given,
          answer: (result) => {
            resolve(result as never);
            return settle();
          },
          fail: (failure) => {
            reject(new EngineError(failure));
            return settle();
          },
        });
      });
  const client: EngineClient = {
    subscribe: () => () => undefined,
    encode: record('encode'),
    regenerate: record('regenerate'),
    captions: record('captions'),
    distances: record('distances'),
    swap: record('swap'),
    rank: record('rank'),
    codes: record('codes'),
    draw: record('draw'),
    drawVectors: record('drawVectors'),
    phrase: record('phrase'),
    rankRow: record('rankRow'),
    sweep: record('sweep'),
    likeness: record('likeness'),
    trace: record('trace'),
    memory: record('memory'),
    retry: () => undefined,
    dispose: () => undefined,
  };
  return { client, calls, last: () => calls.at(-1)! };
}
