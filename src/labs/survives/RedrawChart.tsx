/** What is left of each code when somebody else draws the same thing: a line each artist, then the evaluation set and the scale's end. */
import { useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE, type RgbImage } from '../../model/types';
import { PixelImage } from '../../ui/PixelImage';
import { ChartHead } from './ChartHead';
import { cosineLeft, tokensLeft } from './curves';
import { redrawRows, setSize, type TableRow } from './rows';
import { survivesTexts } from './texts';
import { useRowName } from './use-row-name';
import type { StrengthText } from './use-strength-text';
import './SurvivalChart.css';

interface RedrawChartProps {
  readonly rows: readonly TableRow[];
  /** Those who can redraw this picture. */
  readonly artists: readonly string[];
  /** The artist looked at, by place. */
  readonly level: number;
  /** The picture at the scale's end. */
  readonly unrelated: RgbImage;
  readonly strengthText: StrengthText;
}

function Dot({ code, left, look }: { readonly code: 'und' | 'gen'; readonly left: number | null; readonly look: 'own' | 'set' }) {
  if (left === null) return null;
  return (
    <span className={`survival-dots survival-${code}`}>
      <i className={`survival-dot-${look}`} style={{ insetInlineStart: `${100 * left}%` }} />
    </span>
  );
}

export function RedrawChart({ rows, artists, level, unrelated, strengthText }: RedrawChartProps) {
  const t = useTexts(survivesTexts);
  const nameOf = useRowName('redraw', strengthText);
  return (
    <figure className="survival">
      <ChartHead count={setSize(rows)} />
      <div className="survival-rows" role="img" aria-label={t('redrawChartLabel')}>
        {redrawRows(rows, artists.length).map((row) => (
          <div
            key={row.strength}
            className="survival-row"
            data-now={row.strength === level || undefined}
            data-end={row.strength === 'unrelated' || undefined}
          >
            <div className="survival-name">
              {nameOf(row.strength)}
              {row.strength === 'unrelated' && <PixelImage pixels={unrelated.data} side={IMAGE_SIZE} />}
            </div>
            <div className="survival-track">
              <Dot code="und" left={row.set ? cosineLeft(row.set.cosine.mean) : null} look="set" />
              <Dot code="gen" left={row.set ? 1 - row.set.tokensChanged.mean : null} look="set" />
              <Dot code="und" left={row.own ? cosineLeft(row.own.cosine) : null} look="own" />
              <Dot code="gen" left={row.own ? tokensLeft(row.own) : null} look="own" />
            </div>
          </div>
        ))}
        <div className="survival-row survival-scale tabular" aria-hidden="true">
          <div className="survival-name" />
          <div className="survival-track">
            <span>0</span>
            <span>1</span>
          </div>
        </div>
      </div>
    </figure>
  );
}
