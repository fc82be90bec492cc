/** Icons of many sets that share a name: more things drawn by more hands, though in one colour and under no caption. */
import * as z from 'zod/mini';
import { filled } from '../../src/checks';
import { artistSchema, type Concept, type Icons, type Split } from '../../src/dataset/schema';
import iconSetsJson from './icon-sets.json';
import { iconSvg, loadIconPackage } from './iconify';
import type { Drawing } from './join';
import { LeftOut } from './left-out';

const iconSetSchema = z.extend(z.omit(artistSchema, { role: true }), { package: filled });
type IconSetSource = z.infer<typeof iconSetSchema>;

const ICON_SETS: readonly IconSetSource[] = z.array(iconSetSchema).parse(iconSetsJson);

/** What a set writes behind a name for its variants: weight, fill, size, number. */
const VARIANT =
  /-(filled|fill|solid|line|outline|outlined|bold|duotone|thin|light|regular|rounded|sharp|round|linear|broken|twotone|icon|\d+)$/;
/** Trademarks: their shapes say nothing of their names. */
const TRADEMARK = /logo|brand/;
const INKED = /-(filled|fill|solid|line|outline|outlined)$/;

/** An icon's name without what tells its variants apart. */
export function plainName(name: string): string {
  const plain = name.replace(VARIANT, '');
  return plain === name ? name : plainName(plain);
}

/** What the icons of one set show: name → its icons, in the order of the set. */
function byName(icons: readonly string[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const icon of icons) {
    // Words in one order, so that "arrow-left" and "left-arrow" meet; numbers alone are variants of nothing.
    const name = plainName(icon).split('-').sort().join('-');
    if (/^\d*$/.test(name)) continue;
    const known = names.get(name);
    if (known) known.push(icon);
    else names.set(name, [icon]);
  }
  return names;
}

/** Of the icons of one name in one set the shortest, and the first that is filled or outlined where that is another. */
export function chosenIcons(icons: readonly string[]): string[] {
  const plain = icons.reduce((best, icon) => (icon.length < best.length ? icon : best));
  const inked = icons.find((icon) => icon !== plain && INKED.test(icon));
  return inked === undefined ? [plain] : [plain, inked];
}

export interface IconDrawings extends Icons {
  /** In the order of `items`. */
  readonly drawings: readonly Drawing[];
  /** Names, of trademarks the icons' own. */
  readonly leftOut: LeftOut['reasons'];
}

/**
 * Whether a name says what a held-out concept is: it holds all words of the label, or is one of the tags. Words as they are written:
 * *headphones* passes for *headphone*. What that let in did not help (docs/attempts.md), and the published weights were made by it.
 */
function holdsOut(concepts: readonly Concept[], split: Split): (name: string) => boolean {
  const train = new Set(split.train);
  const held = concepts.filter(({ concept }) => !train.has(concept));
  const tags = new Set(held.flatMap(({ tags: { en } }) => en.map((tag) => wordsOf(tag).sort().join('-'))));
  const labels = held.map(({ label }) => wordsOf(label.en)).filter((words) => words.length > 0);
  return (name) => {
    const words = new Set(name.split('-'));
    return tags.has(name) || labels.some((label) => label.every((word) => words.has(word)));
  };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

/**
 * Names that at least two sets draw, without those that say what a held-out concept is.
 * @param limit at most so many names, evenly spaced
 */
export function joinIcons(concepts: readonly Concept[], split: Split, limit = Number.POSITIVE_INFINITY): IconDrawings {
  const isHeldOut = holdsOut(concepts, split);
  const leftOut = new LeftOut();
  const sets = ICON_SETS.map((source) => {
    const { set } = loadIconPackage(source.package);
    const icons = Object.keys(set.icons).filter((icon) => !set.icons[icon]?.hidden);
    for (const icon of icons) if (TRADEMARK.test(icon)) leftOut.add('a name with logo or brand in it, as trademarks have', icon);
    const shown = icons.filter((icon) => !TRADEMARK.test(icon));
    return { set, names: byName(shown) };
  });
  const drawers = new Map<string, number>();
  for (const name of sets.flatMap(({ names }) => [...names.keys()])) drawers.set(name, (drawers.get(name) ?? 0) + 1);
  for (const [name, count] of drawers) {
    if (count === 1) leftOut.add('only one set draws it', name);
    else if (isHeldOut(name)) leftOut.add('named as a held-out concept', name);
  }
  const shared = [...drawers].flatMap(([name, count]) => (count > 1 && !isHeldOut(name) ? [name] : [])).sort();
  const every = Math.max(1, shared.length / limit);
  const names = shared.filter((_, i) => Math.floor(i / every) !== Math.floor((i - 1) / every));
  const items: { name: number; set: number }[] = [];
  const drawings: Drawing[] = [];
  names.forEach((name, row) => {
    sets.forEach(({ set, names: own }, column) => {
      const icons = own.get(name);
      for (const icon of icons ? chosenIcons(icons) : []) {
        items.push({ name: row, set: column });
        drawings.push({ kind: 'svg', name: icon, mirrored: false, svg: (size) => iconSvg(set, icon, size) });
      }
    });
  });
  return { sets: ICON_SETS.map(({ package: _, ...source }) => source), names, items, drawings, leftOut: leftOut.reasons };
}
