/** What the lexicon is fitted to beside captions: further words for the training concepts, and a dictionary's entries for common nouns and well-known names. */
import { createRequire } from 'node:module';
import { Converter } from 'opencc-js/t2cn';
import * as z from 'zod/mini';
import { type Concept, type Keywords, keywordsSchema, type Split } from '../../src/dataset/schema';
import { codepointKey } from './emojibase';
import { loadNouns, type Noun, type Nouns } from './wordnet';

const require = createRequire(import.meta.url);

/** Hexcodes' key and what is said of that emoji. */
type Index = ReadonlyMap<string, readonly string[]>;

const hexcodeOf = (emoji: string): string => [...emoji].map((unit) => unit.codePointAt(0)?.toString(16) ?? '').join('-');

/** Keywords of emojilib, by the emoji that they are of; there, words of one keyword are joined by underscores. */
function emojilibKeywords(): Index {
  const lists = z.record(z.string(), z.array(z.string())).parse(require('emojilib'));
  return new Map(
    Object.entries(lists).map(([emoji, words]) => [
      codepointKey(hexcodeOf(emoji)),
      words.map((word) => word.replaceAll('_', ' ')),
    ]),
  );
}

/** CLDR's labels and tags in traditional characters, made simplified with the words of the mainland (OpenCC). */
function simplifiedNames(): Index {
  const simplified = Converter({ from: 'twp', to: 'cn' });
  const entrySchema = z.object({ hexcode: z.string(), label: z.string(), tags: z.optional(z.array(z.string())) });
  const entries = z.array(entrySchema).parse(require('emojibase-data/zh-hant/data.json'));
  return new Map(
    entries.map(({ hexcode, label, tags = [] }) => [codepointKey(hexcode), [label, ...tags].map((name) => simplified(name))]),
  );
}

/** The entry of the longest end of a label that has one: of `fire engine`, else of `engine`; of `eggs`, that of `egg`. */
function entryOf(label: string, nouns: Nouns): Noun | undefined {
  const words = label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .map((_, from) => words.slice(from).join(' '))
    .map((name) => nouns.lookUp(name) ?? (name.endsWith('s') ? nouns.lookUp(name.slice(0, -1)) : undefined))
    .find((entry) => entry !== undefined);
}

const wordsOf = ({ synonyms, kinds, definition }: Noun): string[] => [
  ...synonyms,
  ...kinds,
  ...(definition.toLowerCase().match(/\p{L}+/gu) ?? []),
];

const without = (words: readonly string[], known: readonly string[]): string[] =>
  [...new Set(words)].filter((word) => word !== '' && !known.includes(word));

/** Concepts are training concepts alone, so that nothing said of a held-out one as such can reach a model. */
export function buildKeywords(concepts: readonly Concept[], split: Split): Keywords {
  const [emojilib, names, nouns] = [emojilibKeywords(), simplifiedNames(), loadNouns()];
  const trained = new Set(split.train);
  const keywords: Keywords['concepts'] = {};
  for (const { concept, label, tags } of concepts) {
    if (!trained.has(concept)) continue;
    const [key, entry] = [codepointKey(concept), entryOf(label.en, nouns)];
    keywords[concept] = {
      en: without([...(emojilib.get(key) ?? []), ...(entry ? wordsOf(entry) : [])], [label.en, ...tags.en]),
      zh: without(names.get(key) ?? [], [label.zh, ...tags.zh]),
    };
  }
  const entries = nouns.common.map((word) => [word, wordsOf(nouns.lookUp(word) as Noun).join(' ')]);
  return keywordsSchema.parse({ concepts: keywords, nouns: Object.fromEntries(entries) });
}
