/** What is looked for. */
import type { SharedState } from '../lab';

export type Query =
  /** The picture that all labs share. */
  | { readonly kind: 'picture' }
  | { readonly kind: 'phrase'; readonly text: string }
  /** A drawing of the gallery, by its row. */
  | { readonly kind: 'drawing'; readonly row: number };

export const PICTURE: Query = { kind: 'picture' };

/** Longest phrase that is taken: many times what the text tower reads. */
export const LONGEST_PHRASE = 120;

type Shared = { readonly [Key in 'phrase' | 'like']?: SharedState[Key] | undefined };

/** @param concepts of the gallery; one that it has not leaves the shared picture */
export function openedQuery({ phrase, like }: Shared, concepts: readonly { readonly concept: string }[]): Query {
  if (phrase?.trim()) return { kind: 'phrase', text: phrase.trim() };
  const row = like === undefined ? -1 : concepts.findIndex(({ concept }) => concept === like);
  return row < 0 ? PICTURE : { kind: 'drawing', row };
}

export function sharedQuery(query: Query, concepts: readonly { readonly concept: string }[]): Shared {
  return {
    phrase: query.kind === 'phrase' ? query.text : undefined,
    like: query.kind === 'drawing' ? concepts[query.row]?.concept : undefined,
  };
}
