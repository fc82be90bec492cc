/** What only the contrastive model's training reads: a font's emoji, and icons that share a name; none of a held-out concept's names. */
import { beforeAll, describe, expect, it } from 'vitest';
import { splitConcepts } from '../../../src/dataset/split';
import { FURTHER_ARTISTS } from '../../../training/data/artists';
import { buildConcepts } from '../../../training/data/concepts';
import { loadEmojis } from '../../../training/data/emojibase';
import { fontDrawings } from '../../../training/data/font';
import { buildFurther, type Further } from '../../../training/data/further';
import { chosenIcons, joinIcons, plainName } from '../../../training/data/icons';

const { emojis } = loadEmojis();
const silent = { start: () => undefined, step: () => undefined, stop: () => undefined };

describe('fontDrawings', () => {
  const { drawings, leftOut } = fontDrawings('@fontsource/noto-emoji', emojis);

  it('draws most emoji, sequences among them', () => {
    expect(drawings.size / emojis.length).toBeGreaterThan(0.8);
    expect([...drawings.keys()]).toEqual(expect.arrayContaining(['1F431', '2764', '1F9D1-200D-1F373']));
  });

  it('leaves out countries’ flags, for which the font shows letters', () => {
    expect(drawings.has('1F1EF-1F1F5')).toBe(false);
    expect(leftOut.get('a flag, for which the font shows letters')).toContain('flag: Japan');
  });

  it('accounts for every emoji', () => {
    expect(drawings.size + [...leftOut.values()].flat().length).toBe(emojis.length);
  });
});

describe('names of icons', () => {
  it('are the same for all variants', () => {
    for (const name of ['anchor', 'anchor-fill', 'anchor-02', 'anchor-bold-duotone', 'anchor-20-regular'])
      expect(plainName(name)).toBe('anchor');
    expect(plainName('line-chart')).toBe('line-chart');
  });

  it('stand for the shortest icon, and one that is filled or outlined', () => {
    expect(chosenIcons(['cat-bold', 'cat', 'cat-fill', 'cat-line'])).toEqual(['cat', 'cat-fill']);
    expect(chosenIcons(['cat-01', 'cat-02'])).toEqual(['cat-01']);
  });
});

describe('joinIcons', () => {
  const some = emojis.filter((_, i) => i % 5 === 0);
  const concepts = buildConcepts(
    some,
    some.map(() => []),
  );
  const split = splitConcepts(concepts, 1, 'openmoji');
  const { names, items, sets, drawings, leftOut } = joinIcons(concepts, split);

  it('gives each name to at least two sets', () => {
    const drawers = names.map(() => new Set<number>());
    for (const { name, set } of items) drawers[name]?.add(set);
    expect(names.length).toBeGreaterThan(2000);
    expect(drawers.every((of) => of.size > 1)).toBe(true);
    expect(new Set(items.map(({ set }) => set)).size).toBe(sets.length);
    expect(drawings).toHaveLength(items.length);
    expect(leftOut.get('only one set draws it')?.some((name) => names.includes(name))).toBe(false);
    expect(leftOut.get('named as a held-out concept')?.length).toBeGreaterThan(10);
  });

  it('takes none whose name says what a held-out concept is, though sets draw it', () => {
    const train = new Set(split.train);
    const held = concepts.filter(({ concept }) => !train.has(concept));
    const labels = held.map(({ label }) => label.en.toLowerCase().split(/[^a-z0-9]+/));
    const saying = (all: readonly string[]) =>
      all.filter((name) => labels.some((words) => words.every((word) => name.split('-').includes(word))));
    expect(saying(names)).toEqual([]);
    // A name's words stand in order.
    const inOrder = (tag: string) => (tag.toLowerCase().match(/[a-z0-9]+/g) ?? []).sort().join('-');
    const tags = new Set(held.flatMap((concept) => concept.tags.en.map(inOrder)));
    expect(names.filter((name) => tags.has(name))).toEqual([]);
    const everything = { ...split, train: concepts.map(({ concept }) => concept) };
    expect(saying(joinIcons(concepts, everything).names).length).toBeGreaterThan(10);
  });
});

describe('buildFurther', () => {
  const few = emojis.filter(({ hexcode }) => ['1F431', '1F34E', '1F697'].includes(hexcode));
  const concepts = buildConcepts(
    few,
    few.map(() => []),
  );
  const split = { seed: 1, unseenArtist: 'openmoji', train: few.map(({ hexcode }) => hexcode), validation: [], test: [] };
  let further: Further;
  beforeAll(async () => {
    further = await buildFurther({ concepts, split }, few, silent, 5);
  });

  it('draws the concepts by every further artist who has them', () => {
    const { items, artists } = further.renderings;
    expect(artists.map(({ id }) => id)).toEqual(FURTHER_ARTISTS.map(({ id }) => id));
    expect(items.length).toBeGreaterThanOrEqual(2 * few.length);
    expect(further.pixels).toHaveLength(items.length * 64 * 64 * 4);
  });

  it('keeps the alpha of every icon, and no more names than asked for', () => {
    expect(further.icons.names).toHaveLength(5);
    expect(further.alpha).toHaveLength(further.icons.items.length * 64 * 64);
    further.icons.items.forEach((_, i) => {
      expect(further.alpha.subarray(i * 4096, (i + 1) * 4096).some((value) => value > 200)).toBe(true);
    });
  });

  it('draws the same bytes again', async () => {
    const again = await buildFurther({ concepts, split }, few, silent, 5);
    expect(Buffer.compare(again.pixels, further.pixels)).toBe(0);
    expect(Buffer.compare(again.alpha, further.alpha)).toBe(0);
  });
});
