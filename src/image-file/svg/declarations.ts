/** What the properties of a style ask for that is costly to draw, wherever they are written. */
import type { CssToken } from './css';
import { filterFunctionsCost } from './filters';

/** Cost of drawing an element on a layer of its own, in tenths of a millisecond as filters are charged. */
export const LAYER_WEIGHT = 30;

/** Cost of whatever filters an element, in the same measure: a layer to work on, and the result drawn. */
const FILTERED_WEIGHT = 80;

export interface DeclarationCost {
  readonly weight: number;
  /** Whether it filters what it applies to. */
  readonly filters: boolean;
  /** Whether it makes it translucent, which costs a layer where it is a group. */
  readonly fades: boolean;
}

export const NO_COST: DeclarationCost = { weight: 0, filters: false, fades: false };

/** Cost of one property with its value; a name is taken in capitals too. */
export function declarationCost(property: string, value: readonly CssToken[]): DeclarationCost {
  const words = value.filter(({ kind }) => kind !== 'space');
  const isJust = (word: string) => words.length === 0 || (words.length === 1 && words[0]?.value.toLowerCase() === word);
  switch (property.toLowerCase()) {
    case 'filter':
    case '-webkit-filter':
      return isJust('none') ? NO_COST : { weight: FILTERED_WEIGHT + filterFunctionsCost(words), filters: true, fades: false };
    case 'mix-blend-mode':
      return isJust('normal') ? NO_COST : { weight: LAYER_WEIGHT, filters: false, fades: false };
    case 'opacity':
      return { weight: 0, filters: false, fades: !isJust('1') };
    default:
      return NO_COST;
  }
}

/** Cost of one declaration, from the name of its property to the end of its value. */
export function declarationCostOf(tokens: readonly CssToken[]): DeclarationCost {
  const colon = tokens.findIndex(({ kind, value }) => kind === 'delimiter' && value === ':');
  const property = tokens.find(({ kind }) => kind !== 'space');
  return colon < 0 || property?.kind !== 'name' ? NO_COST : declarationCost(property.value, tokens.slice(colon + 1));
}

/** Both costs together. */
export const addedCosts = (a: DeclarationCost, b: DeclarationCost): DeclarationCost => ({
  weight: a.weight + b.weight,
  filters: a.filters || b.filters,
  fades: a.fades || b.fades,
});
