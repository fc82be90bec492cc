/** Looks through an SVG before it is drawn: size, scripts, references to the outside, and how much drawing it asks for. */
import { Refusal } from '../failures';
import { decodeText, sniffFormat } from '../formats';
import { MalformedHeader } from '../headers/header';
import { readHeader } from '../headers/read-header';
import { MAX_PIXELS, MAX_SVG_CHARACTERS } from '../limits';
import { type CostNode, drawingCost, MAX_COST } from './cost';
import { describeElement, type ElementFindings, FILTERED_WEIGHT, refuseExternal } from './element';
import { readEntities } from './entities';
import { dataOf, styleReferences } from './references';
import { naturalSize, type RootTag, rasterSize, type Size } from './size';
import { costlyRules, groupByClass } from './styles';
import { scanXml, UnfinishedXml } from './xml';

export interface SvgInspection {
  readonly root: RootTag;
  readonly size: Size;
  readonly hasScripts: boolean;
  readonly isAnimated: boolean;
  /** Cost of drawing it, in plain shapes. */
  readonly cost: number;
}

/** Embedded pixels that cost as much as one shape. */
const PIXELS_PER_SHAPE = 2_000;
const DEEPEST_NESTING = 3;

const ROOT_CLOSED = /<\/(?:[\w.-]+:)?svg\s*>\s*$/;

/** Metadata is text about the picture: its references are never loaded. */
const METADATA: ElementFindings = {
  node: { id: undefined, weight: 0, uses: [], end: 0 },
  classes: [],
  hasScripts: false,
  isAnimated: false,
};

/**
 * Inspects the text of an SVG. Throws a {@link Refusal}: truncated, broken, referring to the outside, or too complex.
 * @param nesting how many SVGs this one is embedded in
 */
export function inspectSvg(text: string, nesting = 0): SvgInspection {
  if (text.length > MAX_SVG_CHARACTERS || nesting > DEEPEST_NESTING) throw new Refusal({ code: 'svg-too-complex' });
  const { root, elements, styles } = readDocument(text, (reference) => embeddedCost(reference, nesting));
  if (root?.local !== 'svg') throw new Refusal({ code: 'broken', format: 'svg' }, 'no svg element');
  const size = naturalSize(root);
  const drawn = rasterSize(size);
  // Lengths without measure, such as 1e999, leave nothing to draw at either.
  if (!(size.width > 0 && size.height > 0 && Number.isFinite(drawn.width * drawn.height)))
    throw new Refusal({ code: 'broken', format: 'svg' }, 'the picture has no area');
  return {
    root,
    size,
    hasScripts: elements.some(({ hasScripts }) => hasScripts),
    isAnimated: elements.some(({ isAnimated }) => isAnimated) || styles.some((css) => css.includes('@keyframes')),
    cost: drawingCost(charged(elements, styles)),
  };
}

interface SvgDocument {
  readonly root: RootTag | undefined;
  readonly elements: readonly ElementFindings[];
  readonly styles: readonly string[];
}

function readDocument(text: string, costOfData: (reference: string) => number): SvgDocument {
  const elements: ElementFindings[] = [];
  const styles: string[] = [];
  const ancestors: { readonly local: string; readonly inMetadata: boolean; readonly node: CostNode }[] = [];
  let root: RootTag | undefined;
  try {
    for (const token of scanXml(text, readEntities(text))) {
      const parent = ancestors.at(-1);
      if (token.kind === 'instruction' && token.text.startsWith('xml-stylesheet')) {
        refuseExternal([/href\s*=\s*["']([^"']*)/.exec(token.text)?.[1] ?? '']);
      } else if (token.kind === 'text' && parent?.local === 'style') {
        refuseExternal(styleReferences(token.text));
        styles.push(token.text);
      } else if (token.kind === 'close') {
        const closed = ancestors.pop();
        if (closed) closed.node.end = elements.length;
      } else if (token.kind === 'open') {
        root ??= token;
        const inMetadata = parent?.inMetadata || token.local === 'metadata';
        const element = inMetadata ? METADATA : describeElement(token, costOfData);
        const node = { ...element.node, end: elements.length + 1 };
        elements.push({ ...element, node });
        if (elements.length > MAX_COST) throw new Refusal({ code: 'svg-too-complex' }, 'too many elements');
        if (!token.selfClosing) ancestors.push({ local: token.local, inMetadata, node });
      }
    }
    if (ancestors.length > 0) {
      if (ROOT_CLOSED.test(text.slice(-100))) throw new Refusal({ code: 'broken', format: 'svg' }, 'its tags do not match');
      throw new UnfinishedXml('elements are left open');
    }
  } catch (error) {
    if (error instanceof UnfinishedXml) throw new Refusal({ code: 'truncated', format: 'svg' }, error.message);
    throw error;
  }
  return { root, elements, styles };
}

/** Cost of a picture embedded as `data:`; what cannot be read is not drawn and costs nothing. */
function embeddedCost(reference: string, nesting: number): number {
  const { mediaType, bytes } = dataOf(reference.trim());
  if (mediaType === 'image/svg+xml') return inspectSvg(decodeText(bytes), nesting + 1).cost;
  const format = sniffFormat(bytes);
  if (!format || format === 'svg') return 0;
  try {
    const size = readHeader(bytes, format).size;
    const pixels = size ? size.width * size.height : 0;
    if (pixels > MAX_PIXELS) throw new Refusal({ code: 'svg-too-complex' }, 'an embedded picture is too large');
    return pixels / PIXELS_PER_SHAPE;
  } catch (error) {
    if (error instanceof RangeError || error instanceof MalformedHeader) return 0;
    throw error;
  }
}

/** The nodes, each charged with what the style sheets apply to it. */
function charged(elements: readonly ElementFindings[], styles: readonly string[]): readonly CostNode[] {
  const rules = groupByClass(styles.flatMap(costlyRules));
  let charges = 0;
  return elements.map(({ node, classes }) => {
    const applied = [...rules.everywhere, ...classes.flatMap((name) => rules.byClass.get(name) ?? [])];
    charges += applied.length;
    if (charges > MAX_COST) throw new Refusal({ code: 'svg-too-complex' }, 'too many styles');
    const filtered = applied.some(({ filters }) => filters) ? FILTERED_WEIGHT : 0;
    return { ...node, weight: node.weight + filtered, uses: [...node.uses, ...applied.flatMap(({ uses }) => uses)] };
  });
}
