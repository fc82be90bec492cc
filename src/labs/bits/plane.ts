/** The plane's points: every codebook size on either grid, and the order in which they are computed. */
import type { GenerationSettings } from '../../engine/protocol';
import { CODEBOOK_SIZES, GRID_SIZES } from '../../model/types';

export const PLANE: readonly GenerationSettings[] = GRID_SIZES.flatMap((grid) =>
  CODEBOOK_SIZES.map((codebook) => ({ grid, codebook })),
);

/** Names a point. */
export const keyOf = ({ grid, codebook }: GenerationSettings): string => `${grid}/${codebook}`;

export const isSame = (a: GenerationSettings, b: GenerationSettings): boolean => a.grid === b.grid && a.codebook === b.codebook;

/** What a grid of tokens takes; null without a codebook, whose vectors' length only the model knows. */
export const bitsOf = ({ grid, codebook }: GenerationSettings): number | null =>
  codebook === 'inf' ? null : grid * grid * Math.log2(codebook);

/** All that a plane of tokens may cost, ascending. */
export const BUDGETS: readonly number[] = [...new Set(PLANE.flatMap((point) => bitsOf(point) ?? []))].sort((a, b) => a - b);

/** Both ends of the bits axis; the sizes without a codebook stand apart, to its right. */
export const FEWEST_BITS = BUDGETS[0] as number;
export const MOST_BITS = BUDGETS.at(-1) as number;

/** Where the reader is comes first, then that grid from there outwards, then the other grid. */
export function byNearness({ grid, codebook }: GenerationSettings): readonly GenerationSettings[] {
  const at = CODEBOOK_SIZES.indexOf(codebook);
  const far = (point: GenerationSettings) =>
    Math.abs(CODEBOOK_SIZES.indexOf(point.codebook) - at) + (point.grid === grid ? 0 : CODEBOOK_SIZES.length);
  return [...PLANE].sort((a, b) => far(a) - far(b));
}
