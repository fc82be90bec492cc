/** Moves a lab that is docked beside the text out of the way of what takes the page's whole width, as if both were on one sheet. */
import { type RefObject, useEffect } from 'react';
import { READING_LINE } from '../reader/reading-place';

/** As in the style sheet: only there it stands beside the text. */
const BESIDE = '(min-width: 75rem)';

/** What leaves no column free for it. */
const WIDE = '.stage-home, .section:not(:has([data-lab])), .appendix';

/** Pixels between the two. */
const GAP = 16;

interface Box {
  readonly top: number;
  readonly bottom: number;
}

/**
 * @param dock where it would stand @param wide what it may not cover @param line what begins below this line is still to come
 * @returns pixels to move it by, upwards if negative
 */
export function pushOf(dock: Box, wide: readonly Box[], line: number): number {
  const covered = wide.find(({ top, bottom }) => bottom + GAP > dock.top && top - GAP < dock.bottom);
  if (!covered) return 0;
  return covered.top > line ? covered.top - GAP - dock.bottom : covered.bottom + GAP - dock.top;
}

export function useDockPush(dock: RefObject<HTMLElement | null>, isDocked: boolean): void {
  useEffect(() => {
    const element = dock.current;
    if (!isDocked || !element) return;
    let frame = 0;
    let pushed = 0;
    const move = () => {
      frame = 0;
      const { top, bottom } = element.getBoundingClientRect();
      const boxes = [...document.querySelectorAll(WIDE)].map((wide) => wide.getBoundingClientRect());
      const line = innerHeight * READING_LINE;
      pushed = matchMedia(BESIDE).matches ? pushOf({ top: top - pushed, bottom: bottom - pushed }, boxes, line) : 0;
      element.style.translate = `0 ${pushed}px`;
    };
    const moveSoon = () => {
      frame ||= requestAnimationFrame(move);
    };
    move();
    window.addEventListener('scroll', moveSoon, { passive: true });
    window.addEventListener('resize', moveSoon);
    const growth = new ResizeObserver(moveSoon);
    growth.observe(document.body);
    growth.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      growth.disconnect();
      window.removeEventListener('scroll', moveSoon);
      window.removeEventListener('resize', moveSoon);
      element.style.removeProperty('translate');
    };
  }, [dock, isDocked]);
}
