/** What a choice of batch stands for, be it of the address, the text or the reader. */
import type { BatchChoice, SharedState } from '../lab';
import type { Samples } from '../shared/files';
import { findSample } from '../shared/find-sample';
import { drawBatch, type Pair } from './batch';
import type { Drawn } from './store';

/** What the page opens with. */
export const FIRST: Extract<BatchChoice, { seed: number }> = { seed: 1, size: 8 };

/** Whether there are all the drawings that a choice names. */
const isThere = (choice: BatchChoice, samples: Samples): boolean =>
  'seed' in choice || choice.pairs.every((pair) => findSample(samples, pair));

/**
 * Pairs that a choice stands for; one that names a drawing nobody has stands for the first batch.
 * @param lead what a drawn batch begins with
 */
export function pairsOf(
  choice: BatchChoice,
  samples: Samples,
  lead: Pair | undefined,
): { readonly pairs: readonly Pair[]; readonly drawn: Drawn } {
  if ('seed' in choice) return { pairs: drawBatch(choice.seed, choice.size, samples.concepts, lead), drawn: choice };
  return isThere(choice, samples) ? { pairs: choice.pairs, drawn: null } : pairsOf(FIRST, samples, lead);
}

/** What of the address names nothing here. */
export const rejectedOf = ({ batch }: SharedState, samples: Samples): SharedState =>
  batch && !isThere(batch, samples) ? { batch } : {};
