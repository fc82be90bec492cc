/**
 * The reader's own picture as the first pair of a batch. What the model would say of it is known only once it has been embedded, so
 * it is asked for without a caption and answered with one.
 */
import type { PhraseRanking } from '../../engine/protocol';
import type { OwnPicture } from '../lab';
import type { Gallery } from '../shared/files';
import type { Pair } from './batch';
import { cosinesOf } from './losses';

export interface OwnPair {
  readonly picture: OwnPicture;
  /** The caption as the reader wrote it; null leaves it to the model to choose one of the gallery's. */
  readonly written: string | null;
}

/** An own picture with the caption that it is compared by. */
export interface CaptionedOwnPair extends OwnPair {
  readonly caption: string;
  /** The concept of the gallery that has this caption; null for words of the reader's. */
  readonly concept: string | null;
  /** Whether the model chose it, unasked or because it knows no word of what was written. */
  readonly isModels: boolean;
  /** Written words that the text model does not know. */
  readonly unknown: readonly string[];
  /** How many words it reads, where more were written. */
  readonly limit: number | null;
}

export type BatchPair = Pair | OwnPair;
export type ShownPair = Pair | CaptionedOwnPair;

export const isOwn = <Own extends OwnPair>(pair: Pair | Own): pair is Own => 'picture' in pair;

/** The batch with the own picture, if there is one, before the others; the last makes room for it. */
export const headedBy = (own: OwnPair | null, pairs: readonly Pair[]): readonly BatchPair[] =>
  own ? [own, ...pairs.slice(0, -1)] : pairs;

/** The gallery's captions in one language. */
export interface Captions {
  readonly concepts: Gallery['concepts'];
  readonly textOf: (row: number) => string;
  readonly vectorOf: (row: number) => ArrayLike<number>;
}

export interface ReadCaption {
  readonly pair: CaptionedOwnPair;
  readonly vector: ArrayLike<number>;
}

/**
 * Finds the caption's vector: the gallery's where it is one of its captions, else what the text model makes of it.
 * @param image the picture's vector
 */
export async function readCaption(
  own: OwnPair,
  image: ArrayLike<number>,
  captions: Captions,
  embed: (text: string) => Promise<PhraseRanking | 'superseded'>,
): Promise<ReadCaption | 'superseded'> {
  const { concepts, textOf, vectorOf } = captions;
  const rows = [...concepts.keys()];
  const ofGallery = (row: number, isModels: boolean, unknown: readonly string[] = []): ReadCaption => ({
    pair: { ...own, caption: textOf(row), concept: concepts[row]?.concept ?? null, isModels, unknown, limit: null },
    vector: vectorOf(row),
  });
  const best = (): number => {
    const cosines = cosinesOf([image], rows.map(vectorOf));
    return rows.reduce((first, row) => ((cosines[row] as number) > (cosines[first] as number) ? row : first), 0);
  };

  const { written } = own;
  if (written === null) return ofGallery(best(), true);
  const row = rows.findIndex((each) => textOf(each) === written);
  if (row >= 0) return ofGallery(row, false);
  const read = await embed(written);
  if (read === 'superseded') return read;
  const unknown = read.words.filter(({ isTaught }) => !isTaught).map(({ word }) => word);
  if (!read.vector) return ofGallery(best(), true, unknown);
  const isCut = read.words.length - unknown.length > read.limit;
  return {
    pair: { ...own, caption: written, concept: null, isModels: false, unknown, limit: isCut ? read.limit : null },
    vector: read.vector,
  };
}
