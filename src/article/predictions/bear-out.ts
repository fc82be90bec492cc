/** Which option a number bears out. */

/** An option, and the number below which it is right; the last holds for all that is left. */
export type OptionBelow = readonly [id: string, below: number];

/** @param amount undefined while it is not measured @returns the one option, or none */
export function borneOut(amount: number | undefined, options: readonly OptionBelow[]): readonly string[] {
  if (amount === undefined) return [];
  const found = options.find(([, below]) => amount < below) ?? options.at(-1);
  return found ? [found[0]] : [];
}

/** How much the first exceeds the second; undefined while either is not measured. */
export const excess = (first: number | undefined, second: number | undefined): number | undefined =>
  first === undefined || second === undefined ? undefined : first - second;
