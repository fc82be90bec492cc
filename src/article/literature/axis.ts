/** An axis of a chart: even steps that hold all values, better towards the far end whichever way the score counts. */

export interface Axis {
  /** Values to mark, ascending. */
  readonly ticks: readonly number[];
  readonly decimals: number;
  /** Where a value lies, from 0 at the near end to 1 at the far end, where scores are best. */
  place(value: number): number;
}

/** Steps of 1, 2 or 5 times a power of ten, at most this many. */
const MOST_STEPS = 5;

function stepFor(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / MOST_STEPS));
  return power * ([1, 2, 5, 10].find((factor) => span / (factor * power) <= MOST_STEPS) ?? 10);
}

/** @param values at least one */
export function axisFor(values: readonly number[], better: 'higher' | 'lower'): Axis {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // Equal values still need a width, and points at the very edge would be cut.
  const margin = (most - least || Math.abs(most) || 1) * 0.08;
  const [from, to] = [least - margin, most + margin];
  const step = stepFor(to - from);
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  const decimals = Math.max(0, -Math.floor(Math.log10(step)));
  return {
    ticks: Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(decimals))),
    decimals,
    place: (value) => (better === 'higher' ? value - from : to - value) / (to - from),
  };
}
