/** Batches by name: those of the samples stand, one with a drawing that nobody has gives the first batch and is rejected. */
import { expect, test } from 'vitest';
import type { Pair } from '../../../src/labs/loss/batch';
import { FIRST, pairsOf, rejectedOf } from '../../../src/labs/loss/batch-choice';
import { samplesOf } from '../labs/samples';

const samples = samplesOf(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`C${i}`, ['noto', 'twemoji']])));
const pairs: readonly Pair[] = Array.from({ length: 8 }, (_, i) => ({ concept: `C${i}`, artist: 'twemoji' }));
const lead: Pair = { concept: 'C3', artist: 'noto' };

test('drawings of the samples are the batch, in their order', () => {
  expect(pairsOf({ pairs }, samples, lead)).toEqual({ pairs, drawn: null });
  expect(rejectedOf({ batch: { pairs } }, samples)).toEqual({});
});

test.each<[string, Pair]>([
  ['concept', { concept: 'C99', artist: 'noto' }],
  ['artist', { concept: 'C1', artist: 'nobody' }],
])('an unknown %s gives the first batch, and the batch is rejected', (_, stranger) => {
  const batch = { pairs: pairs.with(5, stranger) };
  expect(pairsOf(batch, samples, lead)).toEqual(pairsOf(FIRST, samples, lead));
  expect(rejectedOf({ batch }, samples)).toEqual({ batch });
});

test('what the lab writes itself is not rejected, nor an address without a batch', () => {
  expect(rejectedOf({}, samples)).toEqual({});
  expect(rejectedOf({ temperature: 0.5, batch: { seed: 999_999, size: 12 } }, samples)).toEqual({});
  const drawn = pairsOf({ seed: 7, size: 12 }, samples, lead);
  expect(drawn.drawn).toEqual({ seed: 7, size: 12 });
  expect(rejectedOf({ batch: { pairs: drawn.pairs } }, samples)).toEqual({});
});
