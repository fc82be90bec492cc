/** Sizes of a result that is combined from others: the same name stands for another set in each. */
import type { ResultHeader } from '../../src/results/envelope';

/** `heldOutDrawings` of e2 becomes `e2.heldOutDrawings`. */
export const sizesOf = (results: readonly Pick<ResultHeader, 'experiment' | 'sizes'>[]): Record<string, number> =>
  Object.fromEntries(
    results.flatMap(({ experiment, sizes }) => Object.entries(sizes).map(([name, size]) => [`${experiment}.${name}`, size])),
  );
