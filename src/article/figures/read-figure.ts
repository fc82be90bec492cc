/** A figure's number as the article prints it. */
import { LANGUAGE_TAGS, type Language } from '../../i18n/language';
import type { TextPair } from '../../i18n/texts';
import type { Figure, Step, Unit } from './figure';
import { FIGURES } from './figures';

/** Content of a JSON file under `public/`; undefined where the file is not there. */
export type ReadMeasured = (file: string) => unknown;

export type MeasuredFigure =
  | { readonly state: 'measured'; readonly value: number; readonly figure: Figure }
  | { readonly state: 'not-measured' }
  | { readonly state: 'unknown'; readonly complaint: string };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** A number, or the mean of what was measured several times. */
function numberOf(found: unknown): number | undefined {
  const value = isRecord(found) ? found.mean : found;
  return typeof value === 'number' ? value : undefined;
}

function follow(inside: unknown, step: Step): unknown {
  if (typeof step === 'string') return isRecord(inside) ? inside[step] : undefined;
  const isMeant = (item: unknown) => isRecord(item) && Object.entries(step).every(([key, value]) => item[key] === value);
  return Array.isArray(inside) ? inside.find(isMeant) : undefined;
}

const nameOf = (step: Step) => (typeof step === 'string' ? step : Object.values(step).join(', '));

/** A result file says first how it came about; its figures are apart from that. */
const figuresIn = (content: unknown): unknown => (isRecord(content) && 'figures' in content ? content.figures : content);

/** Looks a figure up; what is wrong with the id or the file is told and not thrown. */
export function readFigure(id: string, read: ReadMeasured): MeasuredFigure {
  const figure = FIGURES.get(id);
  if (!figure) return { state: 'unknown', complaint: `there is no figure “${id}”` };
  for (const { file, path } of figure.places) {
    const content = read(file);
    if (content === undefined) continue;
    const value = numberOf(path.reduce(follow, figuresIn(content)));
    if (value === undefined) return { state: 'unknown', complaint: `${file} has no number at ${path.map(nameOf).join(' → ')}` };
    return { state: 'measured', value: value * figure.scale, figure };
  }
  return { state: 'not-measured' };
}

/** What follows the number. */
const SUFFIX: Readonly<Record<Unit, TextPair>> = {
  '%': { zh: '%', en: '%' },
  dB: { zh: '\u00a0dB', en: '\u00a0dB' },
  times: { zh: '\u00a0倍', en: '×' },
};

/** The number with its unit, in the digits of the language. */
export function formatFigure(value: number, { unit, decimals }: Figure, language: Language): string {
  const number = value.toLocaleString(LANGUAGE_TAGS[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return number.replace('-', '\u2212') + SUFFIX[unit][language];
}
