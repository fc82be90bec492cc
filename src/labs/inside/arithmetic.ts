/** The sums that the formulas write out, done once more from the numbers that went into them. */
import type { TracedAttention, TracedConvolution, TracedLinear } from '../../engine/trace';
import type { NamedArray } from '../../model/types';
import { depthOf, sideOf, valueAt, vectorAt } from './arrays';

/** One weight times what it met. */
export interface Product {
  /** Row and column within the window, from 0, and the channel of the input. */
  readonly row: number;
  readonly column: number;
  readonly input: number;
  readonly weight: number;
  readonly value: number;
}

export interface WeightedSum {
  readonly bias: number;
  /** Largest in size first. */
  readonly products: readonly Product[];
  readonly total: number;
}

const bySize = (a: Product, b: Product) => Math.abs(b.weight * b.value) - Math.abs(a.weight * a.value);

function summed(bias: number, products: Product[]): WeightedSum {
  const total = products.reduce((sum, { weight, value }) => sum + weight * value, bias);
  return { bias, products: products.sort(bySize), total };
}

/** Side of the input over side of the output. */
export const strideOf = ({ input, output }: TracedConvolution): number => sideOf(input) / sideOf(output);

/** One number of a convolution's output. What lies outside of the picture is zero and left out. */
export function convolutionAt(conv: TracedConvolution, row: number, column: number, channel: number): WeightedSum {
  const { input, kernel, bias } = conv;
  const [size = 1, , inputs = 1, outputs = 1] = kernel.shape;
  const side = sideOf(input);
  const stride = strideOf(conv);
  // As much padding as makes the sides divide by the stride; an odd one is at the end.
  const before = Math.floor(((sideOf(conv.output) - 1) * stride + size - side) / 2);
  const products: Product[] = [];
  for (let u = 0; u < size; u++)
    for (let v = 0; v < size; v++) {
      const [y, x] = [row * stride + u - before, column * stride + v - before];
      if (y < 0 || x < 0 || y >= side || x >= side) continue;
      for (let i = 0; i < inputs; i++)
        products.push({
          row: u,
          column: v,
          input: i,
          weight: valueAt(kernel.values, ((u * size + v) * inputs + i) * outputs + channel),
          value: valueAt(input.values, (y * side + x) * inputs + i),
        });
    }
  return summed(valueAt(bias.values, channel), products);
}

/** One number of a linear map's output. */
export function linearAt({ kernel, bias }: TracedLinear, input: Float32Array, channel: number): WeightedSum {
  const outputs = depthOf(kernel);
  const products = Array.from(input, (value, i) => ({
    row: 0,
    column: 0,
    input: i,
    weight: valueAt(kernel.values, i * outputs + channel),
    value,
  }));
  return summed(valueAt(bias.values, channel), products);
}

export interface Comparison {
  /** Numbers that a head compares. */
  readonly depth: number;
  readonly dot: number;
  /** dot / √depth */
  readonly score: number;
  /** Σ eˢ over all that the query looks at. */
  readonly total: number;
  readonly weight: number;
}

/** How one query of a head comes by the weight that it gives one key. */
export function comparisonAt(attention: TracedAttention, heads: number, head: number, query: number, key: number): Comparison {
  const q = headOf(attention.queries, heads, head, query);
  const depth = q.length;
  const dotWith = (n: number) => headOf(attention.keys, heads, head, n).reduce((sum, value, d) => sum + value * valueAt(q, d), 0);
  const keys = attention.keys.shape[0] ?? 0;
  let total = 0;
  for (let n = 0; n < keys; n++) total += Math.exp(dotWith(n) / Math.sqrt(depth));
  const dot = dotWith(key);
  const score = dot / Math.sqrt(depth);
  return { depth, dot, score, total, weight: Math.exp(score) / total };
}

function headOf(array: NamedArray, heads: number, head: number, index: number): Float32Array {
  const row = vectorAt(array, index);
  const depth = row.length / heads;
  return row.subarray(head * depth, (head + 1) * depth);
}

/** What a head's query gives each key. weights [A, M, N] -> [N] */
export function weightsOf({ weights: { shape, values } }: TracedAttention, head: number, query: number): Float32Array {
  const [, queries = 1, keys = 1] = shape;
  const start = (head * queries + query) * keys;
  return values.subarray(start, start + keys);
}

/** The mean over the heads. [N] */
export function meanWeights(attention: TracedAttention, heads: number, query: number): Float32Array {
  const rows = Array.from({ length: heads }, (_, head) => weightsOf(attention, head, query));
  return Float32Array.from(rows[0] ?? [], (_, n) => rows.reduce((sum, row) => sum + valueAt(row, n), 0) / heads);
}

export const lengthOf = (vector: Float32Array): number => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
