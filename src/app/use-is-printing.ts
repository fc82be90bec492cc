/** Whether the page is being printed: what stands beside the text then goes home. */
import { useSyncExternalStore } from 'react';

const paper = () => matchMedia('print');
/** Browsers say so before they lay the page out for paper. */
let isBegun = false;

function subscribe(onChange: () => void): () => void {
  const media = paper();
  const turn = (next: boolean) => () => {
    isBegun = next;
    onChange();
  };
  const [begin, end] = [turn(true), turn(false)];
  media.addEventListener('change', onChange);
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    media.removeEventListener('change', onChange);
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}

const isPrinting = (): boolean => isBegun || paper().matches;
const whileBuilt = (): boolean => false;

export const useIsPrinting = (): boolean => useSyncExternalStore(subscribe, isPrinting, whileBuilt);
