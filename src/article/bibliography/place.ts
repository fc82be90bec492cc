/** A place in a source, as the reader's language names it. Data has it in English: `Table 5`, `Appendix A.1`, `Abstract`, `§3.2`. */
import type { Language } from '../../i18n/language';

const IN_CHINESE: readonly (readonly [RegExp, string])[] = [
  [/^Table (?=\w)/, '表 '],
  [/^Figure (?=\w)/, '图 '],
  [/^Appendix (?=\w)/, '附录 '],
  [/^Abstract$/, '摘要'],
];

export const placeIn = (language: Language, place: string): string =>
  language === 'en' ? place : IN_CHINESE.reduce((named, [english, chinese]) => named.replace(english, chinese), place);
