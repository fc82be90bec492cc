/** The time in which a rung must answer. It stands still while files are on their way: a slow link is no fault of the rung. */

export class TimedOut extends Error {}

/** As whoever works within a limit sees it. */
export interface TimeBox {
  /** Waits for something that comes from the site; the time begins anew once it is here. */
  fetching<T>(download: () => Promise<T>): Promise<T>;
  /** Aborted when the time is up: others compute by then, and tfjs is theirs. */
  readonly over: AbortSignal;
}

/** For those who open a backend outside the ladder. */
export const UNLIMITED: TimeBox = { fetching: (download) => download(), over: new AbortController().signal };

/**
 * @param onFetching told when the time stops, with true, and when it begins anew, with false
 * @throws TimedOut when the time is up, and what `work` throws
 */
export async function withinTime<T>(
  limitMs: number,
  onFetching: (isFetching: boolean) => void,
  work: (box: TimeBox) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const over = ending.signal;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = (): void => {
    timer = setTimeout(() => ending.abort(new TimedOut(`no answer in ${limitMs} ms`)), limitMs);
  };
  const box: TimeBox = {
    over,
    async fetching(download) {
      if (over.aborted) throw over.reason;
      clearTimeout(timer);
      onFetching(true);
      try {
        return await download();
      } finally {
        onFetching(false);
        begin();
      }
    },
  };
  const end = new Promise<never>((_, reject) => over.addEventListener('abort', () => reject(over.reason)));
  begin();
  try {
    return await Promise.race([work(box), end]);
  } finally {
    clearTimeout(timer);
  }
}
