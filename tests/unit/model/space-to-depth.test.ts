import { range, reshape, type Tensor4D } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { depthToSpace, spaceToDepth } from '../../../src/model/space-to-depth';
import { useCpu } from './backend';

beforeAll(useCpu);

test('each cell holds its own block of pixels, row by row', async () => {
  const x = reshape(range(0, 16), [1, 4, 4, 1]) as Tensor4D;
  const cells = spaceToDepth(x, 2);
  expect(cells.shape).toEqual([1, 2, 2, 4]);
  expect([...(await cells.data())]).toEqual([0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15]);
});

test('one undoes the other', async () => {
  const x = reshape(range(0, 2 * 8 * 8 * 3), [2, 8, 8, 3]) as Tensor4D;
  expect([...(await depthToSpace(spaceToDepth(x, 4), 4).data())]).toEqual([...(await x.data())]);
});
