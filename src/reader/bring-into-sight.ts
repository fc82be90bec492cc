/**
 * Leads to the part of a lab that shows what words have set, where none is in the window: the reader who pressed them would see
 * nothing happen. A lab's part names in `data-shows` what it shows, by the names of the page's address.
 */

import { scrollBehavior } from '../ui/scroll-behavior';

/** Pixels of a part that are enough to see it change. */
const ENOUGH = 160;
/** Windows' heights from the words: what is further away belongs to other text. */
const REACH = 2.5;

const shows = (part: HTMLElement, names: readonly string[]) =>
  (part.dataset.shows ?? '').split(' ').some((name) => names.includes(name));

function isInSight(part: HTMLElement): boolean {
  const { top, bottom } = part.getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, 0) >= Math.min(ENOUGH, bottom - top);
}

/** @param names of what was set @param words where it was set */
export function bringIntoSight(names: readonly string[], words: HTMLElement): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-shows]')].filter((part) => shows(part, names));
  // The reader folded it, and can unfold it.
  if (parts.some((part) => part.closest('[data-docked][data-folded]'))) return;
  const visible = parts.filter((part) => part.checkVisibility());
  if (visible.some(isInSight)) return;
  const here = words.getBoundingClientRect().top;
  const distanceTo = (part: HTMLElement) => {
    const { top, bottom } = part.getBoundingClientRect();
    return Math.min(Math.abs(top - here), Math.abs(bottom - here));
  };
  const [nearest] = visible.sort((a, b) => distanceTo(a) - distanceTo(b));
  if (!nearest || distanceTo(nearest) > REACH * innerHeight) return;
  const isTall = nearest.offsetHeight > innerHeight / 2;
  nearest.scrollIntoView({ block: isTall ? 'start' : 'center', behavior: scrollBehavior() });
}
