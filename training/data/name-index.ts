/** Finds the emoji that an icon's name means: CLDR names first, then other sets' names, then formal Unicode names. */
import type { CldrEmoji } from './emojibase';

/** Sources of names, most trusted first; the rank decides between two icons that claim one emoji. */
export const NAME_SOURCES = ['override', 'cldr', 'other-set', 'unicode'] as const;
export type NameSource = (typeof NAME_SOURCES)[number];

export interface NameMatch {
  readonly hexcode: string;
  readonly source: NameSource;
}

export interface NameIndex {
  find(name: string): NameMatch | undefined;
}

/**
 * Reduces a name to letters and digits, so that `blond-haired man`, `Blond Haired Man` and `blondhairedman` meet.
 * Accents are dropped, `&` reads "and", `#` reads "hash" and `*` reads "asterisk".
 */
export function squashName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('&', 'and')
    .replaceAll('#', 'hash')
    .replaceAll('*', 'asterisk')
    .replace(/[^a-z0-9]+/g, '');
}

/**
 * Builds the index. The first source to claim a name keeps it.
 * @param otherNames name → hexcode pairs from icon sets that publish code points
 * @param unicodeNames hexcode → formal name
 */
export function createNameIndex(
  emojis: readonly CldrEmoji[],
  otherNames: Iterable<readonly [name: string, hexcode: string]>,
  unicodeNames: Readonly<Record<string, string>>,
): NameIndex {
  const matches = new Map<string, NameMatch>();
  const add = (name: string, hexcode: string, source: NameSource): void => {
    const key = squashName(name);
    if (key && !matches.has(key)) matches.set(key, { hexcode, source });
  };
  for (const emoji of emojis) add(emoji.label.en, emoji.hexcode, 'cldr');
  for (const [name, hexcode] of otherNames) add(name, hexcode, 'other-set');
  for (const { hexcode } of emojis) {
    const name = unicodeNames[hexcode] ?? unicodeNames[hexcode.replace(/-FE0F$/, '')];
    if (name) add(name, hexcode, 'unicode');
  }
  return {
    find: (name) => matches.get(squashName(name)) ?? matches.get(squashName(name.replace(/^flag-for-(flag-)?/, 'flag-'))),
  };
}
