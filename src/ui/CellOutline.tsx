/** Marks one cell of a square grid on whatever it is laid over. */
import './CellOutline.css';

interface CellOutlineProps {
  readonly grid: number;
  /** Row-major index. */
  readonly cell: number;
  /** Names of the symbols that the cell stands for. */
  readonly symbol?: string;
}

export function CellOutline({ grid, cell, symbol }: CellOutlineProps) {
  const share = 100 / grid;
  return (
    <div
      className="cell-outline"
      data-symbol={symbol}
      style={{
        left: `${(cell % grid) * share}%`,
        top: `${Math.floor(cell / grid) * share}%`,
        width: `${share}%`,
        height: `${share}%`,
      }}
    />
  );
}
