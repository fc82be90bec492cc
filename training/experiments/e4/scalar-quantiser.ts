/** Scalar quantisers fitted to a sample (Lloyd 1982, Max 1960), and how to share bits among many of them. */

export interface ScalarQuantiser {
  /** Ascending. */
  readonly levels: Float64Array;
  /** Sum of squared errors over the sample. */
  readonly distortion: number;
}

const ITERATIONS = 25;

/** First position whose value is not below `limit`, in ascending values. */
function lowerBound(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A sample made ready: sorted, with running sums, so that fitting costs no more than its levels. */
export interface Sample {
  readonly sorted: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

export function prepareSample(values: ArrayLike<number>): Sample {
  const sorted = Float64Array.from(values).sort();
  const sums = new Float64Array(sorted.length + 1);
  const squares = new Float64Array(sorted.length + 1);
  sorted.forEach((value, i) => {
    sums[i + 1] = (sums[i] as number) + value;
    squares[i + 1] = (squares[i] as number) + value * value;
  });
  return { sorted, sums, squares };
}

/** The quantiser of 2^bits levels; with none, the mean. */
export function lloydMax({ sorted, sums, squares }: Sample, bits: number): ScalarQuantiser {
  const count = sorted.length;
  const size = 2 ** bits;
  const levels = Float64Array.from({ length: size }, (_, i) => sorted[Math.floor(((i + 0.5) / size) * count)] as number);
  const edges = new Int32Array(size + 1);
  edges[size] = count;
  const assign = () => {
    for (let i = 1; i < size; i++) edges[i] = lowerBound(sorted, ((levels[i - 1] as number) + (levels[i] as number)) / 2);
  };
  assign();
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    for (let i = 0; i < size; i++) {
      const [from, to] = [edges[i] as number, edges[i + 1] as number];
      if (to > from) levels[i] = ((sums[to] as number) - (sums[from] as number)) / (to - from);
    }
    // A level that nothing is nearest to stays where it was, and its neighbours may pass it.
    levels.sort();
    assign();
  }
  let distortion = 0;
  for (let i = 0; i < size; i++) {
    const [from, to] = [edges[i] as number, edges[i + 1] as number];
    const level = levels[i] as number;
    const [sum, square] = [(sums[to] as number) - (sums[from] as number), (squares[to] as number) - (squares[from] as number)];
    distortion += square - 2 * level * sum + (to - from) * level * level;
  }
  return { levels, distortion: Math.max(0, distortion) };
}

/** The level nearest to a value. */
export function quantise({ levels }: ScalarQuantiser, value: number): number {
  const right = Math.min(lowerBound(levels, value), levels.length - 1);
  const left = Math.max(0, right - 1);
  return value - (levels[left] as number) < (levels[right] as number) - value
    ? (levels[left] as number)
    : (levels[right] as number);
}

/** More bits than this for one number are never worth it here. */
const MOST_BITS = 10;

/**
 * Gives bits one by one to where the next one saves most (Gersho & Gray 1992, §8.3). A quantiser may save nothing with its first bit.
 * @returns after each bit which sample got it; shorter than asked where no bit saves anything
 */
export function greedyBits(samples: readonly Sample[], bits: number): { order: number[]; quantisers: ScalarQuantiser[][] } {
  const quantisers = samples.map((sample) => [lloydMax(sample, 0), lloydMax(sample, 1)]);
  const given = samples.map(() => 0);
  const saves = (i: number): number => {
    const own = quantisers[i] as ScalarQuantiser[];
    const [now, next] = [own[given[i] as number], own[(given[i] as number) + 1]];
    return now && next ? now.distortion - next.distortion : 0;
  };
  const gains = samples.map((_, i) => saves(i));
  const order: number[] = [];
  while (order.length < bits) {
    const best = gains.reduce((top, gain, i) => (gain > (gains[top] as number) ? i : top), 0);
    if (!((gains[best] as number) > 0)) break;
    order.push(best);
    const own = (given[best] as number) + 1;
    given[best] = own;
    if (own < MOST_BITS) quantisers[best]?.push(lloydMax(samples[best] as Sample, own + 1));
    gains[best] = saves(best);
  }
  return { order, quantisers };
}
