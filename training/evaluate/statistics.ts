/** Means and medians, and the spread over seeds or over pictures. */
import type { Average, Spread } from '../../src/results/envelope';

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Standard deviation of a sample (n − 1); 0 for a single value. */
function standardDeviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}

/** Over seeds: all values are kept. */
export const spreadOf = (values: readonly number[]): Spread => ({
  mean: mean(values),
  sd: standardDeviation(values),
  values: [...values],
});

/** Over pictures. */
export const averageOf = (values: readonly number[]): Average => ({
  mean: mean(values),
  sd: standardDeviation(values),
  n: values.length,
});
