/** Downloads that are listened to: what comes is told, and a download is broken off when nothing comes any more. */
import type { FetchFile } from './files';

/** Looked for so often; counted in looks, so that a thread that was busy, or a machine that slept, takes nothing for silence. */
const LOOK_MS = 5_000;
/** Shorter than the page's patience, so that the file is named before the page takes the worker for hung. */
const SILENT_LOOKS = 9;
/** News at most this often. */
const NEWS_MS = 1_000;

/**
 * The same `fetchFile`, listened to. A browser lets a few downloads through at a time and has others wait for their turn: so one
 * is silent only when nothing comes for any of them.
 * @param onNews told when something came, not for every piece
 */
export function listening(fetchFile: FetchFile, onNews: () => void): FetchFile {
  let pieces = 0;
  let told = Number.NEGATIVE_INFINITY;

  function hear(): void {
    pieces++;
    const now = performance.now();
    if (now - told < NEWS_MS) return;
    told = now;
    onNews();
  }

  return async (url, init) => {
    const silence = awaitSilence(() => pieces);
    try {
      const response = await silence.or(fetchFile(url, { ...init, signal: silence.signal }));
      hear();
      if (response.body) return new Response(heard(response.body, silence, hear), response);
      silence.forget();
      return response;
    } catch (error) {
      silence.forget();
      throw error;
    }
  };
}

interface Silence {
  readonly signal: AbortSignal;
  /** Rejects when there is silence before the work is done. */
  or<T>(work: Promise<T>): Promise<T>;
  forget(): void;
}

function awaitSilence(count: () => number): Silence {
  const breaking = new AbortController();
  const { signal } = breaking;
  let last = count();
  let looks = 0;
  const timer = setInterval(() => {
    looks = count() === last ? looks + 1 : 0;
    last = count();
    if (looks < SILENT_LOOKS) return;
    clearInterval(timer);
    breaking.abort(new Error(`nothing came for ${(LOOK_MS * SILENT_LOOKS) / 1_000} s`));
  }, LOOK_MS);
  return {
    signal,
    or: <T>(work: Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        const fail = (): void => reject(signal.reason);
        signal.addEventListener('abort', fail, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', fail));
      }),
    forget: () => clearInterval(timer),
  };
}

function heard(body: ReadableStream<Uint8Array>, silence: Silence, hear: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await silence.or(reader.read());
        hear();
        if (!done) return controller.enqueue(value);
        silence.forget();
        controller.close();
      } catch (error) {
        silence.forget();
        throw error;
      }
    },
    cancel(reason) {
      silence.forget();
      return reader.cancel(reason);
    },
  });
}
