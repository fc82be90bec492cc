/** What one element of an SVG costs to draw, what it uses, and whether it reaches outside the file. */
import { Refusal } from '../failures';
import type { CostNode } from './cost';
import { kindOf, styleReferences } from './references';
import type { RootTag } from './size';

/** Weight of an element that is filtered, in plain shapes. */
export const FILTERED_WEIGHT = 500;
const MASKED_WEIGHT = 20;

export interface ElementFindings {
  readonly node: CostNode;
  readonly classes: readonly string[];
  readonly hasScripts: boolean;
  readonly isAnimated: boolean;
}

/**
 * Describes an element. Throws a {@link Refusal} where it refers to something outside the file; links to follow and
 * scripts do not count, as neither is ever loaded.
 * @param embeddedCost cost of drawing a picture given as `data:`
 */
export function describeElement({ local, attributes }: RootTag, embeddedCost: (reference: string) => number): ElementFindings {
  const attributeValue = (name: string) => attributes.find((attribute) => attribute.name === name)?.value;
  let weight = 1;
  for (const { name, local: attribute, value } of attributes) {
    if (attribute === 'filter' || (name === 'style' && value.includes('filter'))) weight += FILTERED_WEIGHT;
    if (attribute === 'mask' || attribute === 'clip-path') weight += MASKED_WEIGHT;
  }
  const references = attributes.flatMap(({ local: attribute, value }) => referencesIn(local, attribute, value));
  const loaded = local === 'a' || local === 'script' ? [] : references;
  refuseExternal(loaded);
  for (const reference of loaded) if (kindOf(reference) === 'data') weight += embeddedCost(reference);
  const uses = loaded.filter((reference) => kindOf(reference) === 'internal').map((reference) => reference.trim().slice(1));
  return {
    node: { id: attributeValue('id'), weight, uses, end: 0 },
    classes: attributeValue('class')?.split(/\s+/) ?? [],
    hasScripts:
      local === 'script' ||
      attributes.some(({ name }) => /^on[a-z]/.test(name)) ||
      references.some((reference) => kindOf(reference) === 'script'),
    isAnimated: local.startsWith('animate') || local === 'set',
  };
}

function referencesIn(element: string, attribute: string, value: string): readonly string[] {
  if (attribute === 'href' || attribute === 'src' || (element === 'object' && attribute === 'data')) return [value];
  return value.includes('url(') ? styleReferences(value) : [];
}

/** Throws a {@link Refusal} naming the first reference that leads outside the file. */
export function refuseExternal(references: readonly string[]): void {
  const external = references.find((reference) => kindOf(reference) === 'external')?.trim();
  if (external === undefined) return;
  const shown = external.length > 80 ? `${external.slice(0, 79)}…` : external;
  throw new Refusal({ code: 'svg-external-reference', reference: shown });
}
