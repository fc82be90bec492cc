/** Scores as text: a group's column of one score keeps one number of decimals, that of its most precise figure. Usage stays as printed. */
import { LANGUAGE_TAGS, type Language } from '../../i18n/language';
import { type LiteratureGroup, type LiteraturePoint, SCORES, type ScoreName } from './schema';
import { SCORE_TEXTS } from './texts';

export const formatNumber = (value: number, decimals: number, language: Language): string =>
  value.toLocaleString(LANGUAGE_TAGS[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

const decimalsOf = (value: number) => (String(value).split('.')[1] ?? '').length;

/** A point's score with its unit; undefined where it was not measured. What the paper gives as about so much has a sign before it. */
export function formatScore(
  { scores, approximate }: LiteraturePoint,
  score: ScoreName,
  { points, decimals: printed }: LiteratureGroup,
  language: Language,
): string | undefined {
  const value = scores[score];
  if (value === undefined) return undefined;
  const unit = SCORE_TEXTS[score].unit ?? '';
  if (approximate?.includes(score)) return `≈\u2060${formatNumber(value, decimalsOf(value), language)}${unit}`;
  const alike = SCORES[score].kind === 'codebook' ? [value] : points.flatMap((point) => point.scores[score] ?? []);
  const decimals = printed?.[score] ?? Math.max(...alike.map(decimalsOf));
  return formatNumber(value, decimals, language) + unit;
}
