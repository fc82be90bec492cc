/**
 * Over how many of the evaluation set's pictures a point is averaged. A file that fits few of them fits the plainest, and its figure
 * falls as more bits let in harder ones: such points are drawn faintly, so that nobody reads their line as a loss.
 */
import type { SeriesPoint } from './series';

/** Share of the pictures below which a point is drawn faintly. */
export const WELL_COVERED = 0.9;

/** Whether some pictures do not fit. */
export const isPartial = ({ fits }: SeriesPoint): boolean => fits !== undefined && fits < 1;

/** Whether so many do not fit that the point can hardly be held against others. */
export const isSparse = ({ fits }: SeriesPoint): boolean => fits !== undefined && fits < WELL_COVERED;

export interface Stretch<Placed> {
  readonly isSparse: boolean;
  readonly points: readonly Placed[];
}

/** A line in stretches that are drawn alike: what leads to or from a sparse point is sparse as well. Neighbours share a point. */
export function stretchesOf<Placed extends { readonly point: SeriesPoint }>(line: readonly Placed[]): readonly Stretch<Placed>[] {
  const stretches: { isSparse: boolean; points: Placed[] }[] = [];
  line.slice(1).forEach((end, i) => {
    const start = line[i] as Placed;
    const isFaint = isSparse(start.point) || isSparse(end.point);
    const last = stretches.at(-1);
    if (last?.isSparse === isFaint) last.points.push(end);
    else stretches.push({ isSparse: isFaint, points: [start, end] });
  });
  return stretches;
}
