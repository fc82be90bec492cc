/** The first language is the reader's. */
import { expect, test } from 'vitest';
import { preferredLanguage } from '../../../src/i18n/language';

test.each([
  [['zh-CN', 'en'], 'zh'],
  [['zh-Hant-TW'], 'zh'],
  [['en-GB', 'zh'], 'en'],
  [['fr', 'zh-CN', 'en'], 'zh'],
  [['de', 'fr'], 'en'],
  [['zha'], 'en'],
  [[], 'en'],
] as const)('%j is met in %s', (preferences, language) => {
  expect(preferredLanguage(preferences)).toBe(language);
});
