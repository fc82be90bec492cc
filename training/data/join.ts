/** Joins every artist's drawings to the concepts they show, and keeps account of what is left out and why. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as z from 'zod/mini';
import type { ArtistSource } from './artists';
import { type CldrEmoji, codepointKey, loadUnicodeNames } from './emojibase';
import { fontDrawings } from './font';
import { type IconPackage, iconSvg, loadIconPackage, resolveIcon } from './iconify';
import { LeftOut } from './left-out';
import { createNameIndex, NAME_SOURCES, type NameIndex, type NameMatch } from './name-index';
import overridesJson from './name-overrides.json';

const require = createRequire(import.meta.url);
const overrides = z.record(z.string(), z.record(z.string(), z.nullable(z.string()))).parse(overridesJson);

/** Where one rendering's pixels come from. */
export type Drawing =
  | { readonly kind: 'svg'; readonly name: string; readonly mirrored: boolean; svg(size: number): string }
  | { readonly kind: 'file'; readonly path: string };

export interface Joined {
  /** Hexcode → drawing. */
  readonly drawings: ReadonlyMap<string, Drawing>;
  readonly leftOut: LeftOut['reasons'];
}

const SKIN_TONE_NAME = /(^|-)(light|medium|dark)(-|$)/;
const SKIN_TONE_UNIT = /1f3f[b-f]/;

/** Joins all artists; the result is in the order of `artists`. */
export function joinArtists(artists: readonly ArtistSource[], emojis: readonly CldrEmoji[]): readonly Joined[] {
  const ofIcons = artists.filter(({ join }) => join === 'codepoints' || join === 'names');
  const packages = new Map(ofIcons.map((a) => [a.id, loadIconPackage(a.package)]));
  const byCodepoints = new Map(emojis.map((emoji) => [codepointKey(emoji.hexcode), emoji.hexcode]));
  const names = createNameIndex(emojis, publishedNames([...packages.values()], byCodepoints), loadUnicodeNames());
  return artists.map((artist) => {
    if (artist.join === 'files') return joinFiles(artist, byCodepoints);
    if (artist.join === 'font') return fontDrawings(artist.package, emojis);
    const icons = packages.get(artist.id);
    if (!icons) throw new Error(`package of ${artist.id} is not loaded`);
    const named = overrides[artist.id] ?? {};
    const matches = artist.join === 'codepoints' ? matchCodepoints(icons, byCodepoints) : matchNames(icons, names, named);
    return joinIcons(icons, matches, new Set(Object.keys(named).filter((name) => named[name] === null)));
  });
}

/** Names and aliases of the sets that publish code points: they lead the older sets' names to today's hexcodes. */
function* publishedNames(
  packages: readonly IconPackage[],
  byCodepoints: ReadonlyMap<string, string>,
): Generator<[string, string]> {
  for (const { set, chars } of packages) {
    const hexcodes = new Map<string, string>();
    for (const [codepoints, name] of Object.entries(chars)) {
      const hexcode = byCodepoints.get(codepointKey(codepoints));
      const icon = resolveIcon(set, name);
      if (!hexcode || !icon || icon.mirrored) continue;
      hexcodes.set(icon.name, hexcode);
      yield [name, hexcode];
    }
    for (const alias of Object.keys(set.aliases ?? {})) {
      const icon = resolveIcon(set, alias);
      const hexcode = icon && !icon.mirrored ? hexcodes.get(icon.name) : undefined;
      if (hexcode) yield [alias, hexcode];
    }
  }
}

/** Icon name → emoji, from the package's own table. */
function matchCodepoints({ chars }: IconPackage, byCodepoints: ReadonlyMap<string, string>): Map<string, NameMatch> {
  const matches = new Map<string, NameMatch>();
  for (const [codepoints, name] of Object.entries(chars)) {
    const hexcode = byCodepoints.get(codepointKey(codepoints));
    if (hexcode) matches.set(name, { hexcode, source: 'cldr' });
  }
  return matches;
}

/** Icon name → emoji, from the icon's own name or else from its aliases'; an override of null keeps it out. */
function matchNames(
  { set }: IconPackage,
  names: NameIndex,
  named: Readonly<Record<string, string | null>>,
): Map<string, NameMatch> {
  const matches = new Map<string, NameMatch>();
  const claim = (icon: string, name: string): void => {
    const override = named[name];
    if (override === null || matches.has(icon)) return;
    const match: NameMatch | undefined = override ? { hexcode: override, source: 'override' } : names.find(name);
    if (match) matches.set(icon, match);
  };
  for (const name of Object.keys(set.icons)) claim(name, name);
  for (const alias of Object.keys(set.aliases ?? {})) {
    const icon = resolveIcon(set, alias);
    if (icon) claim(icon.mirrored ? alias : icon.name, alias);
  }
  return matches;
}

function joinIcons({ set }: IconPackage, matches: ReadonlyMap<string, NameMatch>, misnamed: ReadonlySet<string>): Joined {
  const drawings = new Map<string, Drawing>();
  const shown = new Set<string>();
  const byTrust = [...matches].sort(([, a], [, b]) => NAME_SOURCES.indexOf(a.source) - NAME_SOURCES.indexOf(b.source));
  for (const [name, { hexcode }] of byTrust) {
    const icon = resolveIcon(set, name);
    if (!icon || set.icons[icon.name]?.hidden || drawings.has(hexcode)) continue;
    shown.add(icon.name);
    drawings.set(hexcode, { kind: 'svg', ...icon, svg: (size) => iconSvg(set, icon.name, size) });
  }
  const leftOut = new LeftOut();
  for (const [name, icon] of Object.entries(set.icons)) {
    if (shown.has(name)) continue;
    if (SKIN_TONE_NAME.test(name) && !matches.has(name)) leftOut.add('skin tone', name);
    else if (icon.hidden) leftOut.add('withdrawn by its set', name);
    else if (misnamed.has(name)) leftOut.add('shows something else than its name says', name);
    else if (matches.has(name)) leftOut.add('another drawing of a concept already joined', name);
    else leftOut.add('no emoji of that name', name);
  }
  return { drawings, leftOut: leftOut.reasons };
}

function joinFiles(artist: ArtistSource, byCodepoints: ReadonlyMap<string, string>): Joined {
  const folder = path.join(path.dirname(require.resolve(`${artist.package}/package.json`)), 'assets');
  const drawings = new Map<string, Drawing>();
  const leftOut = new LeftOut();
  for (const file of readdirSync(folder).sort()) {
    const key = codepointKey(path.parse(file).name.replaceAll('_', '-'));
    const hexcode = byCodepoints.get(key);
    if (SKIN_TONE_UNIT.test(key)) leftOut.add('skin tone', file);
    else if (!hexcode) leftOut.add('no emoji of that name', file);
    else drawings.set(hexcode, { kind: 'file', path: path.join(folder, file) });
  }
  return { drawings, leftOut: leftOut.reasons };
}
