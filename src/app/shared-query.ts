/**
 * The query of the page's address, as the labs write it. Browsers allow an address to change only so often (Safari throws after a
 * hundred times in half a minute, which one dragged slider reaches): what goes beyond that is written together, a little later.
 */
import { type AddressChanges, writeAddress } from './address';

/** Changes that are written at once, and milliseconds until one more may be: fewer than a hundred in half a minute. */
const ROOM = 30;
const REFILL_MS = 450;

export interface SharedQuery {
  /** As it is, or is about to be. */
  get(): string;
  change(changes: AddressChanges): void;
  /** Writes what has not been written yet. */
  flush(): void;
}

/** @param read the query as it stands in the address @param write puts another one there */
export function createSharedQuery(read: () => string, write: (query: string) => void): SharedQuery {
  let room = ROOM;
  let waiting: string | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  const get = () => waiting ?? read();
  function flush(): void {
    if (waiting !== null && waiting !== read()) {
      room -= 1;
      write(waiting);
      timer ??= setInterval(refill, REFILL_MS);
    }
    waiting = null;
  }
  function refill(): void {
    room += 1;
    flush();
    if (room < ROOM) return;
    clearInterval(timer);
    timer = undefined;
  }

  return {
    get,
    change(changes) {
      waiting = writeAddress(get(), changes);
      if (room > 0) flush();
    },
    flush,
  };
}
