/** A small chart of the overview chooses what it shows, as its button in the row above does. @returns how to stop watching */
export function watchOverview(root: HTMLElement): () => void {
  const onClick = (event: MouseEvent) => {
    const chart = event.target instanceof Element && event.target.closest<HTMLElement>('[data-chooses]');
    if (chart) document.getElementById(chart.dataset.chooses ?? '')?.click();
  };
  root.addEventListener('click', onClick);
  return () => root.removeEventListener('click', onClick);
}
