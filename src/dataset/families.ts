/**
 * Groups concepts whose drawings are nearly the same, so that a split between them cannot leak: what is held out then
 * has no twin in training. Two concepts of one CLDR subgroup are family when their names differ only in who is shown,
 * side, colour, size or level, when a rule below says so, or when their pixels are close over all artists.
 */
import type { Concept } from './schema';

type Named = Pick<Concept, 'subgroup'> & { readonly label: { readonly en: string } };

/** Names drawn from one template; the first pattern that matches gives the family its key. */
const TEMPLATES: readonly (readonly [pattern: RegExp, key: string])[] = [
  [/o’clock$|-thirty$/, 'clock face'],
  [/moon face$/, 'moon face'],
  [/moon$/, 'moon phase'],
  [/^globe showing/, 'globe'],
  [/banknote$/, 'banknote'],
  [/mailbox/, 'mailbox'],
  [/place medal$/, 'place medal'],
  [/^(un)?locked/, 'lock'],
  [/^hourglass/, 'hourglass'],
  [/ claus$/, 'claus'],
  [/^(prince|princess|person with crown)$/, 'crown'],
  [/^mer(man|maid|person)$/, 'merperson'],
  [/^old(er)? (man|woman|person)$/, 'older person'],
  [/holding hands$/, 'holding hands'],
  [/^kiss(:|$)/, 'kiss'],
  [/^couple with heart/, 'couple with heart'],
  [/^family/, 'family'],
  [/^keycap/, 'keycap'],
  [/^japanese “/, 'japanese button'],
  [/\(blood type\)$/, 'blood type'],
  [/^(closed|green|blue|orange) book$/, 'coloured book'],
  [/^(play|reverse) button$/, 'play'],
  [/^fast.(forward|reverse) button$/, 'fast'],
  [/^(next|last) track button$/, 'track'],
  [/^(dim|bright) button$/, 'brightness'],
  [/^light blue heart$/, 'heart'],
];

/** Subgroups that are one template throughout. */
const UNIFORM_SUBGROUPS: ReadonlySet<string> = new Set(['arrow', 'zodiac']);

const VARIANT_WORDS = new Set(
  (
    'man woman men women person people boy girl child ' +
    'left right leftwards rightwards up down upwards downwards facing ' +
    'red orange yellow green blue purple pink brown black white grey ' +
    'large medium small low high'
  ).split(' '),
);

/** The part of a concept's name that its variants share; equal keys mean one family. */
export function variantKey({ label, subgroup }: Named): string {
  if (UNIFORM_SUBGROUPS.has(subgroup)) return subgroup;
  const name = label.en.toLowerCase();
  const template = TEMPLATES.find(([pattern]) => pattern.test(name));
  const kept =
    template?.[1] ??
    name
      .split(/[\s:,-]+/)
      .filter((word) => !VARIANT_WORDS.has(word))
      .join(' ');
  return `${subgroup}/${kept}`;
}

/**
 * Finds the families.
 * @param alike index pairs of concepts whose pixels are close, see `findLookalikes`
 * @returns for each concept the index of its family's first member. [concepts]
 */
export function findFamilies(concepts: readonly Named[], alike: Iterable<readonly [number, number]>): number[] {
  const parent = concepts.map((_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parent[r] !== r) r = parent[r] ?? r;
    return r;
  };
  const unite = (i: number, j: number): void => {
    const [a, b] = [root(i), root(j)];
    parent[Math.max(a, b)] = Math.min(a, b);
  };
  const firstOfKey = new Map<string, number>();
  concepts.forEach((concept, i) => {
    const key = variantKey(concept);
    const first = firstOfKey.get(key);
    if (first === undefined) firstOfKey.set(key, i);
    else unite(first, i);
  });
  for (const [i, j] of alike) unite(i, j);
  return concepts.map((_, i) => root(i));
}
