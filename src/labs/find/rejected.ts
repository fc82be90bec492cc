/** What of the address names nothing in this lab. */
import type { SharedState } from '../lab';
import type { Gallery } from '../shared/files';
import { openedLit } from './lit';
import { openedQuery } from './query';

/** A phrase without a word, and what the gallery does not have. */
export function rejectedOf({ phrase, like, lit }: SharedState, gallery: Pick<Gallery, 'concepts' | 'attributions'>): SharedState {
  const isNone = (asked: Pick<SharedState, 'phrase' | 'like'>) => openedQuery(asked, gallery.concepts).kind === 'picture';
  return {
    ...(phrase !== undefined && isNone({ phrase }) ? { phrase } : {}),
    ...(like !== undefined && isNone({ like }) ? { like } : {}),
    ...(lit && !openedLit(lit, gallery) ? { lit } : {}),
  };
}
