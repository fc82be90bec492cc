/** Every text of the article's data files, with the place it stands at; what the tests of its language read. */
import { BIBLIOGRAPHY } from '../../../src/article/bibliography/bibliography';
import { CLAIMS } from '../../../src/article/claims/claims';
import { COMPARISON } from '../../../src/article/comparison/rows';
import { GLOSSARY } from '../../../src/article/glossary/glossary';
import { GROUPS } from '../../../src/article/literature/points';
import { literatureTexts, SCORE_TEXTS } from '../../../src/article/literature/texts';
import { PREDICTIONS } from '../../../src/article/predictions/predictions';
import type { TextPair } from '../../../src/i18n/texts';

export interface PlacedText extends TextPair {
  readonly name: string;
}

const placed = (name: string, { zh, en }: TextPair): PlacedText => ({ name, zh, en });

export const DATA_TEXTS: readonly PlacedText[] = [
  ...CLAIMS.flatMap(({ id, correction, measured }) => [
    placed(`claim ${id}`, correction),
    ...(measured ? [placed(`measured on claim ${id}`, measured)] : []),
  ]),
  ...GLOSSARY.flatMap(({ id, zh, en, sentence }) => [placed(`term ${id}`, { zh, en }), placed(`sentence of ${id}`, sentence)]),
  ...GROUPS.flatMap(({ paper, at, note, points }) => [
    placed(`${paper} ${at}`, note),
    ...points.map(({ id, name }) => placed(`${paper} ${id}`, name)),
  ]),
  ...Object.entries({ ...literatureTexts, ...SCORE_TEXTS }).map(([key, text]) => placed(`chart: ${key}`, text)),
  ...COMPARISON.flatMap(({ id, dimension, understanding, generation, test, measured }) =>
    [dimension, understanding, generation, test, measured].map((text) => placed(`row ${id}`, text)),
  ),
  ...PREDICTIONS.flatMap(({ id, question, options, answer }) =>
    [question, answer, ...options.map(({ text }) => text)].map((text) => placed(`prediction ${id}`, text)),
  ),
];

export const REFERENCE_IDS: ReadonlySet<string> = new Set(BIBLIOGRAPHY.map(({ id }) => id));
