/** Builds the list of concepts from CLDR names and the artists' pixels. */
import * as z from 'zod/mini';
import { findFamilies } from '../../src/dataset/families';
import { findLookalikes, type OwnedRendering } from '../../src/dataset/lookalikes';
import type { Concept } from '../../src/dataset/schema';
import type { CldrEmoji } from './emojibase';
import unflippableJson from './unflippable.json';

/** Mean pixel distance (0..255) under which two drawings count as near duplicates: clock faces and twin flags fall below it. */
const LOOKALIKE_THRESHOLD = 18;

const unflippable = z
  .object({
    groups: z.array(z.string()),
    subgroups: z.array(z.string()),
    labels: z.array(z.string()),
    labelPatterns: z.array(
      z.pipe(
        z.string(),
        z.transform((pattern) => new RegExp(pattern)),
      ),
    ),
  })
  .parse(unflippableJson);

const SIDE_EN = /\b(left|right|leftwards?|rightwards?|(anti|counter)?clockwise)\b/;
const SIDE_ZH = /[左右]|[顺逆]时针/;

/**
 * The concepts in the order of `emojis`.
 * @param renderings each emoji's trained-on renderings, for finding near duplicates. [emojis][..]
 */
export function buildConcepts(emojis: readonly CldrEmoji[], renderings: readonly (readonly OwnedRendering[])[]): Concept[] {
  const alike = findLookalikes(
    renderings,
    emojis.map((emoji) => emoji.subgroup),
    LOOKALIKE_THRESHOLD,
  );
  const families = findFamilies(emojis, alike);
  const sided = emojis.map(namesSide);
  const sidedFamilies = new Set(families.filter((_, i) => sided[i]));
  return emojis.map((emoji, i) => {
    const family = families[i] ?? i;
    return {
      concept: emoji.hexcode,
      emoji: emoji.emoji,
      group: emoji.group,
      subgroup: emoji.subgroup,
      label: { ...emoji.label },
      tags: { en: [...emoji.tags.en], zh: [...emoji.tags.zh] },
      sided: sided[i] ?? false,
      // "person walking" mirrored is "person walking: facing right", so one sided name binds its whole family.
      flippable: !sidedFamilies.has(family) && !hasHandedness(emoji),
      family: emojis[family]?.hexcode ?? emoji.hexcode,
    };
  });
}

function namesSide({ label, tags }: CldrEmoji): boolean {
  return (
    [label.en, ...tags.en].some((text) => SIDE_EN.test(text.toLowerCase())) ||
    [label.zh, ...tags.zh].some((text) => SIDE_ZH.test(text))
  );
}

/** Drawings that turn into another meaning, or into nonsense, in a mirror. */
function hasHandedness({ group, subgroup, label }: CldrEmoji): boolean {
  return (
    unflippable.groups.includes(group) ||
    unflippable.subgroups.includes(subgroup) ||
    unflippable.labels.includes(label.en) ||
    unflippable.labelPatterns.some((pattern) => pattern.test(label.en))
  );
}
