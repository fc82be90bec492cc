/** Contrastive losses over a batch, sigmoid or softmax, with every pair of the same concept a positive one. */
import {
  add,
  div,
  exp,
  logSoftmax,
  matMul,
  maximum,
  mean,
  minimum,
  mul,
  neg,
  type Scalar,
  softplus,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  tensor2d,
  transpose,
} from '@tensorflow/tfjs-core';

/** CLIP clamps its logit scale at 100 (arXiv 2103.00020, §2.5). */
const MAX_LOG_SCALE = Math.log(100);

/** 1 where row and column show the same concept, else 0. [N] × [M] -> [N, M] */
export function samePairs(rows: Int32Array, columns: Int32Array): Tensor2D {
  const columnsOf = new Map<number, number[]>();
  columns.forEach((concept, column) => {
    const known = columnsOf.get(concept);
    if (known) known.push(column);
    else columnsOf.set(concept, [column]);
  });
  const same = new Float32Array(rows.length * columns.length);
  rows.forEach((concept, row) => {
    for (const column of columnsOf.get(concept) ?? []) same[row * columns.length + column] = 1;
  });
  return tensor2d(same, [rows.length, columns.length]);
}

/**
 * Pairwise sigmoid loss (SigLIP, arXiv 2303.15343, eq. 1): −Σ log σ(z (t x·y + b)) / N, z = ±1.
 * logits [N, M] already scaled and shifted, same [N, M] in {0, 1}
 */
export function sigmoidLoss(logits: Tensor2D, same: Tensor2D): Scalar {
  const sign = sub(1, mul(2, same)); // −z
  return div(sum(softplus(mul(sign, logits))), logits.shape[0]) as Scalar;
}

/** Cross-entropy against the positives of each row, evenly weighted; a row without any counts as nothing. logits, same [N, M] */
export const rowCrossEntropy = (logits: Tensor2D, same: Tensor2D): Scalar =>
  neg(mean(div(sum(mul(logSoftmax(logits), same), 1), maximum(1, sum(same, 1))))) as Scalar;

/** Softmax loss over rows and columns (CLIP, arXiv 2103.00020, Figure 3), with soft targets where a concept occurs more than once. */
export const softmaxLoss = (logits: Tensor2D, same: Tensor2D): Scalar =>
  mul(0.5, add(rowCrossEntropy(logits, same), rowCrossEntropy(transpose(logits), transpose(same)))) as Scalar;

/** Cosines times the learned scale, shifted by the learned bias (the bias leaves the softmax unmoved). x [N, E], y [M, E] -> [N, M] */
export const logitsOf = (x: Tensor2D, y: Tensor2D, logScale: Tensor, bias: Tensor): Tensor2D =>
  add(mul(matMul(x, y, false, true), exp(minimum(logScale, MAX_LOG_SCALE))), bias) as Tensor2D;
