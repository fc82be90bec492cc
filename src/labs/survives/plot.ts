/** Where things stand in the chart of a change that grows, on the page as in the PNG. */
import type { GridSize } from '../../model/types';
import type { E7 } from '../../results/e7';
import { cosineLeft, curvesOfSteps, curvesOfTrace, evaluationSteps, type Point, tokensLeft, unrelatedStep } from './curves';
import type { GradedChange } from './levels';
import type { Distance, Trace } from './store';

/** Lines across the chart. */
export const RULES = [0, 0.25, 0.5, 0.75, 1] as const;
/** Share of the width that the slider takes; the rest is the unrelated picture's, whose two dots stand beside each other. */
export const SLIDER_SHARE = 0.86;
export const BORDER = 0.89;
export const END = { own: 0.93, set: 0.965 } as const;

export interface Charted {
  readonly change: GradedChange;
  readonly level: number;
  readonly grid: GridSize;
  readonly trace: readonly Trace[];
  readonly unrelated: Distance;
  readonly evaluation: E7 | null;
}

/** What is left of one code; places are over the slider. */
export interface Series {
  readonly code: 'und' | 'gen';
  /** Of this picture, and of the evaluation set. */
  readonly own: readonly Point[];
  readonly set: readonly Point[];
  /** Where the slider stands. */
  readonly now: Point | undefined;
  /** Of an unrelated picture; null where there are no tokens, or no evaluation. */
  readonly end: { readonly own: number | null; readonly set: number | null };
}

export function seriesOf({ change, level, grid, trace, unrelated, evaluation }: Charted): readonly Series[] {
  const own = curvesOfTrace(change, trace);
  const set = curvesOfSteps(change, evaluation ? evaluationSteps(evaluation, change, grid) : []);
  const now = curvesOfTrace(
    change,
    trace.filter((step) => step.level === level),
  );
  const end = evaluation && unrelatedStep(evaluation, change, grid);
  return [
    {
      code: 'und',
      own: own.cosines,
      set: set.cosines,
      now: now.cosines[0],
      end: { own: cosineLeft(unrelated.cosine), set: end && cosineLeft(end.cosine.mean) },
    },
    {
      code: 'gen',
      own: own.tokens,
      set: set.tokens,
      now: now.tokens[0],
      end: { own: tokensLeft(unrelated), set: end && 1 - end.tokensChanged.mean },
    },
  ];
}
