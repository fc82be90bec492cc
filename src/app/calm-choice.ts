/**
 * The shared choice as a lab follows it: at once while it is in sight; out of sight once the choice has come to rest, so that what
 * is dragged in one lab is not computed and drawn in all the others too.
 */
import type { Chosen, SharedChoice } from '../labs/lab';

/** Longer than a dragged slider takes from move to move. */
const REST_MS = 250;

export interface CalmChoice extends SharedChoice {
  /** Tells whether the lab is in sight; a lab that comes into sight learns at once what it has missed. */
  setInSight(isInSight: boolean): void;
}

export function createCalmChoice(choice: SharedChoice, isInSightAtFirst: boolean): CalmChoice {
  const listeners = new Set<() => void>();
  let isInSight = isInSightAtFirst;
  /** What the lab knows; without listeners nobody keeps it up to date. */
  let known: Chosen | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopListening: (() => void) | undefined;

  function catchUp(): void {
    clearTimeout(timer);
    if (listeners.size === 0 || known === choice.get()) return;
    known = choice.get();
    for (const listener of [...listeners]) listener();
  }
  function follow(): void {
    clearTimeout(timer);
    // The page's first picture is what everything begins with.
    if (isInSight || known?.picture === null) catchUp();
    else timer = setTimeout(catchUp, REST_MS);
  }

  return {
    ...choice,
    get: () => known ?? choice.get(),
    subscribe(listener) {
      if (listeners.size === 0) {
        known = choice.get();
        stopListening = choice.subscribe(follow);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        stopListening?.();
        known = null;
      };
    },
    setInSight(next) {
      isInSight = next;
      if (isInSight) catchUp();
    },
  };
}
