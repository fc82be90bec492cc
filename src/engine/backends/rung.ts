/** One rung of the ladder, tried within a time limit. */
import type { OpenBackend, OpenBackendFunction, OpenOptions } from './backend';
import { withinTime } from './time-box';

/** A backend that answered the probe. */
export interface Candidate {
  readonly backend: OpenBackend;
  readonly probeMs: number;
}

export interface RungHooks {
  /** Told with true when the rung begins to wait for its files, and with false when it goes on. */
  onFetching(isFetching: boolean): void;
  /** Told when the backend opened after its time was up and was closed again. */
  onLate(): void;
}

/**
 * @param ask the probe: milliseconds, or a rejection
 * @throws TimedOut, or what opening or asking throws
 */
export async function tryRung(
  open: OpenBackendFunction,
  ask: () => Promise<number>,
  options: OpenOptions,
  limitMs: number,
  { onFetching, onLate }: RungHooks,
): Promise<Candidate> {
  let backend: OpenBackend | undefined;
  try {
    return await withinTime(limitMs, onFetching, async (box) => {
      const opened = await open(options, box);
      if (box.over.aborted) {
        opened.close();
        onLate();
        throw box.over.reason;
      }
      backend = opened;
      return { backend: opened, probeMs: await ask() };
    });
  } catch (error) {
    backend?.close();
    throw error;
  }
}
