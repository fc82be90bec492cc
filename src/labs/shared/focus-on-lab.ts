/** Where the focus goes from a button that goes away as it is pressed. */

/** Gives it to the lab that has it, so that the next key goes on from there and not from the top of the page. */
export function focusOnLab(): void {
  const lab = document.activeElement?.closest<HTMLElement>('section[aria-labelledby]');
  if (!lab) return;
  lab.tabIndex = -1;
  lab.focus({ preventScroll: true });
}
