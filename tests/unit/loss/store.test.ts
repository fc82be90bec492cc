/** Which of several answers the store keeps. */
import { expect, test } from 'vitest';
import type { Pair } from '../../../src/labs/loss/batch';
import type { BatchPair } from '../../../src/labs/loss/own-pair';
import { createLossStore, DEFAULTS } from '../../../src/labs/loss/store';
import type { BatchVectors } from '../../../src/labs/loss/vectors';

const pair = (concept: string): Pair => ({ concept, artist: 'noto' });
const vectorsFor = (pairs: BatchVectors['pairs']): BatchVectors => ({ pairs, drawings: [[1, 0]], captions: [[1, 0]] });

/** A source whose answers come when the test says so. */
function heldSource() {
  const asked: { pairs: readonly BatchPair[]; answer: (answer: BatchVectors | 'superseded') => void }[] = [];
  return {
    asked,
    source: {
      vectorsOf: (pairs: readonly BatchPair[]) =>
        new Promise<BatchVectors | 'superseded'>((answer) => {
          asked.push({ pairs, answer });
        }),
    },
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

test('a request pushed aside by one that no longer counts is made again', async () => {
  const { asked, source } = heldSource();
  const store = createLossStore({ source, drawn: null, pairs: [pair('old')], own: null, settings: DEFAULTS, language: 'en' });
  store.getState().speak('en');
  store.getState().compare({ pairs: [pair('new')] });
  asked[1]?.answer('superseded');
  asked[0]?.answer(vectorsFor([pair('old')]));
  await settle();
  expect(store.getState().shown).toBeNull();
  expect(asked[2]?.pairs).toEqual([pair('new')]);
  asked[2]?.answer(vectorsFor([pair('new')]));
  await settle();
  expect(store.getState().shown?.pairs).toEqual([pair('new')]);
  expect(store.getState().progress).toEqual({ state: 'ready' });
});

test('another language and back again: the captions are those of the last one', async () => {
  const { asked, source } = heldSource();
  const store = createLossStore({ source, drawn: null, pairs: [pair('old')], own: null, settings: DEFAULTS, language: 'en' });
  const { speak } = store.getState();
  speak('en');
  asked[0]?.answer(vectorsFor([pair('old')]));
  await settle();
  speak('zh');
  speak('en');
  asked[2]?.answer(vectorsFor([pair('old')]));
  asked[1]?.answer(vectorsFor([pair('old')]));
  await settle();
  expect(store.getState().shown?.language).toBe('en');
  expect(store.getState().progress).toEqual({ state: 'ready' });
});
