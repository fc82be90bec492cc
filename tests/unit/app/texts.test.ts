/** Every text exists in both languages, says the same values, and is punctuated as its language is. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { failureTexts } from '../../../src/app/failure-texts';
import { appTexts } from '../../../src/app/texts';
import { FAILURE_CODES } from '../../../src/engine/errors';
import { i18n } from '../../../src/i18n/i18n';
import type { TextPair } from '../../../src/i18n/texts';
import { bitsTexts } from '../../../src/labs/bits/texts';
import { compareTexts } from '../../../src/labs/compare/texts';
import { findTexts } from '../../../src/labs/find/texts';
import { insideTexts } from '../../../src/labs/inside/texts';
import { lossTexts } from '../../../src/labs/loss/texts';
import { paintTexts } from '../../../src/labs/paint/texts';
import { sharedTexts } from '../../../src/labs/shared/texts';
import { survivesTexts } from '../../../src/labs/survives/texts';
import { swapTexts } from '../../../src/labs/swap/texts';
import { readerTexts } from '../../../src/reader/texts';
import { tourTexts } from '../../../src/tour/texts';

const TABLES = [
  appTexts,
  failureTexts,
  readerTexts,
  tourTexts,
  sharedTexts,
  bitsTexts,
  compareTexts,
  findTexts,
  insideTexts,
  lossTexts,
  paintTexts,
  survivesTexts,
  swapTexts,
];
const pairs = TABLES.flatMap(({ namespace, table }) =>
  Object.entries<TextPair>(table).map(([key, pair]) => ({ name: `${namespace}.${key}`, ...pair })),
);
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

test.each(pairs)('$name', ({ zh, en }) => {
  expect(zh.trim()).not.toBe('');
  expect(en.trim()).not.toBe('');
  expect(placeholders(zh)).toEqual(placeholders(en));
  expect(en).not.toMatch(/\p{Script=Han}|[，。；：！？（）]/u);
  // Beside a Chinese character stands Chinese punctuation.
  expect(zh).not.toMatch(/\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u);
});

test('these are all tables that there are', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('texts.ts') && readFileSync(`src/${path}`, 'utf8').includes('= defineTexts('),
  );
  expect(TABLES).toHaveLength(files.length);
});

test('every failure has its sentence', () => {
  expect(Object.keys(failureTexts.table).sort()).toEqual([...FAILURE_CODES].sort());
});

test('texts reach i18next with their values filled in', () => {
  expect(i18n.getFixedT('zh', 'compare')('zoomFactor', { factor: '2.0' })).toBe('2.0 倍');
  expect(i18n.getFixedT('en', 'app')('engineReady', { backend: 'WASM', ms: 12 })).toBe('WASM, about 12 ms per encoding');
});
