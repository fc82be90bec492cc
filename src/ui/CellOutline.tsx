/** Marks one cell of a square grid on whatever it is laid over. */
import './CellOutline.css';

interface CellOutlineProps {
  readonly grid: number;
  /** Row-major index. */
  readonly cell: number;
}

export function CellOutline({ grid, cell }: CellOutlineProps) {
  const share = 100 / grid;
  return (
    <div
      className="cell-outline"
      style={{
        left: `${(cell % grid) * share}%`,
        top: `${Math.floor(cell / grid) * share}%`,
        width: `${share}%`,
        height: `${share}%`,
      }}
    />
  );
}
