/** One rung of the ladder, tried within a time limit. */
import type { OpenBackend, OpenBackendFunction, OpenOptions } from './backend';

/** A backend that answered the probe. */
export interface Candidate {
  readonly backend: OpenBackend;
  readonly probeMs: number;
}

/**
 * @param ask the probe: milliseconds, or a rejection
 * @param onLate told when the backend opened after its time was up and was closed again
 */
export async function tryRung(
  open: OpenBackendFunction,
  ask: () => Promise<number>,
  options: OpenOptions,
  limitMs: number,
  onLate: () => void,
): Promise<Candidate> {
  let givenUp = false;
  let backend: OpenBackend | undefined;
  const candidate = open(options).then(async (opened) => {
    if (givenUp) {
      opened.close();
      onLate();
      throw new TimedOut();
    }
    backend = opened;
    return { backend: opened, probeMs: await ask() };
  });
  try {
    return await within(candidate, limitMs);
  } catch (error) {
    givenUp = true;
    backend?.close();
    throw error;
  }
}

export class TimedOut extends Error {}

async function within<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimedOut(`no answer in ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
