import { expect, test } from 'vitest';
import { packEmbeddings, topK } from '../../../src/model/retrieval';

test('rows come back by cosine, packing costs little', () => {
  const rows = packEmbeddings(Float32Array.from([1, 0, 0, 0.6, 0.8, 0, 0, 0, 1]));
  const matches = topK(Float32Array.from([0.8, 0.6, 0]), rows, 2);
  expect(matches.map(({ index }) => index)).toEqual([1, 0]);
  expect(matches[0]?.cosine).toBeCloseTo(0.96, 2);
  expect(matches[1]?.cosine).toBeCloseTo(0.8, 2);
});
