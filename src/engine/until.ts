/** Waiting for something that may never come because its maker is gone. */
import { EngineError, type Failure } from './errors';

/**
 * Settles as `work` does, or rejects with an `EngineError` when `end` is aborted first.
 * Not `Promise.race` with a long-lived promise: that would keep every answer alive as long as the promise.
 */
export function until<T>(end: AbortSignal, failureAtEnd: () => Failure, work: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const fail = (): void => reject(new EngineError(failureAtEnd()));
    if (end.aborted) return fail();
    end.addEventListener('abort', fail, { once: true });
    work.then(resolve, reject).finally(() => end.removeEventListener('abort', fail));
  });
}
