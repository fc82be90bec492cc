/** How many worker threads a run takes where it is not told. */
import { availableParallelism } from 'node:os';

/** As many workers as there are cores, but no more than each of these numbers of things can be dealt to evenly. */
export function workersFor(counts: readonly number[], cores = availableParallelism()): number {
  let workers = cores;
  while (workers > 1 && counts.some((count) => count % workers !== 0)) workers -= 1;
  return workers;
}
