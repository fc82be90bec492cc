/** The lab's state: which question is answered how, what stands in for a phrase, and that late answers are dropped. */
import { expect, test } from 'vitest';
import type { DrawingRanking, PhraseRanking } from '../../../src/engine/protocol';
import { openedQuery, PICTURE, type Query, sharedQuery } from '../../../src/labs/find/query';
import { kindOf, kindSize, ofKind, rankingOf } from '../../../src/labs/find/ranking';
import { createFindStore } from '../../../src/labs/find/store';
import type { Picture } from '../../../src/labs/lab';
import { createFakeClient, settle } from '../compare/fake-client';
import { plainImage } from '../compare/results';

const models = {
  understanding: { id: 'contrastive', sha256: 'a'.repeat(64) },
  generation: { id: 'vqvae-16', sha256: 'b'.repeat(64) },
};
const like = (embedding: number[], tokens: number[], pixels: number[]): DrawingRanking => ({
  models,
  embedding: Float32Array.from(embedding),
  tokens: Float32Array.from(tokens),
  pixels: Float32Array.from(pixels),
});
const phraseAnswer = (embedding: number[] | null): PhraseRanking => ({
  model: models.understanding,
  readers: { text: 'c'.repeat(64), lexicon: 'd'.repeat(64) },
  words: [{ word: 'cat', isKnown: embedding !== null, isTaught: embedding !== null }],
  limit: 12,
  vector: null,
  embedding: embedding && Float32Array.from(embedding),
});
const cat: Picture = { kind: 'sample', concept: '1F431', artist: 'noto', image: plainImage(10) };

function open(query: Query = PICTURE, row: number | null = null) {
  const fake = createFakeClient();
  const store = createFindStore({ engine: () => Promise.resolve(fake.client), query, rowOf: () => row, language: 'en' });
  return { fake, state: () => store.getState() };
}

test('a picture is ranked by its three codes at once; the gallery’s own drawing of it is left out', async () => {
  const { fake, state } = open(PICTURE, 1);
  state().ask({ picture: cat });
  await settle();
  expect(fake.last()).toMatchObject({ operation: 'rank', arguments: ['find', cat.image, 16, 'en'] });
  await fake.last().answer(like([0.2, 1, 0.9], [0.1, 1, 0.3], [0.8, 1, 0.7]));
  const { shown } = state();
  expect(shown?.rankings?.embedding.order).toEqual([2, 0]);
  expect(shown?.rankings?.pixels.order).toEqual([0, 2]);
  expect(shown?.weights).toEqual({ embedding: models.understanding.sha256, tokens: models.generation.sha256 });
});

test('where a phrase has no tokens, the first drawing that it finds stands in for it', async () => {
  const { fake, state } = open();
  state().ask({ query: { kind: 'phrase', text: 'cat' } });
  await settle();
  await fake.last().answer(phraseAnswer([0.1, 0.2, 0.7]));
  expect(fake.last()).toMatchObject({ operation: 'rankRow', arguments: ['find', 2, 16] });
  expect(state().shown).toBeNull();
  await fake.last().answer(like([0, 0, 1], [0.5, 0.4, 1], [0.3, 0.6, 1]));
  const { shown } = state();
  expect(shown?.standIn).toBe(2);
  expect(shown?.rankings?.embedding.order).toEqual([2, 1, 0]);
  expect(shown?.rankings?.tokens.order).toEqual([0, 1]);
  expect(shown?.rankings?.pixels.order).toEqual([1, 0]);
});

test('a phrase of unknown words gets no order at all', async () => {
  const { fake, state } = open();
  state().ask({ query: { kind: 'phrase', text: 'blorf' } });
  await settle();
  await fake.last().answer(phraseAnswer(null));
  expect(state()).toMatchObject({
    progress: { state: 'ready' },
    shown: { rankings: null, phrase: { words: [{ word: 'cat' }] } },
  });
  expect(fake.calls).toHaveLength(1);
});

test('answers to an older question are dropped, and another shared picture is no question', async () => {
  const { fake, state } = open();
  state().ask({ query: { kind: 'drawing', row: 0 } });
  await settle();
  const late = fake.last();
  state().ask({ query: { kind: 'drawing', row: 1 } });
  await settle();
  await fake.last().answer(like([0, 1, 0.5], [0, 1, 0.5], [0, 1, 0.5]));
  await late.answer(like([1, 0, 0], [1, 0, 0], [1, 0, 0]));
  expect(state().shown).toMatchObject({ query: { kind: 'drawing', row: 1 }, rankings: { tokens: { order: [2, 0] } } });
  state().ask({ picture: cat });
  await settle();
  expect(fake.calls).toHaveLength(2);
});

test('a failure is told and can be tried again', async () => {
  const { fake, state } = open();
  state().ask({ picture: cat });
  await settle();
  await fake.last().fail({ code: 'gallery-stale' });
  expect(state().progress).toMatchObject({ state: 'failed', failure: { code: 'gallery-stale' } });
  state().catchUp();
  await settle();
  await fake.last().answer(like([1, 0], [1, 0], [0, 1]));
  expect(state().progress).toEqual({ state: 'ready' });
});

test('places, and how many of the first are of a kind', () => {
  const ranking = rankingOf(Float32Array.of(0.5, 0.9, 0.5, 0.1), 1);
  expect(ranking.order).toEqual([0, 2, 3]);
  expect([...ranking.places]).toEqual([1, 0, 2, 3]);
  const concepts = ['bird', 'bird', 'cat', 'bird'].map((subgroup) => ({ subgroup }));
  expect(ofKind(ranking, concepts, kindOf('bird'), 2)).toBe(1);
  expect(kindSize(concepts, kindOf('bird'), 1)).toBe(2);
});

test('the faces of cats and monkeys are mammals, whoever of them is asked with', () => {
  const ranking = rankingOf(Float32Array.of(0.9, 0.8, 0.7, 0.6), 0);
  const concepts = ['animal-mammal', 'cat-face', 'face-smiling', 'monkey-face'].map((subgroup) => ({ subgroup }));
  for (const subgroup of ['animal-mammal', 'cat-face']) {
    expect(ofKind(ranking, concepts, kindOf(subgroup), 2)).toBe(1);
    expect(kindSize(concepts, kindOf(subgroup), 0)).toBe(2);
  }
  expect(kindOf('face-smiling').isMammals).toBe(false);
});

test('the address leads back to the question', () => {
  const concepts = [{ concept: '1F600' }, { concept: '1F431' }];
  for (const query of [PICTURE, { kind: 'phrase', text: '红色的车' }, { kind: 'drawing', row: 1 }] as const)
    expect(openedQuery(sharedQuery(query, concepts), concepts)).toEqual(query);
  expect(openedQuery({ like: '1F999' }, concepts)).toEqual(PICTURE);
});
