/** A batch of pairs: drawings of the samples, each with the caption of its concept. */
import { createRng } from '../../dataset/rng';
import type { PairBatch } from './losses';

/** A drawing, which stands for its pair: the caption is that of its concept. */
export interface Pair {
  readonly concept: string;
  readonly artist: string;
}

export const BATCH_SIZES = [8, 12] as const;
export type BatchSize = (typeof BATCH_SIZES)[number];

/** What counts as belonging together: a drawing and its own caption only, or all of one concept. */
const POSITIVES = ['diagonal', 'concept'] as const;
export type Positives = (typeof POSITIVES)[number];

/** A concept that can be drawn from, with who drew it. */
export interface Drawable {
  readonly concept: string;
  readonly artists: readonly string[];
}

/**
 * Draws a batch: different concepts by their first artist, but for the second pair, which is the first one's concept by
 * somebody else. Large batches always hold such a pair; in one of eight it has to be put there.
 * @param lead the pair to begin with; without it, or where nobody drew it, one is drawn too
 */
export function drawBatch(seed: number, size: BatchSize, drawables: readonly Drawable[], lead?: Pair): Pair[] {
  const rng = createRng(seed).fork('batch');
  const left = [...drawables];
  const take = (index: number): Drawable => left.splice(index, 1)[0] as Drawable;
  const anyone = rng.int(left.length);
  const known = left.findIndex(({ concept, artists }) => concept === lead?.concept && artists.includes(lead.artist));
  const first = take(known < 0 ? anyone : known);
  const artist = known < 0 ? (first.artists[0] as string) : (lead as Pair).artist;
  const others = first.artists.filter((other) => other !== artist);
  const other = others[rng.int(Math.max(1, others.length))] ?? artist;
  const rest = Array.from({ length: size - 2 }, () => take(rng.int(left.length)));
  return [
    { concept: first.concept, artist },
    { concept: first.concept, artist: other },
    ...rest.map(({ concept, artists }) => ({ concept, artist: artists[0] as string })),
  ];
}

/** What a pair shows, as far as it is known. */
interface OfConcept {
  readonly concept: string | null;
}

/** Whether a drawing and another pair's caption are of one concept. */
const isSame = (a: OfConcept | undefined, b: OfConcept | undefined): boolean => a?.concept != null && a.concept === b?.concept;

/** 1 in each cell that counts as belonging together. [N·N] */
export function positivesOf(pairs: readonly OfConcept[], rule: Positives): PairBatch['positives'] {
  const size = pairs.length;
  return Uint8Array.from({ length: size * size }, (_, cell) => {
    const [row, column] = [Math.floor(cell / size), cell % size];
    return Number(row === column || (rule === 'concept' && isSame(pairs[row], pairs[column])));
  });
}

/** Cells off the diagonal whose drawing and caption do match: negatives only by the letter. */
export const falseNegatives = (pairs: readonly OfConcept[]): number[] =>
  pairs.flatMap((row, i) => pairs.flatMap((column, j) => (i !== j && isSame(row, column) ? [i * pairs.length + j] : [])));
