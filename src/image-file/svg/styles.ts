/** What the style sheets of an SVG make its elements draw in addition: patterns, masks, filters. */
import { kindOf, styleReferences } from './references';

/** A rule that applies to the elements of any of its classes, or to every element where it names none. */
export interface StyleRule {
  readonly classes: readonly string[];
  /** Ids of the elements it fills, masks or filters with. */
  readonly uses: readonly string[];
  readonly filters: boolean;
}

/** The rules of a style sheet that use other elements or filter; all others cost nothing extra. */
export function costlyRules(css: string): readonly StyleRule[] {
  return css.split('}').flatMap((part) => {
    const open = part.lastIndexOf('{');
    if (open < 0) return [];
    const selector = part.slice(part.lastIndexOf('{', open - 1) + 1, open);
    const body = part.slice(open + 1);
    const uses = styleReferences(body).filter((reference) => kindOf(reference) === 'internal' && reference.length > 1);
    const filters = body.includes('filter');
    if (uses.length === 0 && !filters) return [];
    const classes = [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
    return [{ classes, uses: uses.map((reference) => reference.slice(1)), filters }];
  });
}

/** The rules, to be looked up by class. */
export interface RulesByClass {
  readonly everywhere: readonly StyleRule[];
  readonly byClass: ReadonlyMap<string, readonly StyleRule[]>;
}

export function groupByClass(rules: readonly StyleRule[]): RulesByClass {
  const byClass = new Map<string, StyleRule[]>();
  for (const rule of rules) {
    for (const name of new Set(rule.classes)) {
      const known = byClass.get(name);
      if (known) known.push(rule);
      else byClass.set(name, [rule]);
    }
  }
  return { everywhere: rules.filter(({ classes }) => classes.length === 0), byClass };
}
