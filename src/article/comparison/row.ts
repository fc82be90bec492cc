/** One row of the article's comparison table. */
import type { TextPair } from '../../i18n/texts';
import type { NamedLab } from '../labs';

export interface ComparisonRow {
  readonly id: string;
  readonly dimension: TextPair;
  readonly understanding: TextPair;
  readonly generation: TextPair;
  /** The claim that each cell makes. */
  readonly claims: { readonly understanding: number; readonly generation: number };
  /** The experiment that tests it, in words; its name in `training/experiments/`, and the lab in which the reader can try it. */
  readonly test: TextPair;
  readonly experiment: string;
  readonly lab: NamedLab;
  /** What it found; `{{id}}` stands for the figure of that id (`figures/figures.ts`). */
  readonly measured: TextPair;
}
