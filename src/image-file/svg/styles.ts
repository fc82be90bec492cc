/** What the style sheets of an SVG make its elements draw in addition: patterns, masks, filters. */
import { type CssToken, scanCss } from './css';
import { addedCosts, type DeclarationCost, declarationCostOf, NO_COST } from './declarations';
import { kindOf, type ReferenceKind } from './references';

/** Which elements a rule may apply to: `.class`, `#id`, an element's name, or `*` for any. */
type Key = string;

export interface StyleRule extends DeclarationCost {
  readonly keys: readonly Key[];
  /** Ids of the elements it fills, masks or filters with. */
  readonly uses: readonly string[];
}

/**
 * The rules of a style sheet that use other elements or are costly; all others cost nothing extra.
 * @param costOfData cost of drawing a picture given as `data:`
 */
export function costlyRules(css: string, costOfData: (reference: string) => number): readonly StyleRule[] {
  const rules: StyleRule[] = [];
  const blocks: { readonly keys: readonly Key[]; cost: DeclarationCost; readonly references: string[] }[] = [];
  let pending: CssToken[] = [];
  const finishDeclaration = () => {
    const block = blocks.at(-1);
    if (block && pending.length > 0) block.cost = addedCosts(block.cost, declarationCostOf(pending));
    pending = [];
  };
  const finishBlock = () => {
    finishDeclaration();
    const block = blocks.pop();
    if (!block) return;
    const { keys, references } = block;
    // Addresses in rules that apply to no element are those of fonts.
    if (keys.length === 0) return;
    const ofKind = (kind: ReferenceKind) => references.filter((reference) => kindOf(reference) === kind);
    const uses = ofKind('internal').map((reference) => reference.trim().slice(1));
    const data = ofKind('data').reduce((sum, reference) => sum + costOfData(reference), 0);
    const cost = { ...block.cost, weight: block.cost.weight + data };
    if (cost.filters || cost.fades || cost.weight > 0 || uses.length > 0) rules.push({ keys, ...cost, uses });
  };
  let inAddress = false;
  for (const token of scanCss(css)) {
    if (token.kind === 'delimiter' && token.value === '{') {
      blocks.push({ keys: keysOf(pending, blocks.at(-1)?.keys ?? []), cost: NO_COST, references: [] });
      pending = [];
    } else if (token.kind === 'delimiter' && token.value === '}') finishBlock();
    else if (token.kind === 'delimiter' && token.value === ';') finishDeclaration();
    else {
      if (token.kind === 'url' || (token.kind === 'string' && inAddress)) blocks.at(-1)?.references.push(token.value);
      inAddress = token.kind === 'function' && token.value === 'url';
      pending.push(token);
    }
  }
  while (blocks.length > 0) finishBlock();
  return rules;
}

/** Keys of the elements that what stands before a brace applies to; some elements more are no harm. */
function keysOf(prelude: readonly CssToken[], enclosing: readonly Key[]): readonly Key[] {
  const first = prelude.find(({ kind }) => kind !== 'space');
  // What is animated is not told: its frames count for every element. Conditions apply to what surrounds them.
  if (first?.kind === 'at') return first.value.endsWith('keyframes') ? ['*'] : enclosing;
  // Frames of an animation, which `@keyframes` has marked so.
  if (enclosing.includes('*')) return ['*'];
  const isBeyond = ({ kind, value }: CssToken) =>
    kind === 'function' || (kind === 'delimiter' && (value === '[' || value === '&'));
  if (prelude.some(isBeyond)) return ['*'];
  const keys: Key[] = [];
  let subject: CssToken[] = [];
  prelude.forEach((token, i) => {
    if (token.kind === 'delimiter' && token.value === ',') {
      keys.push(keyOf(subject));
      subject = [];
    } else if (token.kind === 'space') {
      const next = prelude[i + 1];
      // A blank before a comma or the brace ends nothing.
      if (next && !(next.kind === 'delimiter' && next.value === ',')) subject = [];
    } else if (token.kind === 'delimiter' && '>+~|'.includes(token.value)) subject = [];
    else subject.push(token);
  });
  return [...new Set([...keys, keyOf(subject)])];
}

/** The narrowest key of a selector without combinators, such as `rect.a:hover`. */
function keyOf(subject: readonly CssToken[]): Key {
  const isAfter = (i: number, mark: string) => subject[i - 1]?.kind === 'delimiter' && subject[i - 1]?.value === mark;
  const id = subject.find(({ kind }) => kind === 'hash');
  if (id) return `#${id.value}`;
  const named = subject.find(({ kind }, i) => kind === 'name' && isAfter(i, '.'));
  if (named) return `.${named.value}`;
  return subject[0]?.kind === 'name' ? subject[0].value : '*';
}

/** The rules by key: those for an element are found under its name, its id, its classes and `*`. */
export function rulesByKey(rules: readonly StyleRule[]): ReadonlyMap<Key, readonly StyleRule[]> {
  const byKey = new Map<Key, StyleRule[]>();
  for (const rule of rules) {
    for (const key of rule.keys) {
      const known = byKey.get(key);
      if (known) known.push(rule);
      else byKey.set(key, [rule]);
    }
  }
  return byKey;
}
