/** A note over the text: the entry's own words, beside those that opened it. */
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useTexts } from '../i18n/use-texts';
import { Button } from '../ui/Button';
import type { Note } from './note';
import { readerTexts } from './texts';
import { NOTE_CARD } from './watch-notes';
import './NoteCard.css';

interface NoteCardProps {
  /** Another entry is another card, which takes the focus anew: to be given the entry's id as its key. */
  readonly note: Note;
  readonly onClose: () => void;
}

/** Least distance from the window's edges and from the words, in pixels. */
const MARGIN = 12;
const GAP = 6;

/** The entry's content without its anchors, which may exist once only. */
function contentOf(id: string): string {
  const copy = document.getElementById(id)?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return '';
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  return copy.innerHTML;
}

/** What the Tab key stops at, in order. */
const stopsIn = (card: HTMLElement | null): readonly Element[] => [...(card?.querySelectorAll('a[href], button') ?? [])];

/** Puts the card under the words, or over them where there is more room. Document coordinates, so that it scrolls along. */
function place(card: HTMLElement, anchor: HTMLElement): void {
  const words = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const isAbove = words.bottom + GAP + height > innerHeight && words.top - GAP - height > 0;
  const left = Math.max(MARGIN, Math.min(words.left, document.documentElement.clientWidth - width - MARGIN));
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${(isAbove ? words.top - GAP - height : words.bottom + GAP) + scrollY}px`;
}

export function NoteCard({ note: { id, anchor, words, isPinned }, onClose }: NoteCardProps) {
  const t = useTexts(readerTexts);
  const card = useRef<HTMLDivElement>(null);
  const content = useMemo(() => contentOf(id), [id]);

  useLayoutEffect(() => {
    if (card.current) place(card.current, anchor);
  }, [anchor]);
  useEffect(() => {
    if (!isPinned) return;
    card.current?.focus({ preventScroll: true });
  }, [isPinned]);
  useEffect(() => {
    const close = (isBackToWords: boolean) => {
      onClose();
      if (isBackToWords && isPinned) anchor.focus({ preventScroll: true });
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        // What else hears of it, such as the tour, stays.
        event.preventDefault();
        close(true);
      }
      if (event.key !== 'Tab') return;
      // The card stands at the end of the page, its words in the middle: from its last stop the next one is the one after the words,
      // and the one before its first are the words themselves.
      const { activeElement } = document;
      const stops = stopsIn(card.current);
      if (!event.shiftKey && activeElement === stops.at(-1)) close(true);
      if (event.shiftKey && isPinned && (activeElement === card.current || activeElement === stops[0])) {
        event.preventDefault();
        close(true);
      }
    };
    const onDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !card.current?.contains(event.target) && !anchor.contains(event.target)) close(false);
    };
    document.addEventListener('keydown', onKey, { capture: true });
    document.addEventListener('pointerdown', onDown);
    return () => {
      document.removeEventListener('keydown', onKey, { capture: true });
      document.removeEventListener('pointerdown', onDown);
    };
  }, [anchor, isPinned, onClose]);

  const entry = document.getElementById(id);
  return (
    <div ref={card} className={NOTE_CARD} role="dialog" aria-label={words} tabIndex={-1} data-verdict={entry?.dataset.verdict}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a copy of what stands on this page already */}
      <div className="note-content" dangerouslySetInnerHTML={{ __html: content }} />
      <div className="note-foot">
        <a href={`#${id}`} onClick={onClose}>
          {t('toEntry')}
        </a>
        {isPinned && (
          <Button
            look="quiet"
            onPress={() => {
              onClose();
              anchor.focus({ preventScroll: true });
            }}
          >
            {t('close')}
          </Button>
        )}
      </div>
    </div>
  );
}
