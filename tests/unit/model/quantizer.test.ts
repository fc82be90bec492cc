import { expect, test } from 'vitest';
import { lookUp, nearestCodes, perplexity, squaredDistances, tokenCounts, usage } from '../../../src/model/quantizer';

const entries = Float32Array.from([0, 0, 1, 0, 0, 1]); // three entries of two dimensions

test('the nearest entry wins, the lower index on a tie', () => {
  const latents = Float32Array.from([0.9, 0.1, 0.1, 0.8, 0.5, 0.5]);
  expect([...nearestCodes(latents, entries, 2)]).toEqual([1, 2, 0]);
});

test('distances are squared Euclidean', () => {
  expect([...squaredDistances(Float32Array.from([3, 4]), entries)]).toEqual([25, 20, 18]);
});

test('looking up tokens gives their entries', () => {
  expect([...lookUp(Uint16Array.from([2, 1]), entries, 2)]).toEqual([0, 1, 1, 0]);
});

test('usage counts entries that occur; perplexity is the effective number', () => {
  const even = tokenCounts(Uint16Array.from([0, 1, 2, 3]), 8);
  expect(usage(even)).toBe(0.5);
  expect(perplexity(even)).toBeCloseTo(4, 10);
  expect(perplexity(tokenCounts(Uint16Array.from([5, 5, 5]), 8))).toBeCloseTo(1, 10);
});
