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

interface Kind {
  readonly subgroup: string;
}

/** How many of the first drawings are of one kind, such as birds or buildings. */
export const ofKind = ({ order }: Ranking, concepts: readonly Kind[], subgroup: string, first: number): number =>
  order.slice(0, first).filter((row) => concepts[row]?.subgroup === subgroup).length;

/** How many drawings there are of a kind, the one that was asked with left out. */
export const kindSize = (concepts: readonly Kind[], subgroup: string, own: number | null): number =>
  concepts.filter((each, row) => each.subgroup === subgroup && row !== own).length;
