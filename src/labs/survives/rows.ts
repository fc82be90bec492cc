/** What the chart shows as rows: for the table and for files. */
import type { Change } from '../../dataset/changes';
import type { GridSize } from '../../model/types';
import type { E7 } from '../../results/e7';
import { type EvaluationStep, evaluationSteps, unrelatedStep } from './curves';
import { strengthAt } from './levels';
import type { Distance, Trace } from './store';

export interface TableRow {
  /** In the change's unit, an artist's place, who redrew over the evaluation set, or the scale's end. */
  readonly strength: EvaluationStep['strength'] | 'unrelated';
  readonly own?: Distance;
  readonly set?: Omit<EvaluationStep, 'strength'>;
}

/** All that was measured of one change, from weak to strong, then the unrelated picture. */
export function rowsOf(
  change: Change,
  grid: GridSize,
  trace: readonly Trace[],
  unrelated: Distance,
  evaluation: E7 | null,
): readonly TableRow[] {
  const rows = new Map<TableRow['strength'], TableRow>();
  const add = (row: TableRow) => rows.set(row.strength, { ...rows.get(row.strength), ...row });
  for (const step of trace) add({ strength: strengthAt(change, step.level), own: step });
  for (const { strength, ...set } of evaluation ? evaluationSteps(evaluation, change, grid) : []) add({ strength, set });
  const isFalling = change === 'jpeg';
  const order = ({ strength }: TableRow) =>
    typeof strength === 'number' ? (isFalling ? -strength : strength) : Number.POSITIVE_INFINITY;
  // Two that are both beyond all numbers keep their order.
  const sorted = [...rows.values()].sort((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b)));
  const end = evaluation && unrelatedStep(evaluation, change, grid);
  const own = { cosine: unrelated.cosine, tokensChanged: unrelated.tokensChanged };
  return [...sorted, { strength: 'unrelated', own, ...(end ? { set: end } : {}) }];
}

/** Of redrawings: a row each artist, then the others. Artists not looked at yet keep their row, so that nothing moves when their turn comes. */
export const redrawRows = (rows: readonly TableRow[], artists: number): readonly TableRow[] => [
  ...Array.from({ length: artists }, (_, place) => rows.find(({ strength }) => strength === place) ?? { strength: place }),
  ...rows.filter(({ strength }) => typeof strength === 'string'),
];

/** Drawings of the evaluation set that the rows rest on; null without it. */
export const setSize = (rows: readonly TableRow[]): number | null => rows.find(({ set }) => set)?.set?.cosine.n ?? null;
