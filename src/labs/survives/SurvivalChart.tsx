/** What is left of each code as the change grows, for this picture and for the evaluation set; at the end an unrelated picture. */
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE } from '../../model/types';
import { PixelImage } from '../../ui/PixelImage';
import { ChartHead } from './ChartHead';
import { evaluationSteps, type Point } from './curves';
import { LEVELS } from './levels';
import { BORDER, type Charted, END, RULES, type Series, SLIDER_SHARE, seriesOf } from './plot';
import type { Baseline } from './store';
import { survivesTexts } from './texts';
import type { StrengthText } from './use-strength-text';
import './SurvivalChart.css';

interface SurvivalChartProps extends Charted {
  readonly unrelated: Baseline['unrelated'];
  readonly strengthText: StrengthText;
}

const line = (points: readonly Point[]) => points.map(({ x, y }) => `${100 * x * SLIDER_SHARE},${100 * (1 - y)}`).join(' ');

interface DotProps {
  readonly x: number;
  readonly y: number | null;
  readonly look: 'set' | 'now' | 'own';
}

function Dot({ x, y, look }: DotProps) {
  if (y === null) return null;
  return <i className={`survival-dot-${look}`} style={{ insetInlineStart: `${100 * x}%`, top: `${100 * (1 - y)}%` }} />;
}

function Dots({ code, set, now, end }: Series) {
  return (
    <span className={`survival-dots survival-${code}`}>
      {set.map(({ x, y }) => (
        <Dot key={x} x={x * SLIDER_SHARE} y={y} look="set" />
      ))}
      {now && <Dot x={now.x * SLIDER_SHARE} y={now.y} look="now" />}
      <Dot x={END.own} y={end.own} look="own" />
      <Dot x={END.set} y={end.set} look="set" />
    </span>
  );
}

export function SurvivalChart({ strengthText, ...charted }: SurvivalChartProps) {
  const t = useTexts(survivesTexts);
  const number = useNumbers();
  const { change, grid, unrelated, evaluation } = charted;
  const steps = evaluation ? evaluationSteps(evaluation, change, grid) : [];
  const series = seriesOf(charted);
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
          {series.map(({ code, own, set }) => (
            <g key={code} className={`survival-${code}`}>
              <polyline className="survival-set" points={line(set)} />
              <polyline className="survival-own" points={line(own)} />
            </g>
          ))}
        </svg>
        {RULES.map((y) => (
          <span key={y} className="survival-value tabular" style={{ top: `${100 * (1 - y)}%` }}>
            {number(y, 2)}
          </span>
        ))}
        {series.map((each) => (
          <Dots key={each.code} {...each} />
        ))}
      </div>
      <div className="survival-ticks tabular" aria-hidden="true">
        {[0, 0.5, 1].map((x) => (
          <span
            key={x}
            style={{ insetInlineStart: `${100 * x * SLIDER_SHARE}%` }}
            data-first={x === 0 || undefined}
            data-last={x === 1 || undefined}
          >
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
