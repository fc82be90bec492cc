/** What of the gallery a code finds near, read off its scores. */

export interface Answer {
  /** Of the gallery's concepts. */
  readonly index: number;
  readonly score: number;
}

/** The largest scores, largest first. */
export const best = (scores: Float32Array, count: number): Answer[] =>
  Array.from(scores, (score, index) => ({ index, score }))
    .sort((a, b) => b.score - a.score)
    .slice(0, count);

/** Place of a concept among all, 1 the nearest. */
export const placeOf = (scores: Float32Array, index: number): number =>
  1 + scores.reduce((nearer, score) => nearer + Number(score > (scores[index] as number)), 0);
