/** Reads an SVG from end to end: its elements, its style sheets, and the text that may be drawn, without content that is not SVG. */
import { Refusal } from '../failures';
import { decodeText } from '../formats';
import { type CostNode, MAX_COST } from './cost';
import { dataOf } from './data';
import { describeElement, type ElementFindings } from './element';
import { readEntities } from './entities';
import { ANIMATED_PRIMITIVE, type FilterPrimitive, filterCost, filterPrimitive } from './filters';
import { kindOf, refuseExternal, styleReferences } from './references';
import { type OpenTag, scanXml, UnfinishedXml, writtenTag, type XmlToken } from './xml';

export interface SvgDocument {
  readonly root: OpenTag | undefined;
  readonly elements: readonly ElementFindings[];
  readonly styles: readonly string[];
  /** The text without what is left out. */
  readonly text: string;
  readonly hasForeignContent: boolean;
}

/** A picture within the picture. */
export interface EmbeddedPicture {
  readonly cost: number;
  /** What to draw in its place, where something in it is left out. */
  readonly replacement?: string;
}

/** An element that is not closed yet. */
interface OpenElement {
  readonly local: string;
  readonly node: CostNode;
  readonly inMetadata: boolean;
  /** The steps of the filter it is or belongs to. */
  readonly filter: FilterPrimitive[] | undefined;
}

/** A part of the text that is replaced. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const DEEPEST_IMPORT = 3;
const ROOT_CLOSED = /<\/(?:[\w.-]+:)?svg\s*>\s*$/;

/** Metadata is text about the picture: its references are never loaded. */
const METADATA: ElementFindings = {
  node: { id: undefined, weight: 0, filtering: undefined, weightOfUse: 0, uses: [], end: 0 },
  keys: [],
  isGroup: false,
  hasScripts: false,
  isAnimated: false,
};

/**
 * Reads a document. Throws a {@link Refusal}: cut short, with tags that do not match, referring to the outside, or with too many elements.
 * @param inspectEmbedded looks into a picture given as `data:`
 */
export function readDocument(text: string, inspectEmbedded: (reference: string) => EmbeddedPicture): SvgDocument {
  const reader = documentReader(inspectEmbedded);
  try {
    for (const token of scanXml(text, readEntities(text))) reader.take(token);
    if (reader.isUnfinished()) {
      if (ROOT_CLOSED.test(text.slice(-100))) throw new Refusal({ code: 'broken', format: 'svg' }, 'its tags do not match');
      throw new UnfinishedXml('elements are left open');
    }
  } catch (error) {
    if (error instanceof UnfinishedXml) throw new Refusal({ code: 'truncated', format: 'svg' }, error.message);
    throw error;
  }
  const { edits, ...read } = reader.result();
  return { ...read, text: edited(text, edits), hasForeignContent: edits.length > 0 };
}

interface DocumentReader {
  take(token: XmlToken): void;
  isUnfinished(): boolean;
  result(): Pick<SvgDocument, 'root' | 'elements' | 'styles'> & { readonly edits: readonly Edit[] };
}

function documentReader(inspectEmbedded: (reference: string) => EmbeddedPicture): DocumentReader {
  let root: OpenTag | undefined;
  const elements: ElementFindings[] = [];
  const styles: string[] = [];
  const open: OpenElement[] = [];
  const edits: Edit[] = [];
  /** Where content that is not SVG begins, and how many of its elements are open: nothing in it is drawn, or counts. */
  let foreign: { readonly start: number; depth: number } | undefined;

  function takeStyle(css: string, depth = 0): void {
    const references = styleReferences(css);
    refuseExternal(references);
    styles.push(css);
    for (const reference of references) if (kindOf(reference) === 'data') takeEmbeddedStyle(reference, depth + 1);
  }

  /** A style sheet within the file hides nothing. */
  function takeEmbeddedStyle(reference: string, depth = 0): void {
    const { mediaType, bytes } = dataOf(reference.trim());
    if (mediaType !== 'text/css') return;
    if (depth > DEEPEST_IMPORT) throw new Refusal({ code: 'svg-too-complex' }, 'style sheets import each other too deeply');
    takeStyle(decodeText(bytes), depth);
  }

  function takeInstruction(instruction: string): void {
    const reference = /href\s*=\s*["']([^"']*)/.exec(instruction)?.[1] ?? '';
    refuseExternal([reference]);
    takeEmbeddedStyle(reference);
  }

  function takeElement(token: OpenTag): void {
    const parent = open.at(-1);
    const inMetadata = parent?.inMetadata || token.local === 'metadata';
    const element = inMetadata ? METADATA : describeElement(token, embeddedCost(token));
    const node = { ...element.node, end: elements.length + 1 };
    elements.push({ ...element, node });
    if (elements.length > MAX_COST) throw new Refusal({ code: 'svg-too-complex' }, 'too many elements');
    if (token.local === 'filter') {
      const opened = { local: token.local, node, inMetadata, filter: [] };
      if (!token.selfClosing) open.push(opened);
      return;
    }
    if (parent?.filter) takeFilterPart(token, parent, parent.filter);
    if (!token.selfClosing) open.push({ local: token.local, node, inMetadata, filter: parent?.filter });
  }

  /** Cost of a picture within an element; where something in that is left out, the element is written anew around the rest. */
  function embeddedCost(token: OpenTag): (reference: string) => number {
    return (reference) => {
      takeEmbeddedStyle(reference);
      const { cost, replacement } = inspectEmbedded(reference);
      if (replacement !== undefined && token.attributes.some(({ local, value }) => local === 'href' && value === reference)) {
        const attributes = token.attributes.map((attribute) =>
          attribute.value === reference ? { ...attribute, value: replacement } : attribute,
        );
        edits.push({ start: token.start, end: token.end, text: writtenTag(token, attributes) });
      }
      return cost;
    };
  }

  return {
    take(token) {
      if (foreign) {
        if (token.kind === 'open' && !token.selfClosing) foreign.depth++;
        else if (token.kind === 'close' && --foreign.depth === 0) {
          edits.push({ start: foreign.start, end: token.end, text: '' });
          foreign = undefined;
        }
      } else if (token.kind === 'instruction' && token.text.startsWith('xml-stylesheet')) takeInstruction(token.text);
      else if (token.kind === 'text' && open.at(-1)?.local === 'style') takeStyle(token.text);
      else if (token.kind === 'close') {
        const closed = open.pop();
        if (closed) finish(closed, elements.length);
      } else if (token.kind === 'open') {
        root ??= token;
        if (token.local !== 'foreignObject') takeElement(token);
        else if (token.selfClosing) edits.push({ start: token.start, end: token.end, text: '' });
        else foreign = { start: token.start, depth: 1 };
      }
    },
    isUnfinished: () => open.length > 0 || foreign !== undefined,
    result: () => ({ root, elements, styles, edits }),
  };
}

/** An element inside a filter: a step of it, or what belongs to one. */
function takeFilterPart(token: OpenTag, parent: OpenElement, steps: FilterPrimitive[]): void {
  if (parent.local === 'filter' && token.local.startsWith('fe')) steps.push(filterPrimitive(token));
  else if (token.local === 'feMergeNode') steps.at(-1)?.inputs.push(token.attributes.find(({ name }) => name === 'in')?.value);
  else if (token.local.startsWith('animate') || token.local === 'set') steps.push(ANIMATED_PRIMITIVE);
}

/** Notes what is known of an element once all that is inside it has been read. */
function finish({ local, node, filter }: OpenElement, end: number): void {
  node.end = end;
  if (local === 'filter' && filter) node.weightOfUse = filterCost(filter);
}

/** The text with each part in its place; parts are in order and do not overlap. */
function edited(text: string, edits: readonly Edit[]): string {
  let from = 0;
  const kept = edits.map(({ start, end, text: replacement }) => {
    const piece = text.slice(from, start) + replacement;
    from = end;
    return piece;
  });
  return kept.join('') + text.slice(from);
}
