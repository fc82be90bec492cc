/** What one table of vectors is worth: retrieval across artists, and linear probes of the group. */
import type { SplitName } from '../../../src/dataset/shipped-schema';
import type { Recall } from '../../../src/results/e2';
import { chanceAt, type LabelledRows, matchRanks, recallAt } from '../../evaluate/recall';
import { averageOf } from '../../evaluate/statistics';
import type { Table } from './encoders';
import { type Drawing, type Material, rowsWhere } from './material';
import { accuracy, balancedAccuracy, fitProbes, type Probe } from './probe';
import { gatherRows } from './rows';

/** One set of queries and one gallery. */
export interface Pair {
  readonly from: readonly number[];
  /** Rows of the gallery, in parts of which a copy at a time is made. */
  readonly to: readonly (readonly number[])[];
}

export interface Pairs {
  /** As of held-out concepts, for what has to be chosen. */
  readonly validationConcepts: readonly Pair[];
  readonly heldOutConcepts: readonly Pair[];
  readonly twemojiToNoto: readonly Pair[];
  /** One known artist's drawings at a time. */
  readonly unseenArtist: readonly Pair[];
  /** All known artists' drawings at once. */
  readonly unseenArtistAllKnown: readonly Pair[];
}
export const TASKS = [
  'validationConcepts',
  'heldOutConcepts',
  'twemojiToNoto',
  'unseenArtist',
  'unseenArtistAllKnown',
] as const satisfies readonly (keyof Pairs)[];

export function pairsOf(material: Material): Pairs {
  const { artists } = material;
  const own = (artist: string, split: SplitName) =>
    rowsWhere(material, (drawing) => drawing.artist === artist && drawing.split === split);
  const pair = (split: SplitName, from: string, to: string): Pair => ({ from: own(from, split), to: [own(to, split)] });
  const everyPair = (split: SplitName) =>
    artists.flatMap((from) => artists.filter((to) => to !== from).map((to) => pair(split, from, to)));
  const unseen = rowsWhere(material, (drawing) => drawing.unseen);
  const known = artists.map((artist) => rowsWhere(material, (drawing) => drawing.artist === artist));
  return {
    validationConcepts: everyPair('validation'),
    heldOutConcepts: everyPair('test'),
    twemojiToNoto: [pair('test', 'twemoji', 'noto')],
    unseenArtist: known.map((rows) => ({ from: unseen, to: [rows] })),
    unseenArtistAllKnown: [{ from: unseen, to: known }],
  };
}

const labelsOf = ({ drawings }: Material, rows: readonly number[]): number[] =>
  rows.map((row) => (drawings[row] as Drawing).label);

const labelled = (table: Table, material: Material, rows: readonly number[]): LabelledRows => ({
  embeddings: gatherRows(table, rows),
  labels: labelsOf(material, rows),
});

function* inParts(table: Table, material: Material, parts: Pair['to']): Generator<LabelledRows> {
  for (const rows of parts) yield labelled(table, material, rows);
}

/** Recall at 1 and 5 of each pair, in percent. The table's rows are of unit length. */
export function recallsOf(table: Table, material: Material, pairs: readonly Pair[]): { r1: number; r5: number }[] {
  return pairs.map(({ from, to }) => {
    const ranks = matchRanks(labelled(table, material, from), inParts(table, material, to));
    return { r1: recallAt(1, ranks), r5: recallAt(5, ranks) };
  });
}

export const recall = (each: readonly { r1: number; r5: number }[]): Recall => ({
  r1: averageOf(each.map(({ r1 }) => r1)),
  r5: averageOf(each.map(({ r5 }) => r5)),
});

export function chanceOf(material: Material, pairs: readonly Pair[]): { r1: number; r5: number } {
  const at = (k: number) =>
    averageOf(pairs.map(({ from, to }) => chanceAt(k, labelsOf(material, from), labelsOf(material, to.flat())))).mean;
  return { r1: at(1), r5: at(5) };
}

/** Strengths of regularisation that validation chooses from. */
export const L2 = [1e-5, 1e-4, 1e-3] as const;

export interface ProbeRun {
  /** Percent right on validation concepts. */
  readonly validation: number;
  readonly heldOutConcepts: number;
  readonly unseenArtist: number;
  readonly balanced: number;
}

/** One run for each strength in `L2`. */
export function probeRuns(table: Table, material: Material, sample: readonly number[], iterations: number): ProbeRun[] {
  const groupsOf = (rows: readonly number[]) => rows.map((row) => (material.drawings[row] as Drawing).group);
  const sets = {
    validation: rowsWhere(material, ({ split, unseen }) => split === 'validation' && !unseen),
    heldOutConcepts: rowsWhere(material, ({ split, unseen }) => split === 'test' && !unseen),
    unseenArtist: rowsWhere(material, ({ split, unseen }) => split === 'test' && unseen),
  };
  const probes = fitProbes(gatherRows(table, sample), groupsOf(sample), {
    classes: material.groups.length,
    l2: L2,
    iterations,
  });
  const right = (probe: Probe, rows: readonly number[], measure = accuracy) =>
    measure(probe.predict(gatherRows(table, rows)), groupsOf(rows));
  return probes.map((probe) => ({
    validation: right(probe, sets.validation),
    heldOutConcepts: right(probe, sets.heldOutConcepts),
    unseenArtist: right(probe, sets.unseenArtist),
    balanced: right(probe, sets.heldOutConcepts, balancedAccuracy),
  }));
}
