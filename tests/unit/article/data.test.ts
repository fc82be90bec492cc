import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BIBLIOGRAPHY } from '../../../src/article/bibliography/bibliography';
import { placeIn } from '../../../src/article/bibliography/place';
import { CLAIMS } from '../../../src/article/claims/claims';
import { FIGURES } from '../../../src/article/figures/figures';
import { GLOSSARY } from '../../../src/article/glossary/glossary';
import { GROUPS, PAPER_NAMES } from '../../../src/article/literature/points';
import { PREDICTIONS } from '../../../src/article/predictions/predictions';
import { SECTION_IDS } from '../../../src/article/section';
import { LANGUAGES } from '../../../src/i18n/language';
import { DATA_TEXTS, REFERENCE_IDS } from './data-texts';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const duplicates = (ids: readonly (string | number)[]) => ids.filter((id, i) => ids.indexOf(id) !== i);

const PAPERS = new Set(BIBLIOGRAPHY.filter(({ arxiv }) => arxiv).map(({ id }) => id));
const PLACE_IN_A_PAPER = /^(§\d+(\.\d+)*(–\d+(\.\d+)*)?|Table \d+|Figure \d+|Appendix [A-Z](\.\d+)*|Abstract)$/;

/** A paper has numbered places; in a repository it is a file, or a name to search for. */
const isPlaced = (id: string, at: string) => (PAPERS.has(id) ? PLACE_IN_A_PAPER : /^\S+$/).test(at);

describe('claims', () => {
  test('are numbered 1 to 35, in order, section after section', () => {
    expect(CLAIMS.map(({ id }) => id)).toEqual(Array.from({ length: 35 }, (_, i) => i + 1));
    const sections = CLAIMS.map(({ section }) => SECTION_IDS.indexOf(section));
    expect(sections).toEqual([...sections].sort((a, b) => a - b));
  });

  test.each(CLAIMS)('$id quotes a short phrase in Chinese, and names its sources', ({ quote, sources }) => {
    expect(quote).toMatch(/\p{Script=Han}/u);
    expect([...quote].length).toBeLessThanOrEqual(40);
    // The article itself, not its markup or an elision.
    expect(quote).not.toMatch(/[*…]|\.\.\./);
    expect(sources.map(({ id }) => id).filter((id) => !REFERENCE_IDS.has(id))).toEqual([]);
    expect(sources.length).toBeGreaterThan(0);
  });

  test('say of every source where in it to look', () => {
    const places = CLAIMS.flatMap(({ id: claim, sources }) => sources.map(({ id, at }) => ({ claim, id, at })));
    expect(places.filter(({ id, at }) => !isPlaced(id, at))).toEqual([]);
  });

  test('of one number have one quotation each', () => {
    expect(duplicates(CLAIMS.map(({ quote }) => quote))).toEqual([]);
  });
});

describe('the bibliography', () => {
  test('has ids that can be anchors, once each', () => {
    expect(BIBLIOGRAPHY.map(({ id }) => id).filter((id) => !ID.test(id))).toEqual([]);
    expect(duplicates(BIBLIOGRAPHY.map(({ id }) => id))).toEqual([]);
  });

  test.each(BIBLIOGRAPHY)('$id can be found: an arXiv id or an address, a plausible year', ({ arxiv, url, year }) => {
    expect([arxiv, url].filter(Boolean)).toHaveLength(1);
    if (url) expect(new URL(url).protocol).toBe('https:');
    if (!arxiv) return;
    expect(arxiv).toMatch(/^\d{4}\.\d{4,5}$/);
    // An id begins with the year and month of submission.
    expect(year).toBe(2000 + Number(arxiv.slice(0, 2)));
    expect(Number(arxiv.slice(2, 4))).toBeLessThanOrEqual(12);
  });

  test('lists no work twice', () => {
    expect(duplicates(BIBLIOGRAPHY.map(({ arxiv, url }) => arxiv ?? url ?? ''))).toEqual([]);
  });

  test('names places in the reader’s language', () => {
    expect(['Table 5', 'Figure 4', 'Appendix A.1', 'Abstract', '§3.2', 'README'].map((place) => placeIn('zh', place))).toEqual([
      '表 5',
      '图 4',
      '附录 A.1',
      '摘要',
      '§3.2',
      'README',
    ]);
    expect(placeIn('en', 'Table 5')).toBe('Table 5');
  });
});

test('the glossary has ids that can be anchors, and explains no term twice', () => {
  expect(GLOSSARY.map(({ id }) => id).filter((id) => !ID.test(id))).toEqual([]);
  for (const field of ['id', 'zh', 'en'] as const) expect(duplicates(GLOSSARY.map((entry) => entry[field]))).toEqual([]);
  expect(GLOSSARY.length).toBeGreaterThanOrEqual(40);
});

describe('the literature’s figures', () => {
  test('name their papers in the bibliography and in the chart, a point once each', () => {
    const papers = [...new Set(GROUPS.map(({ paper }) => paper))];
    expect(papers.filter((paper) => !REFERENCE_IDS.has(paper))).toEqual([]);
    expect(Object.keys(PAPER_NAMES).sort()).toEqual(papers.sort());
    expect(duplicates(GROUPS.flatMap(({ paper, points }) => points.map(({ id }) => `${paper} ${id}`)))).toEqual([]);
  });

  test('say where in their paper they stand', () => {
    expect(GROUPS.map(({ paper, at }) => ({ paper, at })).filter(({ paper, at }) => !isPlaced(paper, at))).toEqual([]);
  });

  test('are all measured', () => {
    for (const { points } of GROUPS) for (const { id, scores } of points) expect(Object.keys(scores), id).not.toHaveLength(0);
  });

  /** Decimal numbers, as they are printed: `0.7` and `0.70` are the same figure. */
  const decimals = (text: string) => [...text.matchAll(/(?<![\d.§])\d+\.\d+(?!\d|\.\d)/g)].map(([figure]) => Number(figure));
  const known = new Set(GROUPS.flatMap(({ points }) => points.flatMap(({ scores }) => Object.values(scores))));

  test.each(LANGUAGES)('are what the chapter on them says, in %s', (language) => {
    const text = readFileSync(`src/article/literature/${language}.mdx`, 'utf8');
    const typed = decimals(text.replaceAll(/<[^>]*>/g, ''));
    expect(typed.length).toBeGreaterThan(30);
    expect(typed.filter((figure) => !known.has(figure))).toEqual([]);
  });

  /** 128·128·3·8 bits of pixels over 32·32·9 bits of codes, rounded down. */
  const COMPRESSION = Math.floor(((128 * 128 * 3 * 8) / (32 * 32 * Math.log2(512))) * 10) / 10;

  test('are what the corrections of the claims say', () => {
    const typed = CLAIMS.flatMap(({ id, correction }) => decimals(correction.en).map((figure) => ({ id, figure })));
    expect(typed.length).toBeGreaterThan(10);
    expect(typed.filter(({ figure }) => !known.has(figure) && figure !== COMPRESSION)).toEqual([]);
  });
});

describe.each(LANGUAGES)('the sections in %s', (language) => {
  const text = SECTION_IDS.map((section) => readFileSync(`src/article/${section}/${language}.mdx`, 'utf8')).join('\n');
  const used = (component: string) => [...text.matchAll(new RegExp(`<${component} id="([^"]+)"`, 'g'))].map(([, id = '']) => id);

  test.each([
    ['Term', new Set(GLOSSARY.map(({ id }) => id))],
    ['Cite', REFERENCE_IDS],
    ['LabHome', new Set(PREDICTIONS.map(({ id }) => id))],
    ['Result', new Set(FIGURES.keys())],
  ])('name a %s that there is', (component, known) => {
    expect(used(component).length).toBeGreaterThan(0);
    expect(used(component).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('texts', () => {
  const digits = (text: string) => (text.replaceAll(/\{\{[^{}]*\}\}/g, '').match(/\d+([.,]\d+)*/g) ?? []).sort();
  const figures = (text: string) => (text.match(/\{\{[^{}]*\}\}/g) ?? []).sort();

  test.each(DATA_TEXTS)('$name is written in both languages, as each is written', ({ zh, en }) => {
    for (const text of [zh, en]) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
      // Tags of unverified sources belong to notes, not to readers.
      expect(text).not.toMatch(/\[[PSM]\]/);
    }
    expect(en).not.toMatch(/\p{Script=Han}|[，。；：！？（）]/u);
    expect(en).not.toMatch(/["']/);
    expect(zh).not.toMatch(/["']|\p{Script=Han}\s*[,.;:!?()]|[,.;:!?()]\s*\p{Script=Han}/u);
    expect(figures(zh)).toEqual(figures(en));
    expect(figures(zh).filter((figure) => !FIGURES.has(figure.slice(2, -2)))).toEqual([]);
  });

  test('point at measured figures', () => {
    expect(DATA_TEXTS.flatMap(({ zh }) => figures(zh)).length).toBeGreaterThan(40);
  });

  test.each(CLAIMS)('the correction of claim $id says the same numbers in both languages', ({ correction }) => {
    expect(digits(correction.zh)).toEqual(digits(correction.en));
  });

  test('what is only reported is said to be', () => {
    // Read in digests, not in the papers themselves.
    const reported = ['unclip', 'bagel'];
    const claims = CLAIMS.filter(({ sources }) => sources.some(({ id }) => reported.includes(id)));
    expect(claims.length).toBeGreaterThan(0);
    for (const { correction } of claims) {
      expect(correction.zh).toContain('据报道');
      expect(correction.en).toContain('reported');
    }
    expect(JSON.stringify([CLAIMS, GROUPS])).not.toMatch(/tokenflow|LaVIT|BLIP3/i);
  });
});
