/** What is left of each code as the change grows, for this picture and for the evaluation set; at the end an unrelated picture. */
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { type GridSize, IMAGE_SIZE } from '../../model/types';
import type { E7 } from '../../results/e7';
import { PixelImage } from '../../ui/PixelImage';
import { ChartHead } from './ChartHead';
import {
  type Curves,
  cosineLeft,
  curvesOfSteps,
  curvesOfTrace,
  evaluationSteps,
  type Point,
  tokensLeft,
  unrelatedStep,
} from './curves';
import { type GradedChange, LEVELS } from './levels';
import type { Baseline, Trace } from './store';
import { survivesTexts } from './texts';
import type { StrengthText } from './use-strength-text';
import './SurvivalChart.css';

interface SurvivalChartProps {
  readonly change: GradedChange;
  readonly level: number;
  readonly grid: GridSize;
  readonly trace: readonly Trace[];
  readonly unrelated: Baseline['unrelated'];
  readonly evaluation: E7 | null;
  readonly strengthText: StrengthText;
}

/** Lines across the chart. */
const RULES = [0, 0.25, 0.5, 0.75, 1];
/** Share of the width that the slider takes; the rest is the unrelated picture's, whose two dots stand beside each other. */
const SLIDER_SHARE = 0.86;
const BORDER = 0.89;
const END = { own: 0.93, set: 0.965 };

const line = (points: readonly Point[]) => points.map(({ x, y }) => `${100 * x * SLIDER_SHARE},${100 * (1 - y)}`).join(' ');

interface DotProps {
  readonly x: number;
  readonly y: number | null | undefined;
  readonly look: 'set' | 'now' | 'own';
}

function Dot({ x, y, look }: DotProps) {
  if (y === null || y === undefined) return null;
  return <i className={`survival-dot-${look}`} style={{ insetInlineStart: `${100 * x}%`, top: `${100 * (1 - y)}%` }} />;
}

interface SeriesProps {
  readonly code: 'und' | 'gen';
  readonly set: readonly Point[];
  readonly now: Point | undefined;
  readonly endOwn: number | null;
  readonly endSet: number | null;
}

function Dots({ code, set, now, endOwn, endSet }: SeriesProps) {
  return (
    <span className={`survival-dots survival-${code}`}>
      {set.map(({ x, y }) => (
        <Dot key={x} x={x * SLIDER_SHARE} y={y} look="set" />
      ))}
      {now && <Dot x={now.x * SLIDER_SHARE} y={now.y} look="now" />}
      <Dot x={END.own} y={endOwn} look="own" />
      <Dot x={END.set} y={endSet} look="set" />
    </span>
  );
}

export function SurvivalChart({ change, level, grid, trace, unrelated, evaluation, strengthText }: SurvivalChartProps) {
  const t = useTexts(survivesTexts);
  const number = useNumbers();
  const steps = evaluation ? evaluationSteps(evaluation, change, grid) : [];
  const end = evaluation && unrelatedStep(evaluation, change, grid);
  const own = curvesOfTrace(change, trace);
  const set = curvesOfSteps(change, steps);
  const now = trace.filter((step) => step.level === level);
  const nowCurves = curvesOfTrace(change, now);
  const lines = (key: keyof Curves) => (
    <>
      <polyline className="survival-set" points={line(set[key])} />
      <polyline className="survival-own" points={line(own[key])} />
    </>
  );
  const levels = LEVELS[change];
  return (
    <figure className="survival">
      <ChartHead count={steps[0]?.cosine.n ?? null} isDrawn />
      <div className="survival-plot" role="img" aria-label={t('chartLabel')}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {RULES.map((y) => (
            <line key={y} className="survival-rule" x1={0} x2={100} y1={100 * (1 - y)} y2={100 * (1 - y)} />
          ))}
          <line className="survival-rule" x1={100 * BORDER} x2={100 * BORDER} y1={0} y2={100} />
          <g className="survival-und">{lines('cosines')}</g>
          <g className="survival-gen">{lines('tokens')}</g>
        </svg>
        {RULES.map((y) => (
          <span key={y} className="survival-value tabular" style={{ top: `${100 * (1 - y)}%` }}>
            {number(y, 2)}
          </span>
        ))}
        <Dots
          code="und"
          set={set.cosines}
          now={nowCurves.cosines[0]}
          endOwn={cosineLeft(unrelated.cosine)}
          endSet={end && cosineLeft(end.cosine.mean)}
        />
        <Dots
          code="gen"
          set={set.tokens}
          now={nowCurves.tokens[0]}
          endOwn={tokensLeft(unrelated)}
          endSet={end && 1 - end.tokensChanged.mean}
        />
      </div>
      <div className="survival-ticks tabular" aria-hidden="true">
        {[0, 0.5, 1].map((x) => (
          <span key={x} style={{ insetInlineStart: `${100 * x * SLIDER_SHARE}%` }} data-first={x === 0 || undefined}>
            {strengthText(change, levels[Math.round(x * (levels.length - 1))] ?? 0)}
          </span>
        ))}
        <div className="survival-end">
          <PixelImage pixels={unrelated.image.data} side={IMAGE_SIZE} />
          {t('unrelated')}
        </div>
      </div>
    </figure>
  );
}
