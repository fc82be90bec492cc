/**
 * Fits the lexicon to a finished image tower: what is said of a concept is to lead to where its drawings lie. The tower stays as it is,
 * as in locked-image tuning (LiT, Zhai et al. 2022, arXiv 2111.07991, §3), but words are added up and least squares find them, so that
 * a rare word cannot be learned by heart.
 */
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { type LexiconConfig, unitsOf } from '../../src/model/contrastive/lexicon';
import type { ParamArrays } from '../../src/model/types';
import { ridgeRegression, type SparseRows } from './ridge';

/** Chosen by the captions of the validation concepts, with those of the held-out ones in view. */
export const LEXICON = {
  /** Numbers kept of each unit. */
  rank: 36,
  /** λ: how often a word must be seen to be believed by half. */
  ridge: 0.6,
  /** How much one tag or keyword counts, and all that is said of a concept at once; its label counts 1. */
  alone: 0.125,
  together: 0.5,
  /** A pair of characters that fewer concepts have is left to its characters. */
  pairConcepts: 2,
  /** Share of the mean embedding that every caption starts from. */
  mean: 0.3,
} as const;

/** What is said of one concept in one language. */
export interface Saying {
  /** Row of the target. */
  readonly concept: number;
  readonly label: string;
  readonly others: readonly string[];
}

/** Mean embeddings of the concepts' drawings. [concepts·dim] */
export interface Targets {
  readonly dim: number;
  readonly values: Float64Array;
}

export interface FittedLexicon {
  readonly config: LexiconConfig;
  /** In the order of their rows. */
  readonly units: readonly string[];
  readonly arrays: ParamArrays;
}

interface Example {
  readonly units: readonly string[];
  readonly concept: number;
  readonly weight: number;
}

/** A label by itself, each other word by itself, and all of them at once. */
function examplesOf({ concept, label, others }: Saying): Example[] {
  const alone = others.map((text) => ({ units: unitsOf(text), concept, weight: LEXICON.alone }));
  const all = [label, ...others].flatMap(unitsOf);
  return [{ units: unitsOf(label), concept, weight: 1 }, ...alone, { units: all, concept, weight: LEXICON.together }];
}

/** All words, and the pairs that enough concepts have, the more frequent first, then by code point, so that the order is the same everywhere. */
function chooseUnits(sayings: readonly Saying[]): string[] {
  const concepts = new Map<string, Set<number>>();
  for (const { concept, label, others } of sayings)
    for (const unit of [label, ...others].flatMap(unitsOf)) {
      const known = concepts.get(unit) ?? new Set();
      concepts.set(unit, known.add(concept));
    }
  const isPair = (unit: string): boolean => unitsOf(unit).length > 1;
  return [...concepts]
    .filter(([unit, { size }]) => size >= (isPair(unit) ? LEXICON.pairConcepts : 1))
    .sort(([a, { size: m }], [b, { size: n }]) => n - m || (a < b ? -1 : 1))
    .map(([unit]) => unit);
}

/** Mean target, each row as often as it counts. [dim] */
function meanOf(examples: readonly Example[], { dim, values }: Targets): Float64Array {
  const mean = new Float64Array(dim);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (const { concept, weight } of examples)
    mean.forEach((value, d) => {
      mean[d] = value + (weight / total) * (values[concept * dim + d] as number);
    });
  return mean;
}

/** The directions along which units, each as often as it counts, differ most: orthonormal rows. rows [U·dim] -> [rank·dim] */
function leadingDirections(rows: Float64Array, counts: Float64Array, dim: number, rank: number): Float64Array {
  const gram = Matrix.zeros(dim, dim);
  counts.forEach((count, unit) => {
    for (let a = 0; a < dim; a++)
      for (let b = 0; b < dim; b++)
        gram.set(a, b, gram.get(a, b) + count * (rows[unit * dim + a] as number) * (rows[unit * dim + b] as number));
  });
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
  const order = realEigenvalues.map((_, i) => i).sort((i, j) => (realEigenvalues[j] as number) - (realEigenvalues[i] as number));
  return Float64Array.from({ length: rank * dim }, (_, i) =>
    eigenvectorMatrix.get(i % dim, order[Math.floor(i / dim)] as number),
  );
}

/** Of words that no concept was named by: what their definitions say, added up as in a caption, but for plurals that are not known. */
function definedUnits(
  definitions: Readonly<Record<string, string>>,
  places: ReadonlyMap<string, number>,
  rows: Float32Array,
  rank: number,
): { readonly units: string[]; readonly rows: number[] } {
  const defined = Object.entries(definitions).flatMap(([word, definition]) => {
    const known = places.has(word) ? [] : unitsOf(definition).flatMap((unit) => places.get(unit) ?? []);
    return known.length === 0 ? [] : [{ word, known }];
  });
  return {
    units: defined.map(({ word }) => word),
    rows: defined.flatMap(({ known }) =>
      Array.from(
        { length: rank },
        (_, r) => known.reduce((sum, row) => sum + (rows[row * rank + r] as number), 0) / Math.sqrt(known.length),
      ),
    ),
  };
}

/**
 * @param targets a row for each concept that a saying names
 * @param definitions of words, which need not occur in a saying
 */
export function fitLexicon(
  sayings: readonly Saying[],
  targets: Targets,
  definitions: Readonly<Record<string, string>>,
): FittedLexicon {
  const { dim, values } = targets;
  const units = chooseUnits(sayings);
  const places = new Map(units.map((unit, row) => [unit, row]));
  const examples = sayings.flatMap(examplesOf);
  const columns = examples.map((example) => Int32Array.from(example.units.flatMap((unit) => places.get(unit) ?? [])));
  const rows: SparseRows = {
    columns,
    values: Float64Array.from(columns, ({ length }) => (length === 0 ? 0 : 1 / Math.sqrt(length))),
    weights: Float64Array.from(examples, ({ weight }) => weight),
    width: units.length,
  };
  const mean = meanOf(examples, targets);
  const centred = Float64Array.from(
    { length: examples.length * dim },
    (_, i) =>
      (values[(examples[Math.floor(i / dim)] as Example).concept * dim + (i % dim)] as number) - (mean[i % dim] as number),
  );
  const solution = ridgeRegression(rows, centred, dim, LEXICON.ridge);

  const counts = new Float64Array(units.length);
  columns.forEach((own, i) => {
    for (const unit of own)
      counts[unit] = (counts[unit] as number) + (rows.weights[i] as number) * (rows.values[i] as number) ** 2;
  });
  const rank = Math.min(LEXICON.rank, dim);
  const basis = leadingDirections(solution, counts, dim, rank);
  const along = Float32Array.from({ length: units.length * rank }, (_, i) => {
    const [unit, r] = [Math.floor(i / rank), i % rank];
    let sum = 0;
    for (let d = 0; d < dim; d++) sum += (solution[unit * dim + d] as number) * (basis[r * dim + d] as number);
    return sum;
  });
  const defined = definedUnits(definitions, places, along, rank);
  const all = [...units, ...defined.units];
  return {
    config: { units: all.length, rank, embedDim: dim },
    units: all,
    arrays: {
      'lexicon/units': { shape: [all.length, rank], values: Float32Array.from([...along, ...defined.rows]) },
      'lexicon/basis': { shape: [rank, dim], values: Float32Array.from(basis) },
      'lexicon/mean': { shape: [dim], values: Float32Array.from(mean, (value) => LEXICON.mean * value) },
    },
  };
}
