/** Words of the text tower: English by word, Chinese by character; nothing learned, nothing hidden. */

import * as z from 'zod/mini';
import { filled } from '../../checks';

export const PAD = 0;
/** Token ids that stand for no word: padding, and one that the published table of words holds unused. */
const RESERVED = 2;

const HAN = /\p{Script=Han}/u;

/** Splits a caption into words: runs of letters or digits, lower-case; each Han character by itself. */
export function splitWords(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}|[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.flatMap((word) => (HAN.test(word) ? [...word] : [word]));
}

/** Words that occur in the captions, the more frequent first, then by code point, so that the order is the same everywhere. */
export function buildVocabulary(captions: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of captions.flatMap(splitWords)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
}

/** What vocabulary.json holds: words by the order of their ids. */
export const vocabularySchema = z.array(filled);

export interface Tokeniser {
  /** Number of embeddings: the words and the two reserved ids. */
  readonly size: number;
  /** Ids, cut or padded to `length`. Unknown words are left out: training never shows one, so nothing could stand for them. */
  encode(text: string, length: number): Int32Array;
  /** The caption's words that have no embedding. */
  unknownWords(text: string): string[];
}

export function createTokeniser(vocabulary: readonly string[]): Tokeniser {
  const ids = new Map(vocabulary.map((word, i) => [word, i + RESERVED]));
  return {
    size: vocabulary.length + RESERVED,
    encode(text, length) {
      const tokens = new Int32Array(length).fill(PAD);
      tokens.set(
        splitWords(text)
          .flatMap((word) => ids.get(word) ?? [])
          .slice(0, length),
      );
      return tokens;
    },
    unknownWords: (text) => splitWords(text).filter((word) => !ids.has(word)),
  };
}
