/** The tour lasts about three minutes, and stops at places that there are. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAddress } from '../../../src/app/address';
import { SECTION_IDS } from '../../../src/article/section';
import { LANGUAGES } from '../../../src/i18n/language';
import { secondsOf, TOUR_STEPS } from '../../../src/tour/steps';

test.each(LANGUAGES)('in %s it lasts about three minutes', (language) => {
  const seconds = TOUR_STEPS.reduce((sum, step) => sum + secondsOf(step, language), 0);
  expect(seconds).toBeGreaterThan(150);
  expect(seconds).toBeLessThan(225);
});

test('no stop has the id of another', () => {
  expect(new Set(TOUR_STEPS.map(({ id }) => id)).size).toBe(TOUR_STEPS.length);
});

const text = SECTION_IDS.map((section) => readFileSync(`src/article/${section}/en.mdx`, 'utf8')).join('\n');
const anchors = new Set([
  'lab-compare',
  'literature-figure',
  ...[...text.matchAll(/\[#([a-z-]+)\]/g)].map(([, id]) => id),
  ...[...text.matchAll(/<LabHome id="([a-z]+)"/g)].map(([, id]) => `lab-${id}`),
]);

describe.each(TOUR_STEPS)('stop $id', ({ at, asks, text: { zh, en } }) => {
  test('is at an anchor of the page', () => {
    expect(anchors).toContain(at);
  });

  test('asks for what an address can say', () => {
    const { address, rejected } = readAddress(new URLSearchParams(asks).toString());
    expect(rejected).toEqual([]);
    expect(new Set(Object.keys(address))).toEqual(new Set(Object.keys(asks ?? {})));
  });

  test('is written in both languages, as each is written', () => {
    expect(zh).not.toMatch(/["']|\p{Script=Han}\s*[,.;:!]|[,.;:!]\s*\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}|["']/u);
  });
});
