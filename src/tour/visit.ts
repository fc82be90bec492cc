/** Takes the reader to a stop of the tour and, once its lab is there, has it show what the stop speaks of. */
import { scrollBehavior } from '../ui/scroll-behavior';
import type { TourStep } from './steps';

export type Ask = (written: Readonly<Record<string, string>>) => void;

/** How often a lab on its way is looked for, and for how long, in milliseconds. */
const LOOK_EVERY = 150;
const GIVE_UP_AFTER = 15_000;

/** As in the style sheet: a lab's parts stand one below the other. */
const PHONE = '(max-width: 43.99rem)';

function bringIntoView(target: HTMLElement): void {
  target.scrollIntoView({ block: 'start', behavior: scrollBehavior() });
}

/** Whether what has its home there has been fetched; a stop in the text has nothing to wait for. */
const isFetched = (target: HTMLElement) => target.querySelector('.lab-pending') === null;

/** Whether the lab there can be set: one that still waits for its files has no controls, and hears nothing. */
const canBeSet = (target: HTMLElement) => target.querySelector('.stage-lab :is(button, input, select)') !== null;

/** @returns how to give up the visit: what comes too late is then left alone */
export function visit({ at, part, asks }: TourStep, ask: Ask): () => void {
  const target = document.getElementById(at);
  if (!target) return () => undefined;
  const show = () => {
    const narrower = part && matchMedia(PHONE).matches ? target.querySelector<HTMLElement>(part) : null;
    bringIntoView(narrower ?? target);
  };
  target.dataset.toured = '';
  show();
  const isThere = () => isFetched(target) && (!asks || canBeSet(target));
  const wasThere = isThere();
  const since = performance.now();
  const timer = setInterval(() => {
    const isLate = performance.now() - since > GIVE_UP_AFTER;
    if (!isThere() && !isLate) return;
    clearInterval(timer);
    // What came in on the way has moved the page.
    if (!wasThere) show();
    if (asks && !isLate) ask(asks);
  }, LOOK_EVERY);
  return () => {
    clearInterval(timer);
    delete target.dataset.toured;
  };
}
