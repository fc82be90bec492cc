/** A question before the answer is looked at. The reader's guess stays beside what was measured. */
import type { TextPair } from '../../i18n/texts';

export interface PredictionOption {
  /** Unique within its question. */
  readonly id: string;
  readonly text: TextPair;
}

/** The number of a figure, as printed before rounding; undefined while it is not measured. */
export type FigureValue = (id: string) => number | undefined;

export interface Prediction {
  readonly id: string;
  readonly question: TextPair;
  readonly options: readonly PredictionOption[];
  /** What was measured, in a sentence; `{{id}}` stands for the figure of that id (`figures/figures.ts`). */
  readonly answer: TextPair;
  /**
   * Ids of the options that the figures bear out, so that another measurement may bear out another. None while a figure is
   * missing, or where the reader's own lab decides.
   */
  readonly right: (value: FigureValue) => readonly string[];
}
