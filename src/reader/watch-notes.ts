/** Opens a note where words with `data-note` are pointed at, tapped, or chosen by key. */
import type { Note } from './note';

/** Milliseconds of rest on the words before the note opens, and of grace on the way over to it. */
const OPEN_AFTER = 180;
const CLOSE_AFTER = 250;

/** Marks the note's own element, so that a pointer on it keeps it open. */
export const NOTE_CARD = 'note-card';

const wordsAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-note]') : null;
const isOnCard = (target: EventTarget | null) => target instanceof Element && target.closest(`.${NOTE_CARD}`) !== null;

/** @param show changes which note is shown, if any @returns how to stop watching */
export function watchNotes(root: HTMLElement, show: (update: (shown: Note | null) => Note | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (milliseconds: number, act: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
  const open = (element: HTMLElement, isPinned: boolean) => {
    const id = element.dataset.note;
    if (!id || !document.getElementById(id)) return;
    const words = element.textContent ?? '';
    const isInNote = isOnCard(element);
    show((shown) => {
      if (shown?.isPinned && !isPinned) return shown;
      // Words inside of a note go away with it: what it leads on to stands where the first note stood.
      return { id, anchor: isInNote && shown ? shown.anchor : element, words, isPinned };
    });
  };
  const close = () => show((shown) => (shown?.isPinned ? shown : null));

  const onOver = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse') return;
    const anchor = wordsAt(event.target);
    // A word inside of a note leads on by a click; pointing at it keeps the note.
    if (isOnCard(event.target)) clearTimeout(timer);
    else if (anchor) later(OPEN_AFTER, () => open(anchor, false));
    else later(CLOSE_AFTER, close);
  };
  const onClick = (event: MouseEvent) => {
    const anchor = wordsAt(event.target);
    if (!anchor || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (!document.getElementById(anchor.dataset.note ?? '')) return;
    event.preventDefault();
    clearTimeout(timer);
    open(anchor, true);
  };
  // Symbols in formulas are hidden from assistive technology, which has the formula as MathML; their notes are those of words beside.
  for (const words of root.querySelectorAll('a[data-note]')) words.setAttribute('aria-haspopup', 'dialog');
  document.addEventListener('pointerover', onOver);
  document.addEventListener('click', onClick);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('pointerover', onOver);
    document.removeEventListener('click', onClick);
  };
}
