/** The smallest of many values, smallest first, as bars with a colour each: which one won, and by how much. */
import './RankedBars.css';

export interface RankedBar {
  readonly key: number;
  readonly value: number;
  readonly fill: string;
}

interface RankedBarsProps {
  readonly label: string;
  readonly bars: readonly RankedBar[];
  /** Places kept, filled or not, so that bars keep their width. */
  readonly places: number;
  /** The value that fills the height. */
  readonly limit: number;
}

export function RankedBars({ label, bars, places, limit }: RankedBarsProps) {
  return (
    <div
      className="ranked-bars"
      role="img"
      aria-label={label}
      style={{ gridTemplateColumns: `repeat(${places}, minmax(0, 1fr))` }}
    >
      {bars.map(({ key, value, fill }) => (
        <span key={key} style={{ height: `${limit > 0 ? (100 * value) / limit : 0}%`, backgroundColor: fill }} />
      ))}
    </div>
  );
}
