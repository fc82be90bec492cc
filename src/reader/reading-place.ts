/** Where the reader is: the part being read, and the lab that belongs beside it. */
import { create } from 'zustand';
import { afterFrame } from '../ui/after-frame';

export interface ReadingPlace {
  /** Id of what is being read: a section, the home of a lab outside of the sections, or a list at the end. */
  readonly part: string | null;
  /** Id of the lab that belongs beside it. */
  readonly lab: string | null;
}

export const useReadingPlace = create<ReadingPlace>(() => ({ part: null, lab: null }));

/** What is at this share of the window's height is being read: below a lab that stands above the text. */
export const READING_LINE = 0.5;

const PARTS = '[data-part], [data-piece], .appendix';

/** A section is read whether its text is or a lab in it. */
const idOf = (part: HTMLElement) => part.closest<HTMLElement>('[data-section]')?.dataset.section ?? part.dataset.part ?? part.id;

/** Watches the page's scrolling. @returns how to stop */
export function watchReadingPlace(): () => void {
  let callOff: (() => void) | undefined;
  const look = () => {
    callOff = undefined;
    const line = innerHeight * READING_LINE;
    const parts = [...document.querySelectorAll<HTMLElement>(PARTS)];
    const current = parts.findLast((part) => part.getBoundingClientRect().top <= line);
    const place = { part: current ? idOf(current) : null, lab: current?.dataset.lab ?? null };
    const before = useReadingPlace.getState();
    if (place.part !== before.part || place.lab !== before.lab) useReadingPlace.setState(place);
  };
  const lookSoon = () => {
    callOff ??= afterFrame(look);
  };
  lookSoon();
  window.addEventListener('scroll', lookSoon, { passive: true });
  window.addEventListener('resize', lookSoon);
  // A lab that arrives moves what is below it, and no scrolling tells of it.
  const growth = new ResizeObserver(lookSoon);
  growth.observe(document.body);
  return () => {
    callOff?.();
    growth.disconnect();
    window.removeEventListener('scroll', lookSoon);
    window.removeEventListener('resize', lookSoon);
  };
}
