/** The distances from one cell to every entry, in the order of the entries. */
import { useMemo } from 'react';
import { valueAt } from './arrays';

interface DistanceRowProps {
  readonly label: string;
  /** [K] */
  readonly distances: Float32Array;
  readonly nearest: number;
  /** The entry that the formula is of. */
  readonly compared: number;
}

/** Share of a bar's slot left empty, where there are few. */
const GAP = 0.2;
/** Bars that are looked for are never thinner than this share of the width. */
const LEAST = 0.006;

export function DistanceRow({ label, distances, nearest, compared }: DistanceRowProps) {
  const count = distances.length;
  const most = useMemo(() => Math.max(...distances), [distances]);
  const height = (k: number) => (most > 0 ? valueAt(distances, k) / most : 0);
  const path = useMemo(() => {
    let bars = '';
    distances.forEach((value, k) => {
      bars += `M${k + GAP / 2} 1v${-(value / (most || 1)).toFixed(4)}h${1 - GAP}V1z`;
    });
    return bars;
  }, [distances, most]);
  const wide = Math.max(1 - GAP, LEAST * count);
  const bar = (k: number) => ({ x: k + 0.5 - wide / 2, y: 1 - height(k), width: wide, height: height(k) });
  return (
    <svg className="inside-distances" viewBox={`0 0 ${count} 1.02`} preserveAspectRatio="none" role="img" aria-label={label}>
      <path className="inside-distances-bars" d={path} />
      {compared !== nearest && <rect className="inside-distances-compared" {...bar(compared)} />}
      <rect className="inside-distances-nearest" {...bar(nearest)} />
      <path className="inside-distances-mark" d={`M${nearest + 0.5} 0V${1 - height(nearest)}`} />
    </svg>
  );
}
