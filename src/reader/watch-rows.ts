/** What is wider than the window: swiped, reached by key, and on a phone brought in by a tap on its edge. */
import { scrollBehavior } from '../ui/scroll-behavior';

/** Pixels of a side in the window up to which only its edge is seen. */
const EDGE = 64;

/** On a phone the two sides of a row are a swipe apart; a tap on the edge of the other brings it in too. */
function bringSideIn({ target }: MouseEvent): void {
  const side = target instanceof Element ? target.closest<HTMLElement>('.row > .side') : null;
  const row = side?.parentElement;
  if (!side || !row || row.scrollWidth <= row.clientWidth + 1) return;
  const { left, right } = side.getBoundingClientRect();
  if (innerWidth - left > EDGE && right > EDGE) return;
  side.scrollIntoView({ block: 'nearest', inline: 'start', behavior: scrollBehavior() });
}

/** A row, table or formula that is wider than the window is swiped; this lets the keyboard reach it too. @returns how to stop watching */
export function watchRows(root: HTMLElement): () => void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (!(target instanceof HTMLElement)) continue;
      if (target.scrollWidth > target.clientWidth + 1) target.tabIndex = 0;
      else target.removeAttribute('tabindex');
    }
  });
  for (const wide of root.querySelectorAll('.row, .scroller, .katex-display')) observer.observe(wide);
  root.addEventListener('click', bringSideIn);
  return () => {
    observer.disconnect();
    root.removeEventListener('click', bringSideIn);
  };
}
