/** What of the address names nothing in this lab. */
import type { SharedState } from '../lab';
import type { Gallery } from '../shared/files';
import { openedLit } from './lit';
import { FIRST_MAPS, unpackMaps } from './plots';
import { openedQuery } from './query';

/** A phrase without a word, what the gallery does not have, and a text of which no map can read anything. */
export function rejectedOf(
  { phrase, like, lit, maps }: SharedState,
  gallery: Pick<Gallery, 'concepts' | 'attributions'>,
): SharedState {
  const isNone = (asked: Pick<SharedState, 'phrase' | 'like'>) => openedQuery(asked, gallery.concepts).kind === 'picture';
  return {
    ...(phrase !== undefined && isNone({ phrase }) ? { phrase } : {}),
    ...(like !== undefined && isNone({ like }) ? { like } : {}),
    ...(maps !== undefined && unpackMaps(maps) === FIRST_MAPS ? { maps } : {}),
    ...(lit && !openedLit(lit, gallery) ? { lit } : {}),
  };
}
