/** What can be done to a grid of tokens. Each edit returns new tokens and leaves the old as they are. [G·G] -> [G·G] */
import type { Rng } from '../../model/types';

/** What can be painted on: the tokens of the image, and those of the other image that halves are swapped with. [G·G] each */
export interface Canvas {
  readonly tokens: Uint16Array;
  readonly other: Uint16Array;
}

/** A rectangle of cells, corners included. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A piece of a grid. [rows·columns] */
export interface Patch {
  readonly columns: number;
  readonly rows: number;
  readonly tokens: Uint16Array;
}

/** Cells whose token differs. */
export const changedCells = (before: Uint16Array, after: Uint16Array): number[] =>
  Array.from(after.keys()).filter((cell) => before[cell] !== after[cell]);

export function paint(tokens: Uint16Array, cells: readonly number[], entry: number): Uint16Array {
  const next = tokens.slice();
  for (const cell of cells) next[cell] = entry;
  return next;
}

/** The cells on a straight way from one to another, both included: a fast pointer skips none. */
export function cellsBetween(from: number, to: number, grid: number): number[] {
  const [x0, y0] = [from % grid, Math.floor(from / grid)];
  const [x1, y1] = [to % grid, Math.floor(to / grid)];
  const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const share = steps === 0 ? 0 : i / steps;
    return Math.round(y0 + share * (y1 - y0)) * grid + Math.round(x0 + share * (x1 - x0));
  });
}

/** The rectangle that two cells span. */
export function regionOf(a: number, b: number, grid: number): Region {
  const [columns, rows] = [
    [a % grid, b % grid],
    [Math.floor(a / grid), Math.floor(b / grid)],
  ] as const;
  return { left: Math.min(...columns), right: Math.max(...columns), top: Math.min(...rows), bottom: Math.max(...rows) };
}

export function copy(tokens: Uint16Array, { left, top, right, bottom }: Region, grid: number): Patch {
  const columns = right - left + 1;
  const rows = bottom - top + 1;
  const copied = Uint16Array.from({ length: columns * rows }, (_, i) => {
    const [x, y] = [left + (i % columns), top + Math.floor(i / columns)];
    return tokens[y * grid + x] as number;
  });
  return { columns, rows, tokens: copied };
}

/** Lays a patch with its upper left corner on a cell; what would lie outside is cut off. */
export function paste(tokens: Uint16Array, patch: Patch, cell: number, grid: number): Uint16Array {
  const next = tokens.slice();
  const [left, top] = [cell % grid, Math.floor(cell / grid)];
  patch.tokens.forEach((token, i) => {
    const [x, y] = [left + (i % patch.columns), top + Math.floor(i / patch.columns)];
    if (x < grid && y < grid) next[y * grid + x] = token;
  });
  return next;
}

export type Half = 'left' | 'top';

/** Two images exchange one half. */
export function swapHalves({ tokens, other }: Canvas, half: Half, grid: number): Canvas {
  const isSwapped = (cell: number) => (half === 'left' ? cell % grid : Math.floor(cell / grid)) < grid / 2;
  const mixed = (own: Uint16Array, theirs: Uint16Array) =>
    own.map((token, cell) => (isSwapped(cell) ? (theirs[cell] as number) : token));
  return { tokens: mixed(tokens, other), other: mixed(other, tokens) };
}

/** The same tokens, each in some other place, by Fisher and Yates. */
export function shuffle(tokens: Uint16Array, rng: Rng): Uint16Array {
  const next = tokens.slice();
  for (let i = next.length - 1; i > 0; i--) {
    const j = rng.int(i + 1);
    [next[i], next[j]] = [next[j] as number, next[i] as number];
  }
  return next;
}

/** Puts any other entry of the codebook into one cell. */
export function flip(tokens: Uint16Array, cell: number, codebook: number, rng: Rng): Uint16Array {
  const other = rng.int(codebook - 1);
  return paint(tokens, [cell], other + Number(other >= (tokens[cell] as number)));
}
