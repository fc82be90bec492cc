/** Reads the CLDR data: hexcodes, groups, labels and tags in English and Chinese. */
import { createRequire } from 'node:module';
import * as z from 'zod/mini';

const require = createRequire(import.meta.url);

const emojiSchema = z.object({
  hexcode: z.string(),
  emoji: z.string(),
  label: z.string(),
  tags: z.optional(z.array(z.string())),
  group: z.optional(z.number()),
  subgroup: z.optional(z.number()),
});
const groupsSchema = z.object({ groups: z.record(z.string(), z.string()), subgroups: z.record(z.string(), z.string()) });

/** One emoji of the standard, both languages; skin-tone variants are not listed. */
export interface CldrEmoji {
  readonly hexcode: string;
  readonly emoji: string;
  readonly group: string;
  readonly subgroup: string;
  readonly label: { readonly en: string; readonly zh: string };
  readonly tags: { readonly en: readonly string[]; readonly zh: readonly string[] };
}

export interface CldrEmojis {
  readonly emojis: readonly CldrEmoji[];
  /** Entries that are no concept of their own: regional-indicator letters, skin tones and hair parts. */
  readonly components: readonly string[];
}

/** All emoji in CLDR order, without components. */
export function loadEmojis(): CldrEmojis {
  const { groups, subgroups } = groupsSchema.parse(require('emojibase-data/meta/groups.json'));
  const english = z.array(emojiSchema).parse(require('emojibase-data/en/data.json'));
  const chinese = new Map(
    z
      .array(emojiSchema)
      .parse(require('emojibase-data/zh/data.json'))
      .map((entry) => [entry.hexcode, entry]),
  );
  const emojis: CldrEmoji[] = [];
  const components: string[] = [];
  for (const entry of english) {
    const group = groups[String(entry.group)];
    const subgroup = subgroups[String(entry.subgroup)];
    const zh = chinese.get(entry.hexcode);
    if (!group || !subgroup || group === 'component' || !zh) {
      components.push(entry.label);
      continue;
    }
    emojis.push({
      hexcode: entry.hexcode,
      emoji: entry.emoji,
      group,
      subgroup,
      label: { en: entry.label, zh: zh.label },
      tags: { en: entry.tags ?? [], zh: zh.tags ?? [] },
    });
  }
  return { emojis, components };
}

/** Formal Unicode names by hexcode: what older sets are named after. */
export function loadUnicodeNames(): Readonly<Record<string, string>> {
  return z.record(z.string(), z.string()).parse(require('emojibase-data/meta/unicode-names.json'));
}

/** `1F441-FE0F-200D-1F5E8-FE0F` and `1f441-200d-1f5e8` name the same emoji: variation selectors and the tags' end mark are dropped. */
export function codepointKey(hexcode: string): string {
  return hexcode
    .toLowerCase()
    .split('-')
    .filter((unit) => unit !== 'fe0f' && unit !== 'e007f')
    .map((unit) => unit.replace(/^0+/, ''))
    .join('-');
}
