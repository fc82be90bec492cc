/** Batches: drawn by a seed, led by the picture that all labs share, and what counts as a pair in them. */
import { expect, test } from 'vitest';
import { drawBatch, falseNegatives, positivesOf } from '../../../src/labs/loss/batch';

const drawables = Array.from({ length: 20 }, (_, i) => ({ concept: `C${i}`, artists: ['first', 'second', 'third'] }));

test('a seed draws the same batch again: one concept twice by different artists, all others once', () => {
  const pairs = drawBatch(7, 8, drawables);
  expect(drawBatch(7, 8, drawables)).toEqual(pairs);
  expect(drawBatch(8, 8, drawables)).not.toEqual(pairs);
  expect(pairs[1]?.concept).toBe(pairs[0]?.concept);
  expect(pairs[1]?.artist).not.toBe(pairs[0]?.artist);
  expect(new Set(pairs.map(({ concept }) => concept)).size).toBe(7);
});

test('the shared picture leads its batch, in the hand that drew it; one that nobody drew leads none', () => {
  const lead = { concept: 'C3', artist: 'second' };
  const pairs = drawBatch(7, 12, drawables, lead);
  expect(pairs).toHaveLength(12);
  expect(pairs[0]).toEqual(lead);
  expect(pairs[1]).toMatchObject({ concept: 'C3' });
  expect(pairs[1]?.artist).not.toBe('second');
  expect(pairs.slice(2).some(({ concept }) => concept === 'C3')).toBe(false);
  expect(drawBatch(7, 12, drawables, { concept: 'C3', artist: 'nobody' })).toEqual(drawBatch(7, 12, drawables));
});

test('false negatives are the cells that count as pairs only by concept', () => {
  const pairs = drawBatch(1, 8, drawables);
  const [diagonal, concept] = [positivesOf(pairs, 'diagonal'), positivesOf(pairs, 'concept')];
  expect(falseNegatives(pairs)).toEqual([1, 8]);
  const gained = [...concept].flatMap((counts, cell) => (counts > (diagonal[cell] as number) ? [cell] : []));
  expect(gained).toEqual([1, 8]);
});
