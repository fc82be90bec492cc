/** A formula twice: with its symbols, and with the numbers of the current image in their place. */
import type { insideTexts } from '../texts';

export interface LegendEntry {
  /** What it and its thing are tied by. */
  readonly symbol: string;
  /** The symbol as the formula writes it. */
  readonly tex: string;
  readonly meaning: Extract<keyof typeof insideTexts.table, `legend${string}`>;
  /** The number it stands for, where that is one. */
  readonly value?: string;
}

export interface FilledFormula {
  readonly symbolic: string;
  readonly filled: string;
  readonly legend: readonly LegendEntry[];
}
