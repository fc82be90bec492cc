/** Bits per image against quality, a line a way of spending them. Dragging over it moves along the plane's points. */
import { memo, type PointerEvent, useRef } from 'react';
import type { GenerationSettings } from '../../engine/protocol';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { BIT_TICKS, heightOf, INFINITY_TICK, isDrawn, nearestPoint, placeOf, placeOfBits, type Scale } from './axes';
import { isPartial, isSparse, stretchesOf, WELL_COVERED } from './coverage';
import { isSame } from './plane';
import type { Measure, Series } from './series';
import { bitsTexts } from './texts';
import { usePointText } from './use-point-text';
import './RatePlane.css';

interface RatePlaneProps {
  readonly title: string;
  readonly series: readonly Series[];
  readonly measure: Measure;
  readonly scale: Scale;
  readonly settings: GenerationSettings;
  readonly onMove: (settings: GenerationSettings) => void;
}

/** How far a finger goes before it no longer scrolls, in pixels. */
const SIDEWAYS = 8;

const place = (x: number, y: number) => ({ insetInlineStart: `${100 * x}%`, top: `${100 * (1 - y)}%` });

/** Everything that stays while the reader drags. */
const Lines = memo(({ series, measure, scale }: Pick<RatePlaneProps, 'series' | 'measure' | 'scale'>) => {
  const drawn = series.map(({ way, points }) => ({
    way,
    points: points.filter(isDrawn).flatMap((point) => {
      const value = point[measure];
      return value === null ? [] : [{ point, x: placeOf(point), y: heightOf(scale, value) }];
    }),
  }));
  return (
    <>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {scale.ticks.map((tick) => {
          const y = 100 * (1 - heightOf(scale, tick));
          return <line key={tick} className="rate-rule" x1={0} x2={100} y1={y} y2={y} />;
        })}
        {drawn.map(({ way, points }) =>
          stretchesOf(points.filter(({ point }) => point.settings?.codebook !== 'inf')).map((stretch, i) => (
            <polyline
              // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has its place on the line for a name
              key={`${way} ${i}`}
              className="rate-line"
              data-way={way}
              data-sparse={stretch.isSparse || undefined}
              points={stretch.points.map(({ x, y }) => `${100 * x},${100 * (1 - y)}`).join(' ')}
            />
          )),
        )}
      </svg>
      {drawn.map(({ way, points }) =>
        points.map(({ point, x, y }) => (
          <i
            key={`${way} ${point.bits}`}
            className="rate-dot"
            data-way={way}
            data-partial={isPartial(point) || undefined}
            data-sparse={isSparse(point) || undefined}
            style={place(x, y)}
          />
        )),
      )}
    </>
  );
});

export function RatePlane({ title, series, measure, scale, settings, onMove }: RatePlaneProps) {
  const t = useTexts(bitsTexts);
  const number = useNumbers();
  const { wayText, sizeText, valueText } = usePointText();
  const plot = useRef<HTMLDivElement>(null);
  /** Where a finger has come down that may be about to scroll the page: only once it goes sideways, or is lifted, has it chosen. */
  const waitsAt = useRef<number | null>(null);

  const move = ({ clientX, clientY }: PointerEvent) => {
    const box = plot.current?.getBoundingClientRect();
    if (!box) return;
    const point = nearestPoint(series, scale, measure, (clientX - box.left) / box.width, 1 - (clientY - box.top) / box.height);
    if (point) onMove(point);
  };

  const now = series.flatMap(({ points }) => points).find((point) => point.settings && isSame(point.settings, settings));
  const value = now?.[measure];
  const where =
    now && t('planeWhere', { grid: settings.grid, size: sizeText(settings.codebook), value: valueText(measure, now[measure]) });
  return (
    <figure className="rate">
      <figcaption>
        <h3>{title}</h3>
        <p className="rate-measure" aria-hidden="true">
          {t(measure === 'psnr' ? 'psnrAxis' : 'ssim')}
        </p>
      </figcaption>
      <div
        ref={plot}
        className="rate-plot"
        role="img"
        aria-label={t('planeLabel', { title, measure: t(measure), where: where ?? '' })}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          const isFinger = event.pointerType === 'touch';
          waitsAt.current = isFinger ? event.clientX : null;
          if (!isFinger) move(event);
        }}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
          if (waitsAt.current !== null && Math.abs(event.clientX - waitsAt.current) < SIDEWAYS) return;
          waitsAt.current = null;
          move(event);
        }}
        onPointerUp={(event) => {
          if (waitsAt.current !== null) move(event);
          waitsAt.current = null;
        }}
        onPointerCancel={() => {
          waitsAt.current = null;
        }}
      >
        <Lines series={series} measure={measure} scale={scale} />
        {now && <span className="rate-price" style={{ insetInlineStart: `${100 * placeOf(now)}%` }} />}
        {now && value !== null && value !== undefined && (
          <i className="rate-now" style={place(placeOf(now), heightOf(scale, value))} />
        )}
        {scale.ticks.map((tick) => (
          <span key={tick} className="rate-value tabular" style={{ top: `${100 * (1 - heightOf(scale, tick))}%` }}>
            {number(tick, measure === 'ssim' ? 1 : 0)}
          </span>
        ))}
      </div>
      <div className="rate-ticks tabular" aria-hidden="true">
        {BIT_TICKS.map((bits) => (
          <span key={bits} style={{ insetInlineStart: `${100 * placeOfBits(bits)}%` }}>
            {number(bits)}
          </span>
        ))}
        <span style={{ insetInlineStart: `${100 * INFINITY_TICK}%` }}>∞</span>
      </div>
      <p className="rate-axis" aria-hidden="true">
        {t('bitsAxis')}
      </p>
      <ul className="rate-legend">
        {series
          .filter(({ points }) => points.length > 0)
          .map(({ way }) => (
            <li key={way} data-way={way}>
              <i className="rate-dot" data-way={way} />
              {wayText(way)}
            </li>
          ))}
        {series.some(({ points }) => points.some(isPartial)) && (
          <li>
            <i className="rate-dot" data-way="jpeg" data-partial />
            {t('partialLegend', { share: number(100 * WELL_COVERED) })}
          </li>
        )}
      </ul>
    </figure>
  );
}
