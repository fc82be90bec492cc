/** What words and pairs of characters say, added up; and beside the text tower. */
import { describe, expect, it } from 'vitest';
import { captionEmbedding, createLexicon, unitsOf } from '../../../src/model/contrastive/lexicon';

const array = (shape: number[], values: number[]) => ({ shape, values: Float32Array.from(values) });

/** Two units of rank 1 in three dimensions. */
const lexicon = createLexicon(['cat', '火山'], {
  'lexicon/units': array([2, 1], [2, -1]),
  'lexicon/basis': array([1, 3], [0, 3, 0]),
  'lexicon/mean': array([3], [1, 0, 0]),
});

describe('unitsOf', () => {
  it('gives words, characters, and the pairs that neighbouring characters make', () => {
    expect(unitsOf('Fire 火山灰')).toEqual(['fire', '火', '山', '灰', '火山', '山灰']);
    expect(unitsOf('red cat')).toEqual(['red', 'cat']);
    expect(unitsOf('…')).toEqual([]);
  });
});

describe('createLexicon', () => {
  it('adds a unit to the mean, and gives unit length', () => {
    const [x, y, z] = lexicon.embed('cat') ?? [];
    expect([x, y, z]).toEqual([1, 6, 0].map((value) => expect.closeTo(value / Math.sqrt(37), 6)));
  });

  it('adds several up, divided by the root of how many there are', () => {
    const [x = 0, y = 0] = lexicon.embed('cat 火山') ?? [];
    expect(y / x).toBeCloseTo((3 * (2 - 1)) / Math.SQRT2, 5);
  });

  it('reads an unknown plural as the singular', () => {
    expect(lexicon.has('cats')).toBe(true);
    expect(lexicon.embed('cats')).toEqual(lexicon.embed('cat'));
  });

  it('says nothing of what it does not know', () => {
    expect(lexicon.has('dog')).toBe(false);
    expect(lexicon.embed('dog 火')).toBeUndefined();
    expect(lexicon.embed('dog cat')).toEqual(lexicon.embed('cat'));
  });
});

describe('captionEmbedding', () => {
  const [along, across] = [Float32Array.of(1, 0), Float32Array.of(0, 1)];

  it('lies between tower and lexicon', () => {
    expect([...(captionEmbedding(along, across) ?? [])]).toEqual([
      expect.closeTo(Math.SQRT1_2, 6),
      expect.closeTo(Math.SQRT1_2, 6),
    ]);
  });

  it('is what the one says where the other knows nothing', () => {
    expect(captionEmbedding(along, undefined)).toBe(along);
    expect(captionEmbedding(undefined, across)).toBe(across);
    expect(captionEmbedding(undefined, undefined)).toBeUndefined();
  });
});
