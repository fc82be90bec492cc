/** What a measured figure is: where its number stands, and how it is printed. */

/** `times`: so many times as much. */
export type Unit = '%' | 'dB' | 'times';

/** A key of an object; or, in a list, the item whose properties have these values. */
export type Step = string | Readonly<Record<string, string | number>>;

/** Where a number stands. */
export interface Place {
  /** Path under `public/`. */
  readonly file: string;
  /** The way to the number, from the file's root or, in a result, from its `figures`. */
  readonly path: readonly Step[];
}

export interface Figure {
  /** The first whose file is there is read. */
  readonly places: readonly Place[];
  readonly unit: Unit;
  readonly decimals: number;
  /** The printed number is the stored one times this. */
  readonly scale: number;
}

export type FigureEntry = readonly [id: string, figure: Figure];
