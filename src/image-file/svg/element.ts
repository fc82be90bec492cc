/** What one element of an SVG costs to draw, what it uses, and whether it reaches outside the file. */
import type { CostNode } from './cost';
import { type CssToken, scanCss } from './css';
import { addedCosts, type DeclarationCost, declarationCost, declarationCostOf, LAYER_WEIGHT, NO_COST } from './declarations';
import { candidateReferences, kindOf, refuseExternal, styleReferences } from './references';
import type { OpenTag, XmlAttribute } from './xml';

/** Cost of each use of an element that stands for more than what is inside it. */
const WEIGHTS_OF_USE: Readonly<Record<string, number>> = { mask: 100, clipPath: 20, pattern: 20 };

/** Elements that are drawn on a layer where they are translucent; a shape just becomes paler. */
const GROUPS = new Set(['svg', 'g', 'a', 'switch', 'use', 'symbol', 'text']);

/** Attributes that are properties as style sheets have them. */
const COSTLY_PROPERTIES = new Set(['filter', 'opacity', 'mix-blend-mode']);

const ANIMATED_VALUES = new Set(['from', 'to', 'by', 'values']);

export interface ElementFindings {
  readonly node: CostNode;
  /** What style sheets may select it by. */
  readonly keys: readonly string[];
  readonly isGroup: boolean;
  readonly hasScripts: boolean;
  readonly isAnimated: boolean;
}

/**
 * Describes an element. Throws a Refusal where it refers to something outside the file; links to follow and scripts do not count, as
 * neither is ever loaded.
 * @param embeddedCost cost of drawing a picture given as `data:`
 */
export function describeElement({ local, attributes }: OpenTag, embeddedCost: (reference: string) => number): ElementFindings {
  const attributeValue = (name: string) => attributes.find((attribute) => attribute.name === name)?.value;
  const id = attributeValue('id');
  const isGroup = GROUPS.has(local);
  const animatesFilter = attributeValue('attributeName') === 'filter';
  const costs = attributes.map((attribute) => attributeCost(attribute, animatesFilter)).reduce(addedCosts, NO_COST);
  const references = attributes.flatMap((attribute) => referencesIn(local, attribute));
  const loaded = local === 'a' || local === 'script' ? [] : references;
  refuseExternal(loaded);
  let weight = 1 + (isGroup && costs.fades ? LAYER_WEIGHT : 0);
  for (const reference of loaded) if (kindOf(reference) === 'data') weight += embeddedCost(reference);
  const uses = loaded.filter((reference) => kindOf(reference) === 'internal').map((reference) => reference.trim().slice(1));
  return {
    node: {
      id,
      weight: costs.filters ? weight : weight + costs.weight,
      filtering: costs.filters ? costs.weight : undefined,
      weightOfUse: WEIGHTS_OF_USE[local] ?? 0,
      uses,
      end: 0,
    },
    keys: ['*', local, `#${id ?? ''}`, ...(attributeValue('class')?.split(/\s+/) ?? []).map((name) => `.${name}`)],
    isGroup,
    hasScripts:
      local === 'script' ||
      attributes.some(({ name }) => /^on[a-z]/.test(name)) ||
      references.some((reference) => kindOf(reference) === 'script'),
    isAnimated: local.startsWith('animate') || local === 'set',
  };
}

/** @param animatesFilter whether the element states values that a filter takes in turn */
function attributeCost({ name, value }: XmlAttribute, animatesFilter: boolean): DeclarationCost {
  if (animatesFilter && ANIMATED_VALUES.has(name)) return declarationCost('filter', [...scanCss(value)]);
  if (COSTLY_PROPERTIES.has(name)) return declarationCost(name, [...scanCss(value)]);
  return name === 'style' ? styleCost(value) : NO_COST;
}

/** Cost of a style without braces. */
function styleCost(style: string): DeclarationCost {
  // Most styles only colour.
  if (!/filter|opacity|blend|\\/i.test(style)) return NO_COST;
  let costs = NO_COST;
  let declaration: CssToken[] = [];
  for (const token of scanCss(style)) {
    if (token.kind === 'delimiter' && token.value === ';') {
      costs = addedCosts(costs, declarationCostOf(declaration));
      declaration = [];
    } else declaration.push(token);
  }
  return addedCosts(costs, declarationCostOf(declaration));
}

function referencesIn(element: string, { local, value }: XmlAttribute): readonly string[] {
  if (local === 'href' || local === 'src' || (element === 'object' && local === 'data')) return [value];
  if (local === 'srcset' || local === 'imagesrcset') return candidateReferences(value);
  // Addresses stand in functions, whose names may be spelled with escapes; most values hold neither.
  return value.includes('(') ? styleReferences(value) : [];
}
