/** How files are written here: one concept each, introduced by a sentence, nothing left behind. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from '../../../scripts/rules/source-files';

const LONGEST = 300;
const files = sourceFiles(['src', 'training', 'scripts', 'tests']).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const pathsWhere = (holds: (file: { path: string; text: string }) => boolean) => files.filter(holds).map(({ path }) => path);

test('every file begins with a sentence that says what it is for; a test says so in its names', () => {
  expect(pathsWhere(({ path, text }) => !path.endsWith('.test.ts') && !/^(#!.*\n)?\/\*\*\s+\S/.test(text))).toEqual([]);
});

test(`no file is longer than ${LONGEST} lines, tests apart`, () => {
  expect(pathsWhere(({ path, text }) => !path.startsWith('tests/') && text.split('\n').length > LONGEST)).toEqual([]);
});

test('nothing is left to be done later or switched off', () => {
  expect(pathsWhere(({ text }) => /\bTO[D]O\b|\bFIX[M]E\b|@ts-[ien]\w+|\.(sk[i]p|on[l]y)\(/.test(text))).toEqual([]);
});

test('no file only passes on what others export', () => {
  expect(pathsWhere(({ path }) => /(^|\/)index\.tsx?$/.test(path))).toEqual([]);
});
