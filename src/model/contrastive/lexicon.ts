/**
 * The lexicon: what each word says of a picture, and each pair of neighbouring Chinese characters, whatever stands around it. It is
 * fitted to the finished image tower (`training/lexicon`) and stands beside the text tower, which reads words in their order and
 * is lost where it has not seen most of them.
 */
import * as z from 'zod/mini';
import { positiveInt } from '../../checks';
import { constantSpec, type ParamSpec } from '../params';
import type { ParamArrays } from '../types';
import { splitWords } from './vocabulary';

export const lexiconConfigSchema = z.object({
  /** Words and pairs of characters. */
  units: positiveInt,
  /** Numbers that are kept of each. */
  rank: positiveInt,
  embedDim: positiveInt,
});
export type LexiconConfig = z.infer<typeof lexiconConfigSchema>;

/** Parameters: a row a unit [U, R], what its numbers stand for [R, E], and where a caption without any would lie [E]. */
export const lexiconSpecs = ({ units, rank, embedDim }: LexiconConfig): ParamSpec[] => [
  constantSpec('lexicon/units', [units, rank]),
  constantSpec('lexicon/basis', [rank, embedDim]),
  constantSpec('lexicon/mean', [embedDim]),
];

const ONE_HAN = /^\p{Script=Han}$/u;

/** Words as the text tower splits them, then the pairs that neighbouring Chinese characters make: 火山 is no fire. */
export function unitsOf(text: string): string[] {
  const words = splitWords(text);
  const pairs = words.flatMap((word, i) => {
    const next = words[i + 1];
    return next !== undefined && ONE_HAN.test(word) && ONE_HAN.test(next) ? [word + next] : [];
  });
  return [...words, ...pairs];
}

export interface Lexicon {
  has(unit: string): boolean;
  /** Unit vector in the space of the images; undefined where no unit is known. [E] */
  embed(text: string): Float32Array | undefined;
}

function valuesOf(arrays: ParamArrays, name: string): Float32Array {
  const array = arrays[name];
  if (!array) throw new Error(`no parameter named ${name}`);
  return array.values;
}

/** @param units in the order of their rows */
export function createLexicon(units: readonly string[], arrays: ParamArrays): Lexicon {
  const [rows, basis, mean] = ['lexicon/units', 'lexicon/basis', 'lexicon/mean'].map((name) => valuesOf(arrays, name)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const places = new Map(units.map((unit, row) => [unit, row]));
  const rank = basis.length / mean.length;
  /** An English plural that is not known is read as the singular. */
  const placeOf = (unit: string): number | undefined =>
    places.get(unit) ?? (unit.endsWith('s') ? places.get(unit.slice(0, -1)) : undefined);
  return {
    has: (unit) => placeOf(unit) !== undefined,
    embed(text) {
      const known = unitsOf(text).flatMap((unit) => placeOf(unit) ?? []);
      if (known.length === 0) return undefined;
      const embedding = mean.slice();
      for (let r = 0; r < rank; r++) {
        const sum = known.reduce((total, row) => total + (rows[row * rank + r] as number), 0);
        const weight = sum / Math.sqrt(known.length); // as in the fit: many words say more, but not each as much
        embedding.forEach((value, e) => {
          embedding[e] = value + weight * (basis[r * mean.length + e] as number);
        });
      }
      return unitLength(embedding);
    },
  };
}

function unitLength(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/**
 * A caption's embedding: the direction between what tower and lexicon say, or what one of them says alone.
 * @param tower unit vector; undefined where the tower knows no word. [E]
 * @returns undefined where neither knows any. [E]
 */
export function captionEmbedding(tower: Float32Array | undefined, lexical: Float32Array | undefined): Float32Array | undefined {
  if (!tower || !lexical) return tower ?? lexical;
  return unitLength(tower.map((value, e) => value + (lexical[e] as number)));
}
