/** A time limit over several steps, so that no file can make the page wait for ever. */
import { Refusal } from '../../image-file/failures';

export interface Deadline {
  /**
   * Resolves as `work` does, or rejects with a {@link Refusal} when time is up; work itself cannot be stopped,
   * so what it yields too late goes to `discard`.
   */
  within<T>(work: Promise<T>, discard?: (late: T) => void): Promise<T>;
  /** Lets the page draw and answer, then throws a {@link Refusal} if time is up. */
  breathe(): Promise<void>;
}

export function startDeadline(seconds: number): Deadline {
  const end = performance.now() + seconds * 1000;
  const timedOut = () => new Refusal({ code: 'timed-out', seconds });
  return {
    within<T>(work: Promise<T>, discard: (late: T) => void = () => undefined): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        let waiting = true;
        const timer = setTimeout(() => {
          waiting = false;
          reject(timedOut());
        }, end - performance.now());
        work.then((value) => (waiting ? resolve(value) : discard(value)), reject).finally(() => clearTimeout(timer));
      });
    },
    async breathe(): Promise<void> {
      await nextTask();
      if (performance.now() > end) throw timedOut();
    },
  };
}

/** Unlike a timer, a message is not delayed in a tab that is in the background. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
