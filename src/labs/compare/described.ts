/** What is said of the two pictures of weights to those who do not see them: where the most lies, and how much of it. */

/** A place on a square grid, counted from 1. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const placeOn = (side: number, index: number): Place => ({ row: Math.floor(index / side) + 1, column: (index % side) + 1 });

const indexOfLargest = (values: Float32Array): number =>
  values.reduce((best, value, index) => (value > (values[best] as number) ? index : best), 0);

/** The place with the largest weight, its share, and what the `first` largest have together. @param weights sum to 1. [side²] */
export function strongestOf(
  weights: Float32Array,
  side: number,
  first: number,
): Place & { readonly share: number; readonly together: number } {
  const largest = weights.slice().sort().subarray(-first);
  return {
    ...placeOn(side, indexOfLargest(weights)),
    share: largest.at(-1) ?? 0,
    together: largest.reduce((sum, weight) => sum + weight, 0),
  };
}

/** The mean of the errors, the largest, and the cell it lies in. @param errors one a pixel of a square picture. [S·S] */
export function worstOf(errors: Float32Array, grid: number): Place & { readonly mean: number; readonly largest: number } {
  const side = Math.sqrt(errors.length);
  const worst = indexOfLargest(errors);
  const size = side / grid;
  return {
    ...placeOn(grid, Math.floor(Math.floor(worst / side) / size) * grid + Math.floor((worst % side) / size)),
    mean: errors.reduce((sum, error) => sum + error, 0) / errors.length,
    largest: errors[worst] ?? 0,
  };
}
