/** What the view says about tokens, from a generation result alone. */
import type { GenerationResult } from '../../engine/protocol';
import type { CodeColour } from '../../ui/code-colours';
import type { SharePart } from '../../ui/ShareStrip';

/** How many cells each used entry fills, most frequent first. */
export function entryShares({ tokens }: GenerationResult, palette: readonly CodeColour[]): SharePart[] {
  const counts = new Map<number, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return [...counts]
    .map(([key, count]) => ({ key, count, fill: palette[key]?.fill ?? '' }))
    .sort((a, b) => b.count - a.count || a.key - b.key);
}

/** One row of a table of vectors. [rows·D] -> [D] */
export const vectorAt = (table: Float32Array, row: number, dimension: number): Float32Array =>
  table.subarray(row * dimension, (row + 1) * dimension);

/** The `count` smallest values with their indices, smallest first; the token goes before its equals. */
export function smallest(values: Float32Array, count: number): { readonly index: number; readonly value: number }[] {
  return Array.from(values, (value, index) => ({ index, value }))
    .sort((a, b) => a.value - b.value || a.index - b.index)
    .slice(0, count);
}
