/** Where bits and quality lie on the plane. */
import type { GenerationSettings } from '../../engine/protocol';
import { FEWEST_BITS, MOST_BITS } from './plane';
import type { Measure, Series, SeriesPoint } from './series';

/** Share of the width that the bits take; the rest is for what has no codebook. */
const BITS_SHARE = 0.86;
const INFINITY_X = 0.95;

/** 0..1 from the left; bits count by doublings. */
export const placeOfBits = (bits: number): number =>
  (BITS_SHARE * Math.log2(bits / FEWEST_BITS)) / Math.log2(MOST_BITS / FEWEST_BITS);

export const placeOf = ({ bits, settings }: SeriesPoint): number =>
  settings?.codebook === 'inf' ? INFINITY_X : placeOfBits(bits);

/** Bits that the axis names: doublings. */
export const BIT_TICKS: readonly number[] = [64, 128, 256, 512, 1024, 2048];
export const INFINITY_TICK = INFINITY_X;

export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

const STEP: Readonly<Record<Measure, number>> = { psnr: 5, ssim: 0.2 };
/** What the axis spans where nothing is known yet. */
const EMPTY: Readonly<Record<Measure, readonly [number, number]>> = { psnr: [10, 30], ssim: [0, 1] };

/** A scale that holds every line. */
export function scaleOf(series: readonly Series[], measure: Measure): Scale {
  const values = series.flatMap(({ points }) => points.filter(isDrawn).flatMap((point) => point[measure] ?? []));
  const [least, most] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : EMPTY[measure];
  const step = STEP[measure];
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, measure === 'ssim' ? Math.round(1 / step) : Math.ceil(most / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
  return { low: first * step, high: last * step, ticks };
}

/** 0 at the bottom, 1 at the top. */
export const heightOf = ({ low, high }: Scale, value: number): number => (value - low) / (high - low);

/** What takes more bits than the plane has, or fewer, is known, but has no place on it. */
export const isDrawn = ({ settings, bits }: SeriesPoint): boolean =>
  settings !== undefined || (bits >= FEWEST_BITS && bits <= MOST_BITS);

/** Along the width a pointer counts more than along the height: it follows the bits. */
const HEIGHT_WEIGHT = 0.4;

/** The plane's point that lies nearest to a place. @param x, y shares of width and height, y from the bottom */
export function nearestPoint(
  series: readonly Series[],
  scale: Scale,
  measure: Measure,
  x: number,
  y: number,
): GenerationSettings | undefined {
  let best: { readonly settings: GenerationSettings; readonly far: number } | undefined;
  for (const point of series.flatMap(({ points }) => points)) {
    const value = point[measure];
    if (!point.settings || value === null) continue;
    const far = Math.hypot(placeOf(point) - x, HEIGHT_WEIGHT * (heightOf(scale, value) - y));
    if (!best || far < best.far) best = { settings: point.settings, far };
  }
  return best?.settings;
}
