/** Looks through an SVG before it is drawn: size, scripts, references to the outside, and how much drawing it asks for. */
import { Refusal } from '../failures';
import { decodeText, sniffFormat } from '../formats';
import { MalformedHeader } from '../headers/header';
import { readHeader } from '../headers/read-header';
import { MAX_PIXELS, MAX_SVG_CHARACTERS } from '../limits';
import { type CostNode, drawingCost, MAX_COST } from './cost';
import { dataOf, svgReference } from './data';
import { addedCosts, type DeclarationCost, LAYER_WEIGHT, NO_COST } from './declarations';
import { type EmbeddedPicture, readDocument } from './document';
import type { ElementFindings } from './element';
import { naturalSize, rasterSize, type Size } from './size';
import { costlyRules, rulesByKey } from './styles';
import type { OpenTag } from './xml';

export interface SvgInspection {
  readonly root: OpenTag;
  readonly size: Size;
  readonly hasScripts: boolean;
  readonly isAnimated: boolean;
  /** The text without what is not SVG (`foreignObject`): browsers hide the pixels of a drawing that holds such content. */
  readonly text: string;
  readonly hasForeignContent: boolean;
  /** Cost of drawing it, in plain shapes. */
  readonly cost: number;
}

/** Embedded pixels that cost as much as one shape. */
const PIXELS_PER_SHAPE = 2_000;
const DEEPEST_NESTING = 3;

/**
 * Inspects the text of an SVG. Throws a {@link Refusal}: truncated, broken, referring to the outside, or too complex.
 * @param nesting how many SVGs this one is embedded in
 */
export function inspectSvg(text: string, nesting = 0): SvgInspection {
  if (text.length > MAX_SVG_CHARACTERS || nesting > DEEPEST_NESTING) throw new Refusal({ code: 'svg-too-complex' });
  const inspectData = (reference: string) => inspectEmbedded(reference, nesting);
  const { root, elements, styles, ...read } = readDocument(text, inspectData);
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
    isAnimated: elements.some(({ isAnimated }) => isAnimated) || styles.some((css) => /@[^;{]*keyframes/i.test(css)),
    text: read.text,
    hasForeignContent: read.hasForeignContent,
    cost: drawingCost(charged(elements, styles, (reference) => inspectData(reference).cost)),
  };
}

/** A picture embedded as `data:`; what cannot be read is not drawn and costs nothing. */
function inspectEmbedded(reference: string, nesting: number): EmbeddedPicture {
  const { mediaType, bytes } = dataOf(reference.trim());
  if (mediaType === 'image/svg+xml') {
    const { cost, text, hasForeignContent } = inspectSvg(decodeText(bytes), nesting + 1);
    return hasForeignContent ? { cost, replacement: svgReference(text) } : { cost };
  }
  const format = sniffFormat(bytes);
  if (!format || format === 'svg') return { cost: 0 };
  try {
    const size = readHeader(bytes, format).size;
    const pixels = size ? size.width * size.height : 0;
    if (pixels > MAX_PIXELS) throw new Refusal({ code: 'svg-too-complex' }, 'an embedded picture is too large');
    return { cost: pixels / PIXELS_PER_SHAPE };
  } catch (error) {
    if (error instanceof RangeError || error instanceof MalformedHeader) return { cost: 0 };
    throw error;
  }
}

/** The nodes, each charged with what the style sheets apply to it. */
function charged(
  elements: readonly ElementFindings[],
  styles: readonly string[],
  costOfData: (reference: string) => number,
): readonly CostNode[] {
  const rules = rulesByKey(styles.flatMap((css) => costlyRules(css, costOfData)));
  if (rules.size === 0) return elements.map(({ node }) => node);
  let charges = 0;
  return elements.map(({ node, keys, isGroup }) => {
    const applied = [...new Set(keys.flatMap((key) => rules.get(key) ?? []))];
    charges += applied.length;
    if (charges > MAX_COST) throw new Refusal({ code: 'svg-too-complex' }, 'too many styles');
    if (applied.length === 0) return node;
    const { weight, filters, fades } = applied.reduce<DeclarationCost>(addedCosts, NO_COST);
    return {
      ...node,
      weight: node.weight + (filters ? 0 : weight) + (isGroup && fades ? LAYER_WEIGHT : 0),
      filtering: filters ? (node.filtering ?? 0) + weight : node.filtering,
      uses: [...node.uses, ...applied.flatMap(({ uses }) => uses)],
    };
  });
}
