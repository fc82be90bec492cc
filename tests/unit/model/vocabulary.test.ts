import { expect, test } from 'vitest';
import { buildVocabulary, createTokeniser, PAD, splitWords } from '../../../src/model/contrastive/vocabulary';
import { parseVocabulary } from '../../../src/model/weights';

test('English splits by word, Chinese by character, mixed text by both', () => {
  expect(splitWords('Woman’s T-Shirt')).toEqual(['woman', 's', 't', 'shirt']);
  expect(splitWords('红心，Ａ型血')).toEqual(['红', '心', 'a', '型', '血']);
});

test('the vocabulary is ordered by frequency, then by code point', () => {
  expect(buildVocabulary(['red heart', 'blue heart', 'black cat'])).toEqual(['heart', 'black', 'blue', 'cat', 'red']);
});

test('captions become ids, cut and padded; strange words are left out and named', () => {
  const tokeniser = createTokeniser(['heart', 'red']);
  expect(tokeniser.size).toBe(4);
  expect([...tokeniser.encode('red zebra heart', 2)]).toEqual([3, 2]);
  expect([...tokeniser.encode('heart', 3)]).toEqual([2, PAD, PAD]);
  expect(tokeniser.unknownWords('Red Zebra 马')).toEqual(['zebra', '马']);
});

test('words that are no list of words are refused, with the file named', () => {
  expect(parseVocabulary(['heart', 'red'])).toEqual(['heart', 'red']);
  for (const json of [{ heart: 1 }, ['heart', 2], ['heart', '']])
    expect(() => parseVocabulary(json, 'contrastive/vocabulary.json')).toThrow('contrastive/vocabulary.json');
});
