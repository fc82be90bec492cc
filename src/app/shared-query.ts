/**
 * The query of the page's address, as the labs write it. Browsers allow an address to change only so often (Safari throws after a
 * hundred times in half a minute, which one dragged slider reaches): what goes beyond that is written together, a little later.
 */
import { type AddressChanges, writeAddress } from './address';

/** Changes that are written at once, and milliseconds until one more may be: fewer than a hundred in half a minute. */
const ROOM = 30;
const REFILL_MS = 450;

export interface SharedQuery {
  /** As the page has it, whether or not the address says so yet. */
  get(): string;
  change(changes: AddressChanges): void;
  /** Writes what has not been written yet. */
  flush(): void;
}

/** @param read the query as it stands in the address @param write puts another one there */
export function createSharedQuery(read: () => string, write: (query: string) => void): SharedQuery {
  let room = ROOM;
  let known = read();
  let timer: ReturnType<typeof setInterval> | undefined;

  function flush(): void {
    if (known === read()) return;
    room -= 1;
    write(known);
    timer ??= setInterval(refill, REFILL_MS);
  }
  function refill(): void {
    room += 1;
    flush();
    if (room < ROOM) return;
    clearInterval(timer);
    timer = undefined;
  }

  return {
    get: () => known,
    change(changes) {
      known = writeAddress(known, changes);
      if (room > 0) flush();
    },
    flush,
  };
}
