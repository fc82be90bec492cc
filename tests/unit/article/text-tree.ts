/** The article's texts as trees, and what the tests read off them: skeleton, marks and sentences. */
import { readFileSync } from 'node:fs';
import { createProcessor } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { placeIn } from '../../../src/article/bibliography/place';
import type { Language } from '../../../src/i18n/language';

export interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly depth?: number;
  readonly ordered?: boolean;
  readonly attributes?: readonly { readonly name: string; readonly value: string | { readonly value: string } | null }[];
  readonly children?: readonly Node[];
}

const processor = createProcessor({ remarkPlugins: [remarkGfm, remarkMath] });

/** Parses a text as the build does, before any plugin rewrites it. @throws where it is not MDX */
export const parse = (text: string): Node => processor.parse(text) as Node;

export const readText = (section: string, language: Language): Node =>
  parse(readFileSync(`src/article/${section}/${language}.mdx`, 'utf8'));

/** All nodes below, parents first. */
export const descendants = (node: Node): Node[] => (node.children ?? []).flatMap((child) => [child, ...descendants(child)]);

export const attribute = (node: Node, name: string): string | undefined => {
  const value = node.attributes?.find((candidate) => candidate.name === name)?.value;
  return typeof value === 'string' ? value : value?.value;
};

export const elements = (node: Node, name: string): Node[] => descendants(node).filter((each) => each.name === name);

const HEADING_ID = /\[#(?<id>[a-z0-9-]+)\]\s*$/;

export const headingId = (heading: Node): string | undefined =>
  HEADING_ID.exec(descendants(heading).at(-1)?.value ?? '')?.groups?.id;

function signature(node: Node): string {
  // Places in a source are named in the reader's language.
  const given = (node.attributes ?? []).map(({ name }) => `${name}=${placeIn('zh', attribute(node, name) ?? '')}`);
  return [node.name, ...given].join(' ');
}

/** Inline elements whose order the grammar of a language may change within a paragraph. */
const MOVABLE = ['Cite', 'Term'];
const BLOCKS = ['heading', 'paragraph', 'math', 'list', 'listItem', 'table', 'blockquote', 'code'];

/** What both languages must have alike: blocks, components with their attributes, formulas; words left out. */
export function skeleton(node: Node): string[] {
  if (node.type === 'math') return [`math ${node.value}`];
  if (node.type === 'heading') return [`heading ${node.depth} #${headingId(node)}`];
  const inside = (node.children ?? []).flatMap(skeleton);
  if (node.type === 'inlineMath') return [`~ ${node.value}`];
  if (node.name && MOVABLE.includes(node.name)) return [`~ ${signature(node)}`];
  if (node.name) return [signature(node), ...inside, `end of ${node.name}`];
  if (!BLOCKS.includes(node.type)) return inside;
  const movable = inside.filter((line) => line.startsWith('~'));
  return [node.type, ...inside.filter((line) => !line.startsWith('~')), ...movable.sort()];
}

/** Stands for a reference to a source in a sentence. */
const CITED = '\u0001';

function words(node: Node): string {
  if (node.name === 'Cite') return CITED;
  if (node.type === 'inlineMath') return '';
  return node.type === 'text' || node.type === 'inlineCode' ? (node.value ?? '') : (node.children ?? []).map(words).join('');
}

const PROSE = ['heading', 'paragraph', 'tableCell'];

/** The running words of each paragraph, heading and cell. */
export const prose = (tree: Node): string[] =>
  descendants(tree)
    .filter(({ type }) => PROSE.includes(type))
    .map(words);

const MEASURED = [
  /\d\s*[%％‰]/,
  /\d\s*(?:dB|decibels?|percent|per cent)\b/i,
  /\d\s*(?:分贝|个百分点)/,
  /百分之[\d零一二三四五六七八九十百]/,
  /\d\.\d/,
];

/** Sentences that print a measured number, one with a decimal point or a unit, and name no source. */
export const uncitedFigures = (tree: Node): string[] =>
  prose(tree)
    .flatMap((text) => text.split(/(?<=[。！？])|(?<=[.!?])\s/))
    .filter((sentence) => !sentence.includes(CITED) && MEASURED.some((pattern) => pattern.test(sentence)));

const HALF_WIDTH = /["']|\p{Script=Han}\s*[,.;:!?()]|[,.;:!?()]\s*\p{Script=Han}/u;

/** Chinese prose with the punctuation of Latin script beside Chinese characters. */
export const halfWidthPunctuation = (tree: Node): string[] =>
  prose(tree)
    .map((text) => text.replaceAll(CITED, '').replace(HEADING_ID, ''))
    .filter((text) => HALF_WIDTH.test(text));
