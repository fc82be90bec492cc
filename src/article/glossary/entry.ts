/** One term, explained where it first occurs. Its anchor is `#term-<id>`. */
import type { TextPair } from '../../i18n/texts';

export interface GlossaryEntry {
  /** Lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** What it is, in one sentence. */
  readonly sentence: TextPair;
}
