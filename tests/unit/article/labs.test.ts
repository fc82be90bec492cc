/** Labs in the text: each has a home of its own, a question before it, and the name that it gives itself. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COMPARISON } from '../../../src/article/comparison/rows';
import { LAB_NAMES } from '../../../src/article/labs';
import { PREDICTIONS } from '../../../src/article/predictions/predictions';
import { SECTION_IDS } from '../../../src/article/section';
import { splitAtLabs } from '../../../src/article/split';
import { LANGUAGES } from '../../../src/i18n/language';
import { LABS } from '../../../src/labs/registry';
import { attribute, elements, readText } from './text-tree';

const [opening, ...others] = LABS.map(({ id }) => id);

test.each(LANGUAGES)('every lab but the one that the page opens with has one home in the text, in %s', (language) => {
  const homes = SECTION_IDS.flatMap((section) =>
    elements(readText(section, language), 'LabHome').map((home) => attribute(home, 'id') ?? ''),
  );
  expect(new Set(homes).size).toBe(homes.length);
  expect(others.filter((id) => !homes.includes(id))).toEqual([]);
  expect(homes.filter((id) => !(id in LAB_NAMES))).toEqual([]);
});

test.each([opening, ...others])('there is a question before %s', (id) => {
  expect(PREDICTIONS.map((prediction) => prediction.id)).toContain(id);
});

test.each(others)('%s is called what it calls itself', (id) => {
  const name = Object.entries(LAB_NAMES).find(([lab]) => lab === id)?.[1] ?? expect.unreachable(`${id} has no name`);
  const texts = readFileSync(`src/labs/${id}/texts.ts`, 'utf8');
  expect(texts).toContain(`title: { zh: '${name.zh}', en: '${name.en}' }`);
});

test.each(COMPARISON)('row $id names an experiment that there is', ({ experiment }) => {
  expect(existsSync(`training/experiments/${experiment.toLowerCase()}`)).toBe(true);
});

describe('a text is parted', () => {
  test('at the home of a lab, which stands beside what follows', () => {
    expect(splitAtLabs('<p>a</p><hr data-home="bits"/><p>b</p>', 'compare')).toEqual([
      { html: '<p>a</p>', lab: 'compare', home: 'bits' },
      { html: '<p>b</p>', lab: 'bits', home: null },
    ]);
  });

  test('where another lab comes to stand beside it', () => {
    expect(splitAtLabs('a<hr data-beside="compare"/>b', null)).toEqual([
      { html: 'a', lab: null, home: null },
      { html: 'b', lab: 'compare', home: null },
    ]);
  });

  test('nowhere else, and leaves no empty pieces', () => {
    expect(splitAtLabs('a', 'compare')).toEqual([{ html: 'a', lab: 'compare', home: null }]);
    expect(splitAtLabs('a<hr data-home="bits"/>\n<hr data-beside="compare"/>b', 'compare')).toEqual([
      { html: 'a', lab: 'compare', home: 'bits' },
      { html: 'b', lab: 'compare', home: null },
    ]);
    expect(splitAtLabs('a<hr data-home="bits"/>', 'compare')).toHaveLength(1);
  });
});
