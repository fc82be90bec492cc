/** Colours of the matrices: blue-green for what is alike or pulled together, grey for what is pushed apart; vermilion is generation's. */
import type { CodeColour } from '../../ui/code-colours';

/** Up to the first share the text of the page can be read on every tone, from the second on that of its ground, in light and dark. */
const PLAIN = { pale: 0.5, deep: 0.86 };

/** The luminance on which black and white are read equally well (WCAG 2.2, contrast ratio). */
const MIDDLE = 0.179;

/** Black or white, whichever stands out more from a fill that may be anything between: both then have a contrast of 4.5 at least. */
function blackOrWhite(fill: string): string {
  const white = `clamp(0, (${MIDDLE} - y) * 1e6, 1)`;
  return `color(from ${fill} xyz-d65 calc(0.9505 * ${white}) ${white} calc(1.089 * ${white}))`;
}

/** @param share of the full colour, 0..1 */
function shade(tone: string, share: number): CodeColour {
  const fill = `color-mix(in oklab, ${tone} ${(100 * share).toFixed(1)}%, var(--sunk))`;
  if (share <= PLAIN.pale) return { fill, text: 'var(--ink)' };
  return { fill, text: share >= PLAIN.deep ? 'var(--paper)' : blackOrWhite(fill) };
}

/** Cosines below 0 are as pale as 0. */
export const similarityColour = (cosine: number): CodeColour => shade('var(--und)', Math.min(1, Math.max(0, cosine)));

/** @param limit the derivative, in size, of the deepest colour */
export function forceColour(derivative: number, limit: number): CodeColour {
  const share = limit > 0 ? Math.sqrt(Math.min(1, Math.abs(derivative) / limit)) : 0;
  return shade(derivative < 0 ? 'var(--und)' : 'var(--ink-soft)', share);
}
