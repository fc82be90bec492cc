/** Carries word between the text and the labs: what the text asks to see, and what the lab is asked to show. */
import type { SharedState } from '../labs/lab';
import type { WordsLink } from '../reader/watch-lab-words';
import { readAddress } from './address';

type Listener = (state: SharedState) => void;

export interface LabLink extends WordsLink {
  /** The text asks a lab to show something. */
  ask(asked: SharedState): void;
  onAsked(listener: Listener): () => void;
  /** A lab tells what it is asked to show. */
  tell(state: SharedState): void;
  /** Calls `listener` with what the lab tells, at once if it has. @returns how to stop listening */
  onTold(listener: Listener): () => void;
}

export function createLabLink(): LabLink {
  const askListeners = new Set<Listener>();
  const tellListeners = new Set<Listener>();
  let told: SharedState = {};
  const listen = (listeners: Set<Listener>, listener: Listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const ask = (asked: SharedState) => askListeners.forEach((listener) => listener(asked));
  return {
    ask,
    askWritten(written) {
      const { address } = readAddress(new URLSearchParams(Object.entries(written)).toString());
      ask(address);
    },
    onAsked: (listener) => listen(askListeners, listener),
    tell(state) {
      told = { ...told, ...state };
      tellListeners.forEach((listener) => listener(told));
    },
    onTold(listener) {
      listener(told);
      return listen(tellListeners, listener);
    },
  };
}
