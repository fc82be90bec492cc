/** Everything the lab shows of a batch at the reader's settings. */
import { falseNegatives, positivesOf } from './batch';
import { type PairBatch, type SigmoidSide, type SoftmaxSide, sigmoidSide, softmaxSide } from './losses';
import type { Settings, ShownBatch } from './store';

export interface Sides {
  readonly batch: PairBatch;
  readonly softmax: SoftmaxSide;
  readonly sigmoid: SigmoidSide;
  /** Largest derivative of either loss, in size. */
  readonly limit: number;
  /** Cells off the diagonal of one concept. */
  readonly framed: readonly number[];
}

export function sidesOf({ pairs, cosines }: ShownBatch, { temperature, bias, positives }: Settings): Sides {
  const batch: PairBatch = { size: pairs.length, cosines, positives: positivesOf(pairs, positives) };
  const at = { scale: 1 / temperature, bias };
  const softmax = softmaxSide(batch, at);
  const sigmoid = sigmoidSide(batch, at);
  const limit = [...softmax.gradient, ...sigmoid.gradient].reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  return { batch, softmax, sigmoid, limit, framed: falseNegatives(pairs) };
}
