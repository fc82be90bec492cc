/** Parts of a whole, side by side, largest first. */
import './ShareStrip.css';

export interface SharePart {
  readonly key: number;
  readonly count: number;
  readonly fill: string;
}

interface ShareStripProps {
  readonly label: string;
  readonly parts: readonly SharePart[];
  /** Key of the part to mark. */
  readonly marked?: number | undefined;
}

export function ShareStrip({ label, parts, marked }: ShareStripProps) {
  return (
    <div className="share-strip" role="img" aria-label={label}>
      {parts.map(({ key, count, fill }) => (
        <span key={key} data-marked={key === marked || undefined} style={{ flexGrow: count, backgroundColor: fill }} />
      ))}
    </div>
  );
}
