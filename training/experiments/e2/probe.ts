/**
 * Linear probes: multinomial logistic regression on frozen vectors, and nothing else.
 * Fitted by accelerated gradient descent (Nesterov 1983) from zero, which is exact enough: the loss is convex. The weights are kept as
 * combinations of the training rows, W = XᵀA, so that 16,384 dimensions cost no more than 128; the steps are those that W would take.
 */
import { add, dispose, matMul, tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { Embeddings } from '../../evaluate/embed';
import { readBack } from '../../evaluate/read-back';
import { meanRow } from './rows';

export interface ProbeOptions {
  readonly classes: number;
  /** Weights of the squared weights in the loss; a probe for each. */
  readonly l2: readonly number[];
  readonly iterations: number;
}

export interface Probe {
  readonly l2: number;
  /** The most likely class of each row. */
  predict(rows: Embeddings): Int32Array;
}

/** Per dimension: mean taken away, divided by the deviation and by √dim, so that a row of any dimension has length about 1. */
interface Scaling {
  readonly centre: Float32Array;
  readonly scale: Float32Array;
}

function scalingOf(rows: Embeddings): Scaling {
  const { dim, values } = rows;
  const count = values.length / dim;
  const centre = meanRow(
    rows,
    Array.from({ length: count }, (_, i) => i),
  );
  const squares = new Float64Array(dim);
  for (let i = 0; i < values.length; i++) {
    const d = i % dim;
    squares[d] = (squares[d] as number) + ((values[i] as number) - (centre[d] as number)) ** 2;
  }
  // What never varies carries nothing, and must not be divided by zero.
  return { centre, scale: Float32Array.from(squares, (total) => (total > 1e-12 ? 1 / Math.sqrt((total / count) * dim) : 0)) };
}

function scaled({ dim, values }: Embeddings, { centre, scale }: Scaling): Float32Array {
  const out = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const d = i % dim;
    out[i] = ((values[i] as number) - (centre[d] as number)) * (scale[d] as number);
  }
  return out;
}

/** Largest eigenvalue of the rows' Gram matrix by the power method; each step's growth is a lower bound that soon is tight. */
function largestEigenvalue(multiply: (vector: Float32Array, columns: number) => Float32Array, side: number): number {
  let vector = new Float32Array(side).fill(1 / Math.sqrt(side));
  let growth = 0;
  for (let i = 0; i < 12; i++) {
    const next = multiply(vector, 1);
    growth = Math.hypot(...next);
    vector = next.map((value) => value / growth);
  }
  return growth;
}

/** Softmax of one class block less the right answer, over n: the loss's gradient by the logits. */
function residuals(logits: Float32Array, labels: readonly number[], classes: number, blocks: number): Float32Array {
  const out = new Float32Array(logits.length);
  const count = labels.length;
  for (let row = 0; row < count; row++)
    for (let block = 0; block < blocks; block++) {
      const start = (row * blocks + block) * classes;
      let top = Number.NEGATIVE_INFINITY;
      for (let c = 0; c < classes; c++) top = Math.max(top, logits[start + c] as number);
      let total = 0;
      for (let c = 0; c < classes; c++) {
        const value = Math.exp((logits[start + c] as number) - top);
        out[start + c] = value;
        total += value;
      }
      for (let c = 0; c < classes; c++)
        out[start + c] = ((out[start + c] as number) / total - (c === labels[row] ? 1 : 0)) / count;
    }
  return out;
}

/** One probe for each strength of l2. The bias is a constant feature. Weights and biases of each: (dim + 1)·classes. */
export function fitProbes(rows: Embeddings, labels: readonly number[], options: ProbeOptions): Probe[] {
  const { dim } = rows;
  const { classes, l2, iterations } = options;
  const count = labels.length;
  const blocks = l2.length;
  const width = blocks * classes;
  const scaling = scalingOf(rows);
  const all = scaled(rows, scaling);
  const gram = tidy(() => {
    const x = tensor2d(all, [count, dim]);
    return add(matMul(x, x, false, true), 1);
  });
  const multiply = (right: Float32Array, columns: number): Float32Array =>
    readBack(() => matMul(gram, tensor2d(right, [count, columns])));
  // Half the largest eigenvalue bounds the softmax loss's curvature (Böhning 1992); a little is added for the power method's shortfall.
  const curvature = (0.55 * largestEigenvalue(multiply, count)) / count;
  const strengthOf = (i: number): number => l2[Math.floor(i / classes) % blocks] as number;
  let weights = new Float32Array(count * width);
  let ahead = weights.slice();
  for (let step = 1; step <= iterations; step++) {
    const slope = residuals(multiply(ahead, width), labels, classes, blocks);
    const next = ahead.map((value, i) => {
      const strength = strengthOf(i);
      return value - ((slope[i] as number) + 2 * strength * value) / (curvature + 2 * strength);
    });
    const momentum = (step - 1) / (step + 2);
    ahead = next.map((value, i) => value + momentum * (value - (weights[i] as number)));
    weights = next;
  }
  dispose(gram);
  const directions = readBack(() => matMul(tensor2d(all, [count, dim]), tensor2d(weights, [count, width]), true, false)); // [dim, width]
  const biases = new Float32Array(width);
  weights.forEach((value, i) => {
    biases[i % width] = (biases[i % width] as number) + value;
  });
  return l2.map((strength, block) => ({
    l2: strength,
    predict(asked) {
      const asking = asked.values.length / dim;
      const scores = readBack(() =>
        add(
          matMul(tensor2d(scaled(asked, scaling), [asking, dim]), tensor2d(directions, [dim, width])),
          tensor2d(biases, [1, width]),
        ),
      );
      return Int32Array.from({ length: asking }, (_, row) => {
        const own = scores.subarray((row * blocks + block) * classes, (row * blocks + block + 1) * classes);
        return own.indexOf(own.reduce((top, score) => Math.max(top, score), Number.NEGATIVE_INFINITY));
      });
    },
  }));
}

/** Percent of the predictions that are right. */
export const accuracy = (predicted: Int32Array, labels: readonly number[]): number =>
  (100 * labels.filter((label, i) => predicted[i] === label).length) / labels.length;

/** Mean over the classes that occur of the percent right. */
export function balancedAccuracy(predicted: Int32Array, labels: readonly number[]): number {
  const present = [...new Set(labels)];
  const recalls = present.map((label) => {
    const own = labels.flatMap((each, i) => (each === label ? [i] : []));
    return (100 * own.filter((i) => predicted[i] === label).length) / own.length;
  });
  return recalls.reduce((total, recall) => total + recall, 0) / recalls.length;
}
