/** Which of several answers the store keeps. */
import { expect, test } from 'vitest';
import type { Pair } from '../../../src/labs/loss/batch';
import { createLossStore, DEFAULTS } from '../../../src/labs/loss/store';
import type { BatchVectors } from '../../../src/labs/loss/vectors';

const pair = (concept: string): Pair => ({ concept, artist: 'noto' });
const vectors: BatchVectors = { drawings: [[1, 0]], captions: [[1, 0]] };

/** A source whose answers come when the test says so. */
function heldSource() {
  const asked: { pairs: readonly Pair[]; answer: (answer: BatchVectors | 'superseded') => void }[] = [];
  return {
    asked,
    source: {
      vectorsOf: (pairs: readonly Pair[]) =>
        new Promise<BatchVectors | 'superseded'>((answer) => {
          asked.push({ pairs, answer });
        }),
    },
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

test('a request pushed aside by one that no longer counts is made again', async () => {
  const { asked, source } = heldSource();
  const store = createLossStore({ source, pairs: [pair('old')], settings: DEFAULTS, language: 'en' });
  store.getState().speak('en');
  store.getState().compare([pair('new')]);
  asked[1]?.answer('superseded');
  asked[0]?.answer(vectors);
  await settle();
  expect(store.getState().shown).toBeNull();
  expect(asked[2]?.pairs).toEqual([pair('new')]);
  asked[2]?.answer(vectors);
  await settle();
  expect(store.getState().shown?.pairs).toEqual([pair('new')]);
  expect(store.getState().progress).toEqual({ state: 'ready' });
});
