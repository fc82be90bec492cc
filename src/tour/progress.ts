/** How far the reader has come on the tour, kept on this device where storage is allowed. */

const STORAGE_KEY = 'tour';

/** Id of the stop at which the reader left; null where there is none to go back to. */
export function recallStop(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

/** @param id null when the tour has been seen to its end */
export function keepStop(id: string | null): void {
  try {
    if (id === null) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, id);
  } catch {
    // The tour then begins at its beginning.
  }
}
