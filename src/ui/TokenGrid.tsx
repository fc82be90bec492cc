/**
 * The tokens of an image as a grid of coloured cells, of which one is selected and one, perhaps another, pointed at.
 * Arrow keys, Home, End, Page Up and Page Down move the selection, as in any grid.
 */
import { type KeyboardEvent, memo, type PointerEvent, useRef } from 'react';
import type { CodeColour } from './code-colours';
import './TokenGrid.css';

interface TokenGridProps {
  readonly label: string;
  readonly grid: number;
  /** One a cell, row-major; empty while there is nothing to show. */
  readonly colours: readonly CodeColour[];
  /** What each cell says: its token's id. */
  readonly names: readonly string[];
  /** What each cell is read out as, where what it says is not enough. */
  readonly spoken?: readonly string[];
  /** The cell shown in detail: the one pointed at, else the selected one. */
  readonly active: number;
  readonly selected: number;
  readonly onSelect: (cell: number) => void;
  /** The cell pointed at, or null when the pointer has left. */
  readonly onPoint: (cell: number | null) => void;
}

/** Where a key leads from `cell`; undefined if the key is not one of the grid's. */
function destination(key: string, cell: number, grid: number, isWhole: boolean): number | undefined {
  const column = cell % grid;
  const row = Math.floor(cell / grid);
  switch (key) {
    case 'ArrowLeft':
      return column > 0 ? cell - 1 : cell;
    case 'ArrowRight':
      return column < grid - 1 ? cell + 1 : cell;
    case 'ArrowUp':
      return row > 0 ? cell - grid : cell;
    case 'ArrowDown':
      return row < grid - 1 ? cell + grid : cell;
    case 'Home':
      return isWhole ? 0 : cell - column;
    case 'End':
      return isWhole ? grid * grid - 1 : cell - column + grid - 1;
    case 'PageUp':
      return column;
    case 'PageDown':
      return (grid - 1) * grid + column;
    default:
      return undefined;
  }
}

const cellOf = (target: EventTarget): number | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset.cell : undefined;
  return cell === undefined ? null : Number(cell);
};

/** Cells of a larger grid are too small for words: what they say is left to the inspector and to screen readers. */
const LARGEST_LEGIBLE = 12;

interface CellProps {
  readonly cell: number;
  readonly colour: CodeColour | undefined;
  /** What is written in it; undefined where there is no room. */
  readonly written: string | undefined;
  /** What it is read out as; undefined where that is what is written. */
  readonly spoken: string | undefined;
  readonly isActive: boolean;
  readonly isSelected: boolean;
}

/** Drawn anew only when it changes: pointing at the grid then costs two cells and not all of them. */
const Cell = memo(({ cell, colour, written, spoken, isActive, isSelected }: CellProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a table has no keyboard movement between its cells
  <div
    className="token-grid-cell tabular"
    role="gridcell"
    data-cell={cell}
    data-active={isActive || undefined}
    aria-selected={isSelected}
    aria-label={spoken}
    tabIndex={isSelected ? 0 : -1}
    style={colour && { backgroundColor: colour.fill, color: colour.text }}
  >
    {written !== undefined && <span>{written}</span>}
  </div>
));

export function TokenGrid({ label, grid, colours, names, spoken, active, selected, onSelect, onPoint }: TokenGridProps) {
  const root = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const isWhole = event.ctrlKey || event.metaKey;
    // With these the keys are the browser's, but for the way to the grid's first and last cell.
    if (event.altKey || (isWhole && event.key !== 'Home' && event.key !== 'End')) return;
    const from = cellOf(event.target);
    const to = from === null ? undefined : destination(event.key, from, grid, isWhole);
    if (to === undefined) return;
    event.preventDefault();
    onPoint(null);
    onSelect(to);
    root.current?.querySelector<HTMLElement>(`[data-cell="${to}"]`)?.focus();
  };
  const select = (target: EventTarget) => {
    const cell = cellOf(target);
    if (cell !== null) onSelect(cell);
  };
  // A finger covers several cells and does not hover: it selects, and sliding it goes from cell to cell.
  const point = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') return onPoint(cellOf(event.target));
    const under = document.elementFromPoint(event.clientX, event.clientY);
    if (under && root.current?.contains(under)) select(under);
  };

  const sides = Array.from({ length: grid }, (_, i) => i);
  const isLegible = grid <= LARGEST_LEGIBLE;
  // Of a row in which every cell says as much as the longest.
  const letters = isLegible ? grid * Math.max(1, ...names.map(({ length }) => length)) : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see its cells
    <div
      ref={root}
      className="token-grid"
      role="grid"
      aria-label={label}
      aria-rowcount={grid}
      aria-colcount={grid}
      style={{ '--letters': letters }}
      onKeyDown={onKeyDown}
      onClick={(event) => select(event.target)}
      onFocus={(event) => select(event.target)}
      onPointerMove={point}
      onPointerLeave={() => onPoint(null)}
    >
      {sides.map((row) => (
        // biome-ignore lint/a11y/useSemanticElements: see its cells
        // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
        <div key={row} className="token-grid-row" role="row">
          {sides.map((column) => {
            const cell = row * grid + column;
            return (
              <Cell
                key={column}
                cell={cell}
                colour={colours[cell]}
                written={isLegible ? names[cell] : undefined}
                spoken={spoken?.[cell] ?? (isLegible ? undefined : names[cell])}
                isActive={cell === active}
                isSelected={cell === selected}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}
