/** The words that the lexicon is fitted to beside captions: of training concepts, and of a dictionary. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Keywords } from '../../../src/dataset/schema';
import { splitConcepts } from '../../../src/dataset/split';
import { buildConcepts } from '../../../training/data/concepts';
import { loadEmojis } from '../../../training/data/emojibase';
import { buildKeywords } from '../../../training/data/keywords';
import { loadNouns } from '../../../training/data/wordnet';

const { emojis } = loadEmojis();
const concepts = buildConcepts(
  emojis,
  emojis.map(() => []),
);
const split = splitConcepts(concepts, 1, 'openmoji');
let keywords: Keywords;
beforeAll(() => {
  keywords = buildKeywords(concepts, split);
});

describe('buildKeywords', () => {
  it('speaks of training concepts alone', () => {
    expect(new Set(Object.keys(keywords.concepts))).toEqual(new Set(split.train));
  });

  it('repeats neither label nor tag', () => {
    for (const { concept, label, tags } of concepts) {
      const own = keywords.concepts[concept];
      for (const language of ['en', 'zh'] as const)
        expect(own?.[language].filter((word) => word === label[language] || tags[language].includes(word)) ?? []).toEqual([]);
    }
  });

  it('has words of all three sources', () => {
    const { en, zh } = Object.values(keywords.concepts).reduce((all, own) => ({
      en: [...all.en, ...own.en],
      zh: [...all.zh, ...own.zh],
    }));
    expect(en).toEqual(expect.arrayContaining(['meow', 'hospitals']));
    expect(zh.length).toBeGreaterThan(1000);
    // what CLDR writes in traditional characters has become simplified
    expect(zh.join('')).not.toMatch(/[車頭貓燈]/);
  });
});

describe('loadNouns', () => {
  const nouns = loadNouns();

  it('gives the first sense', () => {
    expect(nouns.lookUp('ambulance')).toEqual({
      synonyms: ['ambulance'],
      kinds: ['car', 'auto', 'automobile', 'machine', 'motorcar'],
      definition: 'a vehicle that takes people to and from hospitals',
    });
    expect(nouns.lookUp('police car')?.synonyms).toContain('squad car');
    expect(nouns.lookUp('blorf')).toBeUndefined();
  });

  it('counts as common what can be drawn and is spoken of', () => {
    expect(nouns.common).toEqual(expect.arrayContaining(['wolf', 'helicopter', 'peach']));
    for (const word of ['theory', 'kinkajou', 'police car']) expect(nouns.common, word).not.toContain(word);
  });
});
