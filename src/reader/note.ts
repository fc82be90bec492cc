/** A note opened over the text: an entry of the lists at the end, shown where it is needed. */

export interface Note {
  /** Id of the entry. */
  readonly id: string;
  /** The words in the text that opened it, or the first of the notes that led on to it. */
  readonly anchor: HTMLElement;
  /** What the words say that lead to the entry, in the text or in another note. */
  readonly words: string;
  /** Asked for by a click or a key, so that it stays and takes the focus; otherwise only pointed at. */
  readonly isPinned: boolean;
}
