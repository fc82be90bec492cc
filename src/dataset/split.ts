/** Splits concepts into training, validation and test (held-out) concepts: by family, stratified by CLDR group, seeded. */
import { groupBy } from './group-by';
import { createRng, type Rng } from './rng';
import type { Concept, Split } from './schema';

/** Share of each group's concepts that goes to validation, and again to test. */
const HELD_SHARE = 0.1;
/** A family larger than this share of a quota goes to training: it would make up most of what is measured. */
const FAMILY_SHARE = 0.25;

type Member = Pick<Concept, 'concept' | 'group' | 'family'>;

/** The split in the order of `concepts`; the same for the same concepts and seed. */
export function splitConcepts(concepts: readonly Member[], seed: number, unseenArtist: string): Split {
  const held = new Map<string, 'validation' | 'test'>();
  for (const [group, members] of groupBy(concepts, (c) => c.group)) {
    const families = shuffled([...groupBy(members, (c) => c.family)], createRng(seed).fork('split', group));
    const quota = Math.round(members.length * HELD_SHARE);
    const largest = Math.max(3, quota * FAMILY_SHARE);
    const room = { test: quota, validation: quota };
    for (const [family, { length }] of families) {
      if (length > largest) continue;
      const part = length <= room.test ? 'test' : length <= room.validation ? 'validation' : undefined;
      if (!part) continue;
      room[part] -= length;
      held.set(family, part);
    }
  }
  const pick = (part: 'validation' | 'test' | undefined): string[] =>
    concepts.filter((c) => held.get(c.family) === part).map((c) => c.concept);
  return { seed, unseenArtist, train: pick(undefined), validation: pick('validation'), test: pick('test') };
}

/** Fisher–Yates. */
function shuffled<T>(items: readonly T[], rng: Rng): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = rng.int(i + 1);
    const [a, b] = [result[i], result[j]];
    if (a === undefined || b === undefined) continue;
    result[i] = b;
    result[j] = a;
  }
  return result;
}
