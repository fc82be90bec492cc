/** The reader's own picture before a batch, and the caption that it gets: the gallery's best, one of the gallery's, or words of the reader's. */
import { expect, test, vi } from 'vitest';
import type { PhraseRanking } from '../../../src/engine/protocol';
import { falseNegatives, positivesOf } from '../../../src/labs/loss/batch';
import { csvOf, fileStem, jsonOf } from '../../../src/labs/loss/downloads';
import { cosinesOf } from '../../../src/labs/loss/losses';
import { type CaptionedOwnPair, type Captions, headedBy, type OwnPair, readCaption } from '../../../src/labs/loss/own-pair';
import { sidesOf } from '../../../src/labs/loss/sides';
import { DEFAULTS } from '../../../src/labs/loss/store';
import type { Samples } from '../../../src/labs/shared/files';
import { plainImage } from '../compare/results';

const own = (written: string | null): OwnPair => ({
  picture: { kind: 'own', name: 'a "big", dog.jpg', image: plainImage(10) },
  written,
});
const gallery = [
  { concept: 'CAT', text: 'cat', vector: [1, 0] },
  { concept: 'DOG', text: 'dog', vector: [0, 1] },
];
const captions: Captions = {
  concepts: gallery.map(({ concept }) => ({ concept })) as unknown as Captions['concepts'],
  textOf: (row) => gallery[row]?.text ?? '',
  vectorOf: (row) => gallery[row]?.vector ?? [],
};
const IMAGE = [0.2, 0.9];

const phrase = (words: PhraseRanking['words'], vector: number[] | null): PhraseRanking => ({
  readers: { text: 'b'.repeat(64), lexicon: 'c'.repeat(64) },
  model: { id: 'contrastive', sha256: 'a'.repeat(64) },
  words,
  limit: 2,
  vector: vector && Float32Array.from(vector),
  embedding: vector && Float32Array.of(0),
});
const words = (text: string, known: string) =>
  text.split(' ').map((word) => ({ word, isKnown: true, isTaught: known.split(' ').includes(word) }));

test('it goes before the others, and the last makes room', () => {
  const pairs = ['A', 'B', 'C'].map((concept) => ({ concept, artist: 'noto' }));
  expect(headedBy(own(null), pairs)).toEqual([own(null), pairs[0], pairs[1]]);
  expect(headedBy(null, pairs)).toBe(pairs);
});

test('without a word of the reader’s, or with one of the gallery’s captions, the text model is not asked', async () => {
  const embed = vi.fn();
  expect(await readCaption(own(null), IMAGE, captions, embed)).toMatchObject({
    pair: { caption: 'dog', concept: 'DOG', isModels: true },
    vector: [0, 1],
  });
  expect(await readCaption(own('cat'), IMAGE, captions, embed)).toMatchObject({
    pair: { caption: 'cat', concept: 'CAT', isModels: false },
    vector: [1, 0],
  });
  expect(embed).not.toHaveBeenCalled();
});

test('other words are embedded; those that it does not know, and does not read, are told', async () => {
  const answer = phrase(words('xyzzy a brown dog', 'a brown dog'), [0.5, 0.5]);
  expect(await readCaption(own('xyzzy a brown dog'), IMAGE, captions, async () => answer)).toMatchObject({
    pair: { caption: 'xyzzy a brown dog', concept: null, isModels: false, unknown: ['xyzzy'], limit: 2 },
    vector: Float32Array.of(0.5, 0.5),
  });
});

test('where it knows no word its own choice stands', async () => {
  expect(await readCaption(own('xyzzy'), IMAGE, captions, async () => phrase(words('xyzzy', ''), null))).toMatchObject({
    pair: { caption: 'dog', concept: 'DOG', isModels: true, unknown: ['xyzzy'], limit: null },
  });
  expect(await readCaption(own('xyzzy'), IMAGE, captions, async () => 'superseded')).toBe('superseded');
});

const shownOwn = (concept: string | null): CaptionedOwnPair => ({
  ...own(null),
  caption: 'dog',
  concept,
  isModels: true,
  unknown: [],
  limit: null,
});

test('it is of its caption’s concept, and words of the reader’s are of none', () => {
  const other = { concept: 'DOG', artist: 'noto' };
  expect(falseNegatives([shownOwn('DOG'), other])).toEqual([1, 2]);
  expect(falseNegatives([shownOwn(null), other])).toEqual([]);
  expect([...positivesOf([shownOwn(null), other], 'concept')]).toEqual([1, 0, 0, 1]);
});

test('files name it by its file', async () => {
  const pairs = [shownOwn(null), { concept: 'CAT', artist: 'noto' }];
  const drawn = { seed: 3, size: 8 } as const;
  const shown = { drawn, pairs, language: 'en' as const, cosines: cosinesOf([IMAGE, [1, 0]], [IMAGE, [1, 0]]) };
  const samples = { concepts: [{ concept: 'CAT', label: { en: 'cat', zh: '猫' } }], attributions: [] } as unknown as Samples;
  const sides = sidesOf(shown, DEFAULTS);
  const file = JSON.parse(await jsonOf(samples, shown, DEFAULTS, sides).text()) as { pairs: unknown };
  expect(file.pairs).toEqual([
    { picture: 'a "big", dog.jpg', caption: 'dog' },
    { concept: 'CAT', artist: 'noto', caption: 'cat' },
  ]);
  const [, first, second] = (await csvOf(shown, sides).text()).split('\n');
  expect(first).toMatch(/^"a ""big"", dog\.jpg",,"dog",1,/);
  expect(second).toMatch(/^"a ""big"", dog\.jpg",,CAT,0,/);
  expect(fileStem(shown)).toBe('loss-a "big", dog-3-8');
});
