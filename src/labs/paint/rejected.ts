/** What of the address names nothing in this lab. */
import type { GenerationSettings } from '../../engine/protocol';
import type { Picture, SharedState } from '../lab';
import type { Samples } from '../shared/files';
import { findSample } from '../shared/find-sample';
import { isCanvas } from './packing';
import type { PaintSettings } from './store';
import { readMove } from './vectors';

/**
 * Tokens that are no grid of the codebook, and an entry past it. The address speaks of a sample and of the settings that the page
 * opened with: once the reader has gone on to others, what no longer fits them is not amiss.
 */
export function rejectedCanvas(
  { paint, entry }: SharedState,
  picture: Picture,
  { grid, codebook }: PaintSettings,
  first: GenerationSettings,
): Pick<SharedState, 'paint' | 'entry'> {
  if (picture.kind === 'own' || grid !== first.grid || codebook !== first.codebook) return {};
  return {
    ...(paint !== undefined && !isCanvas(paint, grid * grid, codebook) ? { paint } : {}),
    ...(entry !== undefined && entry >= codebook ? { entry } : {}),
  };
}

/** A second image that nobody drew, or not the artist named. */
export const rejectedPartner = ({ partner }: SharedState, samples: Samples): Pick<SharedState, 'partner'> =>
  partner && !findSample(samples, partner) ? { partner } : {};

/** A move that leads nowhere in a space of so many dimensions. */
export const rejectedMove = ({ move }: SharedState, dimensions: number): Pick<SharedState, 'move'> =>
  move !== undefined && !readMove(move, dimensions) ? { move } : {};
