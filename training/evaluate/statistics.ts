/** Means and their spread, over seeds or over pictures. */
import type { Average, Spread } from '../../src/results/envelope';

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard deviation of a sample (n − 1); 0 for a single value. */
export function standardDeviation(values: readonly number[]): number {
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
