/** Brings the article to life: notes open, symbols light up, words drive the lab, guesses are kept. */
import { type RefObject, useEffect, useState } from 'react';
import type { ArticleHtml } from './article-html';
import type { Note } from './note';
import { watchChoices } from './watch-choices';
import { type WordsLink, watchLabWords } from './watch-lab-words';
import { watchNotes } from './watch-notes';
import { watchOverview } from './watch-overview';
import { watchPredictions } from './watch-predictions';
import { watchRows } from './watch-rows';
import { watchSymbols } from './watch-symbols';

/**
 * @param root holds the article
 * @param link null while nothing can be driven
 * @returns the note to show, and how to close it
 */
export function useReading(root: RefObject<HTMLElement | null>, article: ArticleHtml, link: WordsLink | null) {
  const [note, setNote] = useState<Note | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other elements to watch
  useEffect(() => {
    const element = root.current;
    if (!element || !link) return;
    const left = [
      () => watchPredictions(element),
      () => watchChoices(element),
      () => watchNotes(element, setNote),
      () => watchLabWords(element, link),
      () => watchOverview(element),
      () => watchRows(element),
      () => watchSymbols(),
    ];
    const stops: (() => void)[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    // One after the other: each looks through the whole article, and the reader may be scrolling.
    const startNext = () => {
      const start = left.shift();
      if (!start) return;
      stops.push(start());
      timer = setTimeout(startNext);
    };
    startNext();
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      setNote(null);
    };
  }, [root, link, article]);
  return { note, closeNote: () => setNote(null) };
}
