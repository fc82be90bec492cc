/** Colours of the matrices: blue-green for what is alike or pulled together, vermilion for what is pushed apart. */
import type { CodeColour } from '../../ui/code-colours';

/** Above this share dark and light text change places; between the two it depends on the theme. */
const TEXT_TURNS = { dark: 0.5, light: 0.72 };

/** @param share of the full colour, 0..1 */
function shade(tone: string, share: number): CodeColour {
  const fill = `color-mix(in oklab, ${tone} ${(100 * share).toFixed(1)}%, var(--sunk))`;
  if (share <= TEXT_TURNS.dark) return { fill, text: 'var(--ink)' };
  return { fill, text: share >= TEXT_TURNS.light ? 'var(--paper)' : 'light-dark(var(--ink), var(--paper))' };
}

/** Cosines below 0 are as pale as 0. */
export const similarityColour = (cosine: number): CodeColour => shade('var(--und)', Math.min(1, Math.max(0, cosine)));

/** @param limit the derivative, in size, of the deepest colour */
export function forceColour(derivative: number, limit: number): CodeColour {
  const share = limit > 0 ? Math.sqrt(Math.min(1, Math.abs(derivative) / limit)) : 0;
  return shade(derivative < 0 ? 'var(--und)' : 'var(--gen)', share);
}
