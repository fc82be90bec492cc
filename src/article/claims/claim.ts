/** What one claim of the article is, and what came of checking it. */
import type { TextPair } from '../../i18n/texts';
import type { SectionId } from '../section';

export const VERDICTS = ['holds', 'imprecise', 'wrong', 'opinion'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Where a correction can be read: an entry of the bibliography, and the place in it. */
export interface Source {
  /** Id in the bibliography. */
  readonly id: string;
  /** Such as `§3.2` or `Table 5`. */
  readonly at: string;
}

export interface Claim {
  /** 1 … 35, in the article's order. */
  readonly id: number;
  readonly section: SectionId;
  readonly verdict: Verdict;
  /** The article's own short phrase, in Chinese. */
  readonly quote: string;
  /** The same, word by word rather than well. */
  readonly quoteInEnglish: string;
  readonly correction: TextPair;
  readonly sources: readonly Source[];
  /** What an experiment here found on it; `{{id}}` stands for the figure of that id (`figures/figures.ts`). */
  readonly measured?: TextPair;
}
