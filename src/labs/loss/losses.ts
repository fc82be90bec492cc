/**
 * The two contrastive losses over a batch of N pairs, and what each asks of every similarity: the derivative of the loss by
 * the cosine, in closed form. Softmax: CLIP (arXiv 2103.00020, Figure 3). Sigmoid: SigLIP (arXiv 2303.15343, eq. 1).
 */

export interface PairBatch {
  /** Pairs. */
  readonly size: number;
  /** Cosine of each drawing (row) with each caption (column). [N·N] */
  readonly cosines: Float64Array;
  /** 1 where drawing and caption count as belonging together, else 0; every row and every column has at least one. [N·N] */
  readonly positives: Uint8Array;
}

export interface LossSettings {
  /** What cosines are multiplied by: 1 / temperature. */
  readonly scale: number;
  /** What is added then; softmax does not feel it. */
  readonly bias: number;
}

export interface SoftmaxSide {
  readonly loss: number;
  /** Share of each caption among all, for each drawing: rows sum to 1. [N·N] */
  readonly rowShares: Float64Array;
  /** Share of each drawing among all, for each caption: columns sum to 1. [N·N] */
  readonly columnShares: Float64Array;
  /** d loss / d cosine: below 0 pulls together, above 0 pushes apart. [N·N] */
  readonly gradient: Float64Array;
}

export interface SigmoidSide {
  readonly loss: number;
  /** Probability of belonging together, each cell by itself. [N·N] */
  readonly probabilities: Float64Array;
  /** d loss / d cosine. [N·N] */
  readonly gradient: Float64Array;
}

/** Cosines of all rows with all rows. x [N·E], y [N·E], not necessarily of unit length -> [N·N] */
export function cosinesOf(x: readonly ArrayLike<number>[], y: readonly ArrayLike<number>[]): Float64Array {
  const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
    let total = 0;
    for (let e = 0; e < a.length; e++) total += (a[e] as number) * (b[e] as number);
    return total;
  };
  const lengths = y.map((vector) => Math.sqrt(dot(vector, vector)) || 1);
  return Float64Array.from(
    x.flatMap((row) => {
      const length = Math.sqrt(dot(row, row)) || 1;
      return y.map((column, j) => dot(row, column) / length / (lengths[j] as number));
    }),
  );
}

/** Softmax over rows and over columns, halved; where a row has several positives they share its target evenly. */
export function softmaxSide({ size, cosines, positives }: PairBatch, { scale }: LossSettings): SoftmaxSide {
  const across = softmaxOver(cosines, positives, scale, size, (line, k) => line * size + k);
  const down = softmaxOver(cosines, positives, scale, size, (line, k) => k * size + line);
  return {
    loss: (across.loss + down.loss) / 2,
    rowShares: across.shares,
    columnShares: down.shares,
    gradient: across.gradient.map((value, i) => (value + (down.gradient[i] as number)) / 2),
  };
}

/** Mean cross-entropy of the lines in one direction. @param at index of element k of a line */
function softmaxOver(
  cosines: Float64Array,
  positives: Uint8Array,
  scale: number,
  size: number,
  at: (line: number, k: number) => number,
): { loss: number; shares: Float64Array; gradient: Float64Array } {
  const shares = new Float64Array(size * size);
  const gradient = new Float64Array(size * size);
  let loss = 0;
  for (let line = 0; line < size; line++) {
    const cells = Array.from({ length: size }, (_, k) => at(line, k));
    const logits = cells.map((cell) => scale * (cosines[cell] as number));
    const highest = Math.max(...logits);
    const logTotal = highest + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - highest), 0));
    const matches = cells.reduce((sum, cell) => sum + (positives[cell] as number), 0);
    cells.forEach((cell, k) => {
      const logShare = (logits[k] as number) - logTotal;
      const target = (positives[cell] as number) / matches;
      shares[cell] = Math.exp(logShare);
      loss -= (target * logShare) / size;
      gradient[cell] = (scale / size) * (Math.exp(logShare) - target);
    });
  }
  return { loss, shares, gradient };
}

/** Each cell judged by itself: does this pair belong together? */
export function sigmoidSide({ size, cosines, positives }: PairBatch, { scale, bias }: LossSettings): SigmoidSide {
  const logits = cosines.map((cosine) => scale * cosine + bias);
  const probabilities = logits.map(sigmoid);
  const loss = logits.reduce((sum, logit, i) => sum + softplus(positives[i] ? -logit : logit), 0) / size;
  const gradient = probabilities.map((probability, i) => (scale / size) * (probability - (positives[i] as number)));
  return { loss, probabilities, gradient };
}

export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** ln(1 + e^x) without overflow. */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
