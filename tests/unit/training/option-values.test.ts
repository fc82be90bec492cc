/** What options take, and what they refuse. */
import { InvalidArgumentError } from 'commander';
import { expect, test } from 'vitest';
import { isoDate, oneOf, positiveInteger, positiveNumber, today } from '../../../training/command/option-values';
import { restartOf } from '../../../training/run/flags';

test('values of the right kind are read', () => {
  expect(positiveInteger('12')).toBe(12);
  expect(positiveNumber('2e-3')).toBe(0.002);
  expect(oneOf([2, 'inf'])('inf')).toBe('inf');
  expect(isoDate('2028-02-29')).toBe('2028-02-29');
  expect(isoDate(today())).toBe(today());
  expect(restartOf('9400:0.003')).toEqual({ at: 9400, learningRate: 0.003 });
});

test.each([
  ...['abc', '', '0', '-1', '1.5', 'Infinity'].map((text) => [positiveInteger, text] as const),
  ...['abc', '', '0', '-1', 'Infinity'].map((text) => [positiveNumber, text] as const),
  ...['yesterday', '', '2026-02-29', '2026-1-1', '2026-01-01T00:00'].map((text) => [isoDate, text] as const),
  ...['9400', '9400:', ':0.003', '9400:x', '9400:0.003:1'].map((text) => [restartOf, text] as const),
  [oneOf([16, 128]), '3'] as const,
])('%o refuses “%s”', (parse, text) => {
  expect(() => parse(text)).toThrow(InvalidArgumentError);
});
