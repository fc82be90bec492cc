/** Takes the reader to a stop of the tour and, once its lab is there, has it show what the stop speaks of. */
import { scrollBehavior } from '../ui/scroll-behavior';
import type { TourStep } from './steps';

export type Ask = (written: Readonly<Record<string, string>>) => void;

/** How often a lab on its way is looked for, and for how long in all the page is led, in milliseconds: files may be slow to come. */
const LOOK_EVERY = 150;
const GIVE_UP_AFTER = 60_000;

/** As in the style sheet: a lab's parts stand one below the other. */
const PHONE = '(max-width: 43.99rem)';

function bringIntoView(target: HTMLElement): void {
  target.scrollIntoView({ block: 'start', behavior: scrollBehavior() });
}

/** Whether what has its home there has been fetched; a stop in the text has nothing to wait for. */
const isFetched = (target: HTMLElement) => target.querySelector('.lab-pending') === null;

/** Whether the lab there can be set: one that still waits for its files has no controls, and hears nothing. */
const canBeSet = (target: HTMLElement) => target.querySelector('.stage-lab :is(button, input, select)') !== null;

/** The page is let go when it has not grown or shrunk for so long, in milliseconds: labs grow as their results come. */
const SETTLE = 4_000;
/** Where a stop may come to rest beside its place, in pixels. */
const NEAR = 24;

/** What tells that the reader has taken the page over. */
const BY_HAND = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** How far an element's top is from where `bringIntoView` would take it. */
function distanceToPlace(target: HTMLElement): number {
  const pixels = (value: string) => Number.parseFloat(value) || 0;
  const margin = pixels(getComputedStyle(target).scrollMarginTop);
  const padding = pixels(getComputedStyle(document.documentElement).scrollPaddingTop);
  return Math.abs(target.getBoundingClientRect().top - margin - padding);
}

/** @returns how to give up the visit: what comes too late is then left alone */
export function visit({ at, part, asks }: TourStep, ask: Ask): () => void {
  const target = document.getElementById(at);
  if (!target) return () => undefined;
  const partHere = part && matchMedia(PHONE).matches ? part : undefined;
  const found = () => (partHere ? target.querySelector<HTMLElement>(partHere) : target);
  const place = () => found() ?? target;
  target.dataset.toured = '';
  bringIntoView(place());
  const isThere = () => isFetched(target) && (!asks || canBeSet(target));
  const since = performance.now();
  let isAsked = false;
  let steadySince = since;
  let lastHeight = Number.NaN;
  let lastTop = Number.NaN;
  let isHeld = true;
  const letGo = () => {
    isHeld = false;
    for (const event of BY_HAND) removeEventListener(event, letGo);
  };
  for (const event of BY_HAND) addEventListener(event, letGo, { passive: true });
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - since > GIVE_UP_AFTER) {
      end();
      return;
    }
    if (!isAsked) {
      if (!isThere()) return;
      if (asks) ask(asks);
      isAsked = true;
    }
    const height = document.documentElement.scrollHeight;
    if (height !== lastHeight || found() === null) steadySince = now;
    lastHeight = height;
    // What came in on the way has moved the page; while it still moves, it is on its way to somewhere.
    const top = scrollY;
    if (isHeld && top === lastTop && distanceToPlace(place()) > NEAR) bringIntoView(place());
    lastTop = top;
    if (!isHeld || now - steadySince > SETTLE) end();
  }, LOOK_EVERY);
  const end = () => {
    clearInterval(timer);
    letGo();
  };
  return () => {
    end();
    delete target.dataset.toured;
  };
}
