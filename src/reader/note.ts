/** A note opened over the text: an entry of the lists at the end, shown where it is needed. */

export interface Note {
  /** Id of the entry. */
  readonly id: string;
  /** The words that opened it. */
  readonly anchor: HTMLElement;
  /** Asked for by a click or a key, so that it stays and takes the focus; otherwise only pointed at. */
  readonly isPinned: boolean;
}
