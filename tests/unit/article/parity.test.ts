import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { CLAIMS } from '../../../src/article/claims/claims';
import { GLOSSARY } from '../../../src/article/glossary/glossary';
import { SECTION_IDS } from '../../../src/article/section';
import { SECTIONS } from '../../../src/article/sections';
import { LANGUAGES } from '../../../src/i18n/language';
import {
  attribute,
  descendants,
  elements,
  halfWidthPunctuation,
  headingId,
  type Node,
  parse,
  prose,
  readText,
  skeleton,
  uncitedFigures,
} from './text-tree';

/** `\\htmlData`, which marks symbols, is the one extension of LaTeX in use. */
const strict = (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error');

const headings = (tree: Node): Node[] => descendants(tree).filter(({ type }) => type === 'heading');

describe.each(SECTION_IDS)('section %s', (section) => {
  test('has the same blocks, components and formulas in both languages', () => {
    expect(skeleton(readText(section, 'zh'))).toEqual(skeleton(readText(section, 'en')));
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    const tree = readText(section, language);

    test('begins with its own heading; every other has an id below it, once', () => {
      const [first, ...others] = headings(tree);
      expect([first?.depth, first && headingId(first)]).toEqual([2, section]);
      const ids = others.map(headingId);
      expect(ids.filter((id) => !id?.startsWith(`${section}-`))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
    });

    test('marks each of its claims once', () => {
      const marked = elements(tree, 'Claim').map((claim) => Number(attribute(claim, 'id')));
      const listed = CLAIMS.filter((claim) => claim.section === section).map(({ id }) => id);
      expect(marked.sort((a, b) => a - b)).toEqual(listed);
    });

    test('puts both sides into every row', () => {
      for (const row of elements(tree, 'Row'))
        expect((row.children ?? []).map(({ name }) => name)).toEqual(['Understanding', 'Generation']);
    });

    test('has no link or button within another', () => {
      const outer = ['Claim', 'Term', 'SetLab'].flatMap((name) => elements(tree, name));
      expect(outer.flatMap(descendants).filter(({ name }) => name)).toEqual([]);
    });

    test('has words between the elements of each paragraph, or MDX would not make it one', () => {
      const paragraphs = descendants(tree).filter(({ type }) => type === 'paragraph');
      const bare = ({ children = [] }: Node) =>
        children.every(({ name, type, value }) => name || (type === 'text' && !value?.trim()));
      expect(paragraphs.filter(bare).map(({ children = [] }) => children.map(({ name }) => name))).toEqual([]);
    });

    test('leaves no mark of Markdown unread, such as stars between Chinese characters', () => {
      expect(prose(tree).filter((text) => /[*_`]/.test(text))).toEqual([]);
    });

    test('prints no measured figure without its source', () => {
      expect(uncitedFigures(tree)).toEqual([]);
    });

    test('has formulas that KaTeX can set', () => {
      for (const { value = '' } of descendants(tree).filter(({ type }) => type === 'math' || type === 'inlineMath'))
        expect(katex.renderToString(value, { trust: true, strict }), value).toContain('katex');
    });
  });

  test('is punctuated as Chinese in Chinese, and has no Chinese in English', () => {
    expect(halfWidthPunctuation(readText(section, 'zh'))).toEqual([]);
    expect(prose(readText(section, 'en')).filter((text) => /\p{Script=Han}|[，。；：！？（）]/u.test(text))).toEqual([]);
  });
});

test.each(SECTIONS.filter(({ lab }) => lab))('section $id drives the lab beside it, and is lit up by it', ({ id }) => {
  for (const language of LANGUAGES) {
    expect(elements(readText(id, language), 'SetLab').length, language).toBeGreaterThan(0);
    expect(elements(readText(id, language), 'Lit').length, language).toBeGreaterThan(0);
  }
});

/** Commands that set letters which stand for nothing by themselves: functions, kinds of loss, indices. */
const NO_SYMBOL =
  /\\(?:text|mathcal|operatorname|begin|end)\{[^{}]*\}|[_^](?:\{(?:[^{}]|\{[^{}]*\})*\}|\w|\*)|\\\\(?:\[[^\]]*\])?|\\[a-z]+/gi;
/** Letters of a formula that are neither within a marked symbol nor an index. */
function unmarked(tex: string): string[] {
  let left = tex;
  // What is marked goes with its content, however deep that is.
  for (;;) {
    const start = left.indexOf('\\htmlData{');
    if (start < 0) break;
    let end = left.indexOf('}', start) + 1;
    let depth = 0;
    do {
      if (left[end] === '{') depth++;
      if (left[end] === '}') depth--;
      end++;
    } while (depth > 0);
    left = left.slice(0, start) + left.slice(end);
  }
  return left.replaceAll(NO_SYMBOL, ' ').match(/\p{L}/gu) ?? [];
}

/** What formulas speak of without a name on the page: the exponential; the index of an entry, a pair, a place; the number of pairs. */
const INDICES = ['e', 'k', 'i', 'j', 'n'];

test.each(SECTION_IDS)('in section %s every symbol of a formula leads to a thing or a note', (section) => {
  const formulas = descendants(readText(section, 'en')).filter(({ type }) => type === 'math' || type === 'inlineMath');
  const bare = formulas.flatMap(({ value = '' }) => unmarked(value).map((letter) => ({ letter, value })));
  expect(bare.filter(({ letter }) => !INDICES.includes(letter))).toEqual([]);
});

test.each(SECTION_IDS)('in section %s the note of each symbol opens at words too, which a keyboard reaches', (section) => {
  const tree = readText(section, 'en');
  const formulas = descendants(tree).filter(({ type }) => type === 'math' || type === 'inlineMath');
  const notes = formulas.flatMap(({ value = '' }) => [...value.matchAll(/note=term-([a-z-]+)/g)].map(([, term]) => term));
  const terms = elements(tree, 'Term').map((term) => attribute(term, 'id'));
  expect(notes.filter((note) => !terms.includes(note))).toEqual([]);
});

test('every entry of the glossary is explained where it occurs, in words or by a symbol', () => {
  const tree = SECTION_IDS.map((section) => readText(section, 'en'));
  const terms = tree.flatMap((each) => elements(each, 'Term').map((term) => attribute(term, 'id')));
  expect(GLOSSARY.map(({ id }) => id).filter((id) => !terms.includes(id))).toEqual([]);
});

test('a letter that leads nowhere is found', () => {
  expect(unmarked('\\htmlData{symbol=x}{\\mathbf{x}_{i}} = \\mathcal{L}_{\\text{a}} + \\frac{Q}{2}')).toEqual(['Q']);
});

test.each(LANGUAGES)('all 35 claims are marked in %s', (language) => {
  const marked = SECTION_IDS.flatMap((section) => elements(readText(section, language), 'Claim'));
  expect(marked.map((claim) => Number(attribute(claim, 'id'))).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 35 }, (_, i) => i + 1),
  );
});

describe('what these tests would catch', () => {
  test.each([
    'The model reaches 21 dB.',
    'It names 79 % of them.',
    'An FID of 1.55 is low.',
    'It is <Claim id="1">right in 40% of cases</Claim>.',
    'It reaches 21 dB. Others say so too <Cite id="clip" />.',
    '模型达到 21 dB。别人也这么说 <Cite id="clip" />。',
    '正确率是百分之九十。',
    '## A gain of 3 dB [#goals-gain]',
  ])('a figure without a source: %s', (text) => {
    expect(uncitedFigures(parse(text))).toHaveLength(1);
  });

  test.each([
    'The model reaches 21 dB <Cite id="clip" at="Table 2" />. Others follow.',
    'It reaches <Result id="psnr.16.16.heldOut" /> with 16 entries, 1,024 bits.',
    '正确率为 79.1% <Cite id="clip" />。其余从略。',
    'Set $\\gamma = 0.99$ and go on.',
  ])('not a figure with one: %s', (text) => {
    expect(uncitedFigures(parse(text))).toEqual([]);
  });

  test.each(['猫,狗', '猫 (cat)', '他说"是"', '<Term id="x">猫</Term>: 狗'])('half-width punctuation: %s', (text) => {
    expect(halfWidthPunctuation(parse(text))).toHaveLength(1);
  });

  const english = 'A <Claim id="1">b</Claim> and <Claim id="2">c</Claim> $x$ <Cite id="clip" at="Table 2" />.';
  test('the same in another order of words', () => {
    const chinese = '据 <Cite id="clip" at="表 2" />，<Claim id="1">乙</Claim>与<Claim id="2">丙</Claim> $x$。';
    expect(skeleton(parse(chinese))).toEqual(skeleton(parse(english)));
  });

  test.each([
    ['claims exchanged', english.replace('"1"', '"2"').replace('"2">c', '"1">c')],
    ['another formula', english.replace('$x$', '$y$')],
    ['another place in the source', english.replace('Table 2', 'Table 3')],
    ['a paragraph more', `${english}\n\nMore.`],
    ['a heading in place of a paragraph', `### ${english}`],
  ])('not alike: %s', (_, text) => {
    expect(skeleton(parse(text))).not.toEqual(skeleton(parse(english)));
  });
});
