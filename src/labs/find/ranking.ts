/** The gallery's drawings in order of likeness. */

export interface Ranking {
  /** A score a row, the larger the nearer. [R] */
  readonly scores: Float32Array;
  /** Rows, nearest first; the one that was asked with is left out. */
  readonly order: readonly number[];
  /** Place of each row in the order, from 1; 0 for the one left out. [R] */
  readonly places: Uint16Array;
}

/** @param own row that was asked with: that it is like itself says nothing */
export function rankingOf(scores: Float32Array, own: number | null): Ranking {
  const order = Array.from(scores.keys())
    .filter((row) => row !== own)
    // Equal scores keep the gallery's order.
    .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  const places = new Uint16Array(scores.length);
  order.forEach((row, at) => {
    places[row] = at + 1;
  });
  return { scores, order, places };
}

interface Listed {
  readonly subgroup: string;
}

/** Mammals in all of Unicode's subgroups: it files the faces of cats and monkeys among the smileys, though a cat's face is a cat. */
const MAMMALS: readonly string[] = ['animal-mammal', 'cat-face', 'monkey-face'];

/** Subgroups that are of one kind with the one asked with, such as birds or buildings. */
export interface Kind {
  readonly subgroups: readonly string[];
  readonly isMammals: boolean;
}

export function kindOf(subgroup: string): Kind {
  const isMammals = MAMMALS.includes(subgroup);
  return { subgroups: isMammals ? MAMMALS : [subgroup], isMammals };
}

const isOf = ({ subgroups }: Kind, listed: Listed | undefined): boolean =>
  listed !== undefined && subgroups.includes(listed.subgroup);

/** How many of the first drawings are of one kind. */
export const ofKind = ({ order }: Ranking, concepts: readonly Listed[], kind: Kind, first: number): number =>
  order.slice(0, first).filter((row) => isOf(kind, concepts[row])).length;

/** How many drawings there are of a kind, the one that was asked with left out. */
export const kindSize = (concepts: readonly Listed[], kind: Kind, own: number | null): number =>
  concepts.filter((each, row) => isOf(kind, each) && row !== own).length;
