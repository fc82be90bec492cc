/** What the chart and the table show of one change: this picture and the evaluation set, at their strengths. */
import type { Change } from '../../dataset/changes';
import type { GridSize } from '../../model/types';
import type { E7 } from '../../results/e7';
import type { Average } from '../../results/envelope';
import { type GradedChange, LEVELS } from './levels';
import type { Trace } from './store';

type Measured = E7['figures']['changes'][number];
/** Who redrew, over the evaluation set. */
export type Redrawer = Extract<Measured['strength'], string>;

/** One strength over the evaluation set. */
export interface EvaluationStep {
  readonly strength: number | Redrawer;
  readonly cosine: Average;
  /** Share of the tokens, 0..1. */
  readonly tokensChanged: Average;
}

export interface Point {
  /** 0..1 over the slider. */
  readonly x: number;
  /** What is left, 0..1. */
  readonly y: number;
}

/** What is left of each code as a change grows. */
export interface Curves {
  readonly cosines: readonly Point[];
  /** Share of the tokens that stay; empty without a codebook. */
  readonly tokens: readonly Point[];
}

const stepOf = ({ strength, distance }: Measured, grid: GridSize): EvaluationStep => ({
  strength,
  cosine: distance.embedding,
  tokensChanged: grid === 16 ? distance.tokens16 : distance.tokens8,
});

/** The strengths of a change that the evaluation set was measured at. */
export const evaluationSteps = ({ figures }: E7, change: Change, grid: GridSize): readonly EvaluationStep[] =>
  figures.changes.filter((measured) => measured.change === change).map((measured) => stepOf(measured, grid));

/** The strongest step of a change over the evaluation set: how far it moves the vector, and that of the encoder before training. */
export interface ControlStep {
  readonly strength: number | Redrawer;
  /** On the way to an unrelated picture: 0 nothing moved, 1 as far as that. */
  readonly trained: number;
  readonly untrained: number;
}

/** Nothing where the change was not measured. */
export function controlStep({ figures }: E7, change: Change): ControlStep | null {
  const strongest = figures.changes.filter((measured) => measured.change === change).at(-1);
  if (!strongest) return null;
  const { strength, wayThere } = strongest;
  return { strength, trained: wayThere.embedding, untrained: wayThere.untrained };
}

/** How far an unrelated picture is over the evaluation set. */
export function unrelatedStep({ figures: { unrelated } }: E7, change: Change, grid: GridSize) {
  const distance = change === 'redraw' ? unrelated.otherArtist : unrelated.sameArtist;
  return { cosine: distance.embedding, tokensChanged: grid === 16 ? distance.tokens16 : distance.tokens8 };
}

/** Where a strength lies on the slider, 0..1; those beyond its ends lie on them. */
export function placeOf(change: GradedChange, strength: number): number {
  const levels = LEVELS[change];
  const [first, last] = [levels[0] as number, levels[levels.length - 1] as number];
  return Math.min(1, Math.max(0, (strength - first) / (last - first)));
}

/** Of a cosine: one below nothing is drawn as nothing. */
export const cosineLeft = (cosine: number): number => Math.max(0, cosine);

/** Of the tokens; null without a codebook. */
export const tokensLeft = ({ tokensChanged }: Pick<Trace, 'tokensChanged'>): number | null =>
  tokensChanged === null ? null : 1 - tokensChanged;

export function curvesOfTrace(change: GradedChange, trace: readonly Trace[]): Curves {
  const placed = trace.map((step) => ({ step, x: placeOf(change, LEVELS[change][step.level] ?? 0) }));
  return {
    cosines: placed.map(({ step, x }) => ({ x, y: cosineLeft(step.cosine) })),
    tokens: placed.flatMap(({ step, x }) => {
      const y = tokensLeft(step);
      return y === null ? [] : [{ x, y }];
    }),
  };
}

export function curvesOfSteps(change: GradedChange, steps: readonly EvaluationStep[]): Curves {
  const placed = steps.flatMap((step) =>
    typeof step.strength === 'number' ? [{ step, x: placeOf(change, step.strength) }] : [],
  );
  return {
    cosines: placed.map(({ step, x }) => ({ x, y: cosineLeft(step.cosine.mean) })),
    tokens: placed.map(({ step, x }) => ({ x, y: 1 - step.tokensChanged.mean })),
  };
}
