/** What the lab's PNG is made of, for all who draw a part of it. */
import type { FormatNumber } from '../../i18n/use-numbers';
import type { Translate } from '../../i18n/use-texts';
import type { E7 } from '../../results/e7';
import type { TableRow } from './rows';
import type { Shown, Trace } from './store';
import type { survivesTexts } from './texts';
import type { StrengthText } from './use-strength-text';

export interface PictureParts {
  readonly shown: Shown;
  readonly trace: readonly Trace[];
  readonly rows: readonly TableRow[];
  /** How many artists can redraw. */
  readonly artists: number;
  readonly evaluation: E7 | null;
  /** The picture's name. */
  readonly subject: string;
  readonly words: {
    readonly t: Translate<typeof survivesTexts.table>;
    readonly number: FormatNumber;
    readonly strengthText: StrengthText;
    rowName(strength: TableRow['strength']): string;
  };
}
