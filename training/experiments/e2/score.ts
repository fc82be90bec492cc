/** What one table of vectors is worth: retrieval across artists, and linear probes of the group. */
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
  readonly to: readonly number[];
}

export interface Pairs {
  readonly heldOutConcepts: readonly Pair[];
  readonly twemojiToNoto: readonly Pair[];
  readonly unseenArtist: readonly Pair[];
}
export const TASKS = ['heldOutConcepts', 'twemojiToNoto', 'unseenArtist'] as const satisfies readonly (keyof Pairs)[];

export function pairsOf(material: Material): Pairs {
  const heldOut = (artist: string) => rowsWhere(material, (drawing) => drawing.artist === artist && drawing.split === 'test');
  const { artists } = material;
  const pair = (from: string, to: string): Pair => ({ from: heldOut(from), to: heldOut(to) });
  const unseen = rowsWhere(material, (drawing) => drawing.unseen);
  return {
    heldOutConcepts: artists.flatMap((from) => artists.filter((to) => to !== from).map((to) => pair(from, to))),
    twemojiToNoto: [pair('twemoji', 'noto')],
    unseenArtist: artists.map((artist) => ({
      from: unseen,
      to: rowsWhere(material, (drawing) => drawing.artist === artist),
    })),
  };
}

const labelsOf = ({ drawings }: Material, rows: readonly number[]): number[] =>
  rows.map((row) => (drawings[row] as Drawing).label);

const labelled = (table: Table, material: Material, rows: readonly number[]): LabelledRows => ({
  embeddings: gatherRows(table, rows),
  labels: labelsOf(material, rows),
});

/** Recall at 1 and 5 of each pair, in percent. The table's rows are of unit length. */
export function recallsOf(table: Table, material: Material, pairs: readonly Pair[]): { r1: number; r5: number }[] {
  return pairs.map(({ from, to }) => {
    const ranks = matchRanks(labelled(table, material, from), labelled(table, material, to));
    return { r1: recallAt(1, ranks), r5: recallAt(5, ranks) };
  });
}

export const recall = (each: readonly { r1: number; r5: number }[]): Recall => ({
  r1: averageOf(each.map(({ r1 }) => r1)),
  r5: averageOf(each.map(({ r5 }) => r5)),
});

export function chanceOf(material: Material, pairs: readonly Pair[]): { r1: number; r5: number } {
  const at = (k: number) =>
    averageOf(pairs.map(({ from, to }) => chanceAt(k, labelsOf(material, from), labelsOf(material, to)))).mean;
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
