/**
 * Which cell of the token grid is looked at. Kept as a place in the picture, 0..1 both ways, so that it stays where it
 * is when the grid changes.
 */
import { useState } from 'react';

interface Place {
  readonly x: number;
  readonly y: number;
}

const MIDDLE: Place = { x: 0.5, y: 0.5 };

const cellAt = ({ x, y }: Place, grid: number): number => Math.floor(y * grid) * grid + Math.floor(x * grid);

const placeOf = (cell: number, grid: number): Place => ({
  x: ((cell % grid) + 0.5) / grid,
  y: (Math.floor(cell / grid) + 0.5) / grid,
});

export interface CellChoice {
  readonly selected: number;
  /** The cell pointed at, else the selected one. */
  readonly active: number;
  select(cell: number): void;
  /** null when the pointer has left. */
  point(cell: number | null): void;
}

export function useCell(grid: number): CellChoice {
  const [selected, setSelected] = useState(MIDDLE);
  const [pointed, setPointed] = useState<Place | null>(null);
  return {
    selected: cellAt(selected, grid),
    active: cellAt(pointed ?? selected, grid),
    select: (cell) => setSelected(placeOf(cell, grid)),
    point: (cell) => setPointed(cell === null ? null : placeOf(cell, grid)),
  };
}
