/** How errors cross the thread boundary: comlink keeps only message, name and stack of an error, so a `Failure` is sent instead. */
import { type TransferHandler, transferHandlers } from 'comlink';
import { EngineError, type Failure } from './errors';

/**
 * Replaces comlink's way with thrown values in this thread; both threads call it once before they talk.
 * @param toFailure names the failure an error of this thread stands for
 */
export function carryFailures(toFailure: (error: unknown) => Failure): void {
  const standard = transferHandlers.get('throw');
  if (!standard) throw new Error('comlink has no handler for thrown values');
  const handler: TransferHandler<{ value: unknown }, Failure> = {
    canHandle: (value): value is { value: unknown } => standard.canHandle(value),
    serialize: ({ value }) => [toFailure(value), []],
    deserialize: (failure) => {
      throw new EngineError(failure);
    },
  };
  transferHandlers.set('throw', handler);
}
