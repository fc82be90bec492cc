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
  return () => observer.disconnect();
}
