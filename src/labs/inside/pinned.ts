/** The symbol that the reader keeps lit, where pointing is not enough: on a touch screen, or while going elsewhere by keyboard. */
import { createContext, type RefObject, useContext, useEffect } from 'react';

export interface Pinned {
  readonly pinned: string | null;
  pin(symbol: string | null): void;
}

export const PinnedContext = createContext<Pinned>({ pinned: null, pin: () => undefined });

export const usePinned = (): Pinned => useContext(PinnedContext);

/** Marks all within `root` that bears the pinned name; formulas are set anew without React knowing, so whenever something changes there. */
export function usePinnedMarks(root: RefObject<HTMLElement | null>, pinned: string | null): void {
  useEffect(() => {
    const element = root.current;
    if (!element || pinned === null) return;
    const marked = () => element.querySelectorAll<HTMLElement>('[data-symbol]');
    const mark = () => {
      for (const each of marked()) each.toggleAttribute('data-pinned', each.dataset.symbol?.split(' ').includes(pinned) ?? false);
    };
    mark();
    const observer = new MutationObserver(mark);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      for (const each of marked()) each.removeAttribute('data-pinned');
    };
  }, [root, pinned]);
}
