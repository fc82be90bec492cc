/** A vector as bars around a middle line, positive ones up: the picture of a code of numbers. */
import { useMemo } from 'react';
import './SignedBars.css';

interface SignedBarsProps {
  readonly label: string;
  /** null leaves the frame empty. */
  readonly values: Float32Array | null;
  /** The value that fills the height; the largest in size of either vector by default. */
  readonly limit?: number;
  /** A second vector, drawn as outlines over the first. */
  readonly outlines?: Float32Array | null;
  readonly className?: string;
}

/** Share of a bar's slot left empty. */
const GAP = 0.22;

function barsPath(values: Float32Array, limit: number, isWanted: (value: number) => boolean): string {
  let path = '';
  values.forEach((value, i) => {
    if (isWanted(value)) path += `M${i + GAP / 2} 0h${1 - GAP}v${(-value / limit).toFixed(4)}h${GAP - 1}z`;
  });
  return path;
}

export function SignedBars({ label, values, limit, outlines, className = '' }: SignedBarsProps) {
  const paths = useMemo(() => {
    if (!values) return null;
    const largestOf = (from: Float32Array) => from.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-9);
    const reach = limit ?? Math.max(largestOf(values), outlines ? largestOf(outlines) : 0);
    return {
      positive: barsPath(values, reach, (value) => value > 0),
      negative: barsPath(values, reach, (value) => value < 0),
      outline: outlines ? barsPath(outlines, reach, () => true) : '',
    };
  }, [values, limit, outlines]);
  const count = values?.length ?? 1;
  return (
    <svg
      className={`signed-bars ${className}`}
      viewBox={`0 -1.05 ${count} 2.1`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path className="signed-bars-axis" d={`M0 0H${count}`} />
      {paths && (
        <>
          <path className="signed-bars-positive" d={paths.positive} />
          <path className="signed-bars-negative" d={paths.negative} />
          <path className="signed-bars-outline" d={paths.outline} />
        </>
      )}
    </svg>
  );
}
