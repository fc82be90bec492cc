/** Families, lookalikes and the split between them: what is held out has no twin in training. */
import { describe, expect, it } from 'vitest';
import { findFamilies, variantKey } from '../../../src/dataset/families';
import { findLookalikes } from '../../../src/dataset/lookalikes';
import { splitConcepts } from '../../../src/dataset/split';
import { leftHalf, RED, rendering } from './pictures';

const named = (en: string, subgroup = 'person') => ({ subgroup, label: { en } });

describe('variantKey', () => {
  it.each([
    ['man cook', 'woman cook'],
    ['person walking', 'man walking: facing right'],
    ['one o’clock', 'twelve-thirty'],
    ['red heart', 'light blue heart'],
    ['family: man, woman, boy', 'family'],
    ['closed book', 'orange book'],
    ['large blue diamond', 'small orange diamond'],
  ])('puts %s and %s together', (a, b) => {
    expect(variantKey(named(a))).toBe(variantKey(named(b)));
  });

  it.each([
    ['cook', 'singer'],
    ['police car', 'police car light'],
    ['grinning face', 'crying face'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(variantKey(named(a))).not.toBe(variantKey(named(b)));
  });

  it('never joins over subgroups, except inside a uniform one', () => {
    expect(variantKey(named('red circle', 'geometric'))).not.toBe(variantKey(named('circle', 'sport')));
    expect(variantKey(named('Aries', 'zodiac'))).toBe(variantKey(named('Leo', 'zodiac')));
  });
});

describe('findFamilies', () => {
  it('joins by name and by pixels, transitively', () => {
    const concepts = [named('cook'), named('man cook'), named('singer'), named('chef'), named('pilot')];
    expect(findFamilies(concepts, [[1, 3]])).toEqual([0, 0, 2, 0, 4]);
  });
});

describe('findLookalikes', () => {
  const red = rendering(() => RED);
  const almostRed = rendering(() => [250, 4, 4, 255]);
  const own = (...images: Uint8Array[]) => images.map((rgba, artist) => ({ artist, rgba }));

  it('compares like with like, by the artists that drew both', () => {
    const renderings = [own(red), own(almostRed), own(leftHalf), own(red), [{ artist: 5, rgba: red }]];
    expect(findLookalikes(renderings, ['a', 'a', 'a', 'b', 'a'], 18)).toEqual([[0, 1]]);
  });
});

describe('splitConcepts', () => {
  const concepts = Array.from({ length: 600 }, (_, i) => ({
    concept: `C${i}`,
    group: i % 3 === 0 ? 'animals' : 'objects',
    family: i < 60 ? 'big' : `F${Math.floor(i / 6)}-${i % 3 === 0}`,
  }));
  const split = splitConcepts(concepts, 5, 'openmoji');
  const partOf = new Map([
    ...split.train.map((c) => [c, 'train'] as const),
    ...split.validation.map((c) => [c, 'validation'] as const),
    ...split.test.map((c) => [c, 'test'] as const),
  ]);

  it('gives every concept one part, near 80 / 10 / 10 in every group', () => {
    expect(partOf.size).toBe(600);
    expect(split.train.length + split.validation.length + split.test.length).toBe(600);
    for (const group of ['animals', 'objects']) {
      const members = concepts.filter((c) => c.group === group);
      for (const part of ['validation', 'test']) {
        const share = members.filter((c) => partOf.get(c.concept) === part).length / members.length;
        expect(share).toBeGreaterThan(0.08);
        expect(share).toBeLessThanOrEqual(0.1);
      }
    }
  });

  it('never divides a family, and trains on families too large to measure with', () => {
    for (const family of new Set(concepts.filter((c) => c.family !== 'big').map((c) => c.family))) {
      expect(new Set(concepts.filter((c) => c.family === family).map((c) => partOf.get(c.concept))).size).toBe(1);
    }
    expect(concepts.filter((c) => c.family === 'big').every((c) => partOf.get(c.concept) === 'train')).toBe(true);
  });

  it('repeats from its seed', () => {
    expect(splitConcepts(concepts, 5, 'openmoji')).toEqual(split);
    expect(splitConcepts(concepts, 6, 'openmoji').test).not.toEqual(split.test);
  });
});
