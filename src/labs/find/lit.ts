/** The drawing that is lit on the maps, as the address names it. */
import type { SampleChoice } from '../lab';
import type { Gallery } from '../shared/files';
import type { Drawing } from './plots';

/** @returns null where the gallery has no such concept, or no such artist */
export function openedLit(
  { concept, artist }: SampleChoice,
  { concepts, attributions }: Pick<Gallery, 'concepts' | 'attributions'>,
): Drawing | null {
  const row = concepts.findIndex((candidate) => candidate.concept === concept);
  if (row < 0) return null;
  if (artist === undefined) return { row };
  return attributions.some(({ id }) => id === artist) ? { row, artist } : null;
}
