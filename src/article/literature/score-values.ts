/** Scores as text: a group's column of one score keeps one number of decimals, that of its most precise figure. Usage stays as printed. */
import { LANGUAGE_TAGS, type Language } from '../../i18n/language';
import { type LiteratureGroup, SCORES, type ScoreName } from './schema';
import { SCORE_TEXTS } from './texts';

export const formatNumber = (value: number, decimals: number, language: Language): string =>
  value.toLocaleString(LANGUAGE_TAGS[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

const decimalsOf = (value: number) => (String(value).split('.')[1] ?? '').length;

/** A point's score with its unit. */
export function formatScore(value: number, score: ScoreName, { points }: LiteratureGroup, language: Language): string {
  const alike = SCORES[score].kind === 'codebook' ? [value] : points.flatMap(({ scores }) => scores[score] ?? []);
  const decimals = Math.max(...alike.map(decimalsOf));
  return formatNumber(value, decimals, language) + (SCORE_TEXTS[score].unit ?? '');
}
