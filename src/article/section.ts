/** A section of the article. Its id is also its folder and its anchor in the address. */
import type { TextPair } from '../i18n/texts';

export const SECTION_IDS = ['goals', 'design', 'models', 'causes', 'outlook', 'literature'] as const;
export type SectionId = (typeof SECTION_IDS)[number];

export interface Section {
  readonly id: SectionId;
  /** As the contents name it: shorter than the section's own heading may be. */
  readonly title: TextPair;
  /** Id of the lab that stands beside it; without one, the text has the whole width. */
  readonly lab?: string;
}
