/** The passes of one place and backend, told as a part of bench.json. */
import type { BenchSection } from '../../src/results/bench';
import { median } from '../evaluate/statistics';
import type { RaceResult } from './race';

/** Sets every pass against the highest rate of the plain product that any of them met as well. Needs at least one pass. */
export function sectionOf(
  place: BenchSection['place'],
  { backend, rounds }: Pick<BenchSection, 'backend' | 'rounds'>,
  results: readonly RaceResult[],
): BenchSection {
  const products = results.map(({ matMul }) => matMul);
  const bestMatMul = Math.max(...products);
  const share = (rate: number): number => Number((rate / bestMatMul).toPrecision(4));
  return {
    place,
    backend,
    rounds,
    matMul: median(products),
    bestMatMul,
    passes: results.map((result) => ({ ...result, shareOfBest: share(result.gflopsPerSecond) })),
  };
}
