/** A place in the picture, 0..1 both ways: the same in every layer, however coarse its grid. */

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Row and column, from 0, on a grid of `side` × `side`. */
export const rowAt = ({ y }: Place, side: number): number => Math.floor(y * side);
export const columnAt = ({ x }: Place, side: number): number => Math.floor(x * side);

/** Row-major index of the cell that holds the place. */
export const cellAt = (place: Place, side: number): number => rowAt(place, side) * side + columnAt(place, side);

/** The middle of a cell. */
export const middleOf = (cell: number, side: number): Place => ({
  x: ((cell % side) + 0.5) / side,
  y: (Math.floor(cell / side) + 0.5) / side,
});
