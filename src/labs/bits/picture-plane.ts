/** On the lab's PNG: one plane, a line a way of spending bits, drawn as the style sheet draws it on the page. */
import type { GenerationSettings } from '../../engine/protocol';
import type { FormatNumber } from '../../i18n/use-numbers';
import { PAPER, type Sheet, write } from '../shared/sheet';
import { BIT_TICKS, heightOf, INFINITY_TICK, isDrawn, placeOf, placeOfBits, type Scale } from './axes';
import { isPartial, isSparse, stretchesOf } from './coverage';
import { isSame } from './plane';
import type { Measure, Series, SeriesPoint, Way } from './series';

export interface PlaneParts {
  readonly title: string;
  readonly series: readonly Series[];
  readonly measure: Measure;
  readonly scale: Scale;
  readonly settings: GenerationSettings;
  readonly words: PlaneWords;
}

export interface PlaneWords {
  readonly bitsAxis: string;
  /** With its unit. */
  readonly measure: string;
  /** What hollow and faint marks mean. */
  readonly partial: string;
  readonly number: FormatNumber;
  wayText(way: Way): string;
}

const PLOT = 270;
/** Room above the plot for its title, beside it for the values, below it for the bits and for the legend. */
const TITLE = 52;
const VALUES = 40;
const TICKS = 46;
const LEGEND_LINE = 22;
const LEGEND_COLUMNS = 3;

const hasPartial = (series: readonly Series[]): boolean => series.some(({ points }) => points.some(isPartial));

export const planeHeight = (series: readonly Series[]): number =>
  TITLE + PLOT + TICKS + (Math.ceil(series.length / LEGEND_COLUMNS) + Number(hasPartial(series))) * LEGEND_LINE;

const isTokens = (way: Way): boolean => way === 'vqvae-16' || way === 'vqvae-8';
/** Ways on the coarser grid are told from the finer one's by hollow marks. */
const HOLLOW: readonly Way[] = ['vqvae-8', 'kMeans-8'];
const DASHES: Readonly<Partial<Record<Way, readonly number[]>>> = {
  jpeg: [6, 3],
  webp: [6, 3],
  'kMeans-16': [2, 3],
  'kMeans-8': [2, 3],
};
/** Opacity of what is averaged over few pictures. */
const FAINT = 0.3;
const SOFT = { size: 12, ink: 'ink-soft' } as const;

/** Half the width and half the height of a mark that is no disc. */
const BARS: Readonly<Partial<Record<Way, readonly [number, number]>>> = { jpeg: [3.5, 3.5], thumbnail: [5, 1.5], pca: [1.5, 5] };

function drawMark({ context, inks }: Sheet, way: Way, x: number, y: number, point?: SeriesPoint): void {
  const tone = isTokens(way) ? inks.gen : inks['ink-soft'];
  context.save();
  if (point && isSparse(point)) context.globalAlpha = FAINT;
  context.translate(x, y);
  context.beginPath();
  const bar = BARS[way];
  if (way === 'webp') context.rotate(Math.PI / 4);
  if (way === 'webp') context.rect(-3.5, -3.5, 7, 7);
  else if (bar) context.rect(-bar[0], -bar[1], 2 * bar[0], 2 * bar[1]);
  else context.arc(0, 0, isTokens(way) ? 4.5 : 2.5, 0, 2 * Math.PI);
  context.fillStyle = HOLLOW.includes(way) || (point && isPartial(point)) ? PAPER : tone;
  context.fill();
  context.strokeStyle = tone;
  context.lineWidth = isTokens(way) ? 2 : 1.25;
  context.stroke();
  context.restore();
}

export function drawPlane(sheet: Sheet, parts: PlaneParts, left: number, top: number, width: number): void {
  const { title, series, measure, scale, settings, words } = parts;
  const { context, inks } = sheet;
  const plotTop = top + TITLE;
  const plotLeft = left + VALUES;
  const xOf = (share: number) => plotLeft + share * (width - VALUES);
  const yOf = (value: number) => plotTop + PLOT * (1 - heightOf(scale, value));
  const rule = (x1: number, y1: number, x2: number, y2: number, ink: string) => {
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.strokeStyle = ink;
    context.lineWidth = 1;
    context.stroke();
  };
  write(sheet, title, left, top + 14, { size: 16, isStrong: true, within: width });
  write(sheet, words.measure, left, top + 36, SOFT);
  for (const tick of scale.ticks) {
    rule(plotLeft, yOf(tick), xOf(1), yOf(tick), inks.rule);
    write(sheet, words.number(tick, measure === 'ssim' ? 1 : 0), plotLeft - 10, yOf(tick) + 4, { ...SOFT, align: 'end' });
  }
  const below = plotTop + PLOT;
  for (const bits of BIT_TICKS)
    write(sheet, words.number(bits), xOf(placeOfBits(bits)), below + 20, { ...SOFT, align: 'center' });
  write(sheet, '∞', xOf(INFINITY_TICK), below + 20, { ...SOFT, align: 'center' });
  write(sheet, words.bitsAxis, xOf(0.5), below + 38, { ...SOFT, align: 'center' });

  const placed = (points: readonly SeriesPoint[]) =>
    points.filter(isDrawn).flatMap((point) => {
      const value = point[measure];
      return value === null ? [] : [{ point, x: xOf(placeOf(point)), y: yOf(value) }];
    });
  const now = series
    .flatMap(({ points }) => placed(points))
    .find(({ point }) => point.settings && isSame(point.settings, settings));
  if (now) rule(now.x, plotTop, now.x, below, inks.edge);
  for (const { way, points } of series) {
    context.strokeStyle = isTokens(way) ? inks.gen : inks['ink-soft'];
    context.lineWidth = isTokens(way) ? 2.5 : 1.25;
    context.setLineDash([...(DASHES[way] ?? [])]);
    for (const stretch of stretchesOf(placed(points).filter(({ point }) => point.settings?.codebook !== 'inf'))) {
      context.beginPath();
      for (const { x, y } of stretch.points) context.lineTo(x, y);
      context.globalAlpha = stretch.isSparse ? FAINT : 1;
      context.stroke();
    }
    context.globalAlpha = 1;
    context.setLineDash([]);
  }
  for (const { way, points } of series) for (const { point, x, y } of placed(points)) drawMark(sheet, way, x, y, point);
  if (now) {
    for (const [radius, fill] of [
      [10, inks.gen],
      [8, PAPER],
      [6, inks.gen],
    ] as const) {
      context.beginPath();
      context.arc(now.x, now.y, radius, 0, 2 * Math.PI);
      context.fillStyle = fill;
      context.fill();
    }
  }
  const named = series.filter(({ points }) => points.length > 0);
  const column = (width - VALUES) / LEGEND_COLUMNS;
  named.forEach(({ way }, i) => {
    const x = plotLeft + (i % LEGEND_COLUMNS) * column;
    const y = below + TICKS + 14 + Math.floor(i / LEGEND_COLUMNS) * LEGEND_LINE;
    drawMark(sheet, way, x + 6, y - 4);
    write(sheet, words.wayText(way), x + 18, y, { ...SOFT, ink: isTokens(way) ? 'gen' : 'ink-soft', within: column - 24 });
  });
  if (hasPartial(series)) {
    const line = Math.ceil(named.length / LEGEND_COLUMNS);
    write(sheet, words.partial, plotLeft, below + TICKS + 14 + line * LEGEND_LINE, { ...SOFT, within: width - VALUES });
  }
}
