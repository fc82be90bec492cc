import { grad, mean, mul, square, sub, sum, type Tensor, type Tensor2D, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { Collective } from '../../../src/model/collective';
import { embeddingLookup } from '../../../src/model/embedding';
import { gatherRows } from '../../../src/model/gather-rows';
import { stopGradient } from '../../../src/model/gradients';
import { useCpu } from './backend';

beforeAll(useCpu);

test('nothing flows through a stopped gradient', async () => {
  const gradient = grad((x) =>
    sum(
      mul(
        x,
        stopGradient(x, (input) => square(input)),
      ),
    ),
  )(tensor1d([2, 3]));
  expect([...(await gradient.data())]).toEqual([4, 9]);
});

test('an embedding collects the gradients of its occurrences', async () => {
  const table = tensor2d([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  const ids = Int32Array.from([2, 0, 2]);
  expect([...(await embeddingLookup(table, ids).data())]).toEqual([5, 6, 1, 2, 5, 6]);
  const gradient = grad((x) => sum(square(embeddingLookup(x as Tensor2D, ids))))(table);
  expect([...(await gradient.data())]).toEqual([2, 4, 0, 0, 20, 24]);
});

test('gradients through gathered rows, averaged over the workers, are those of one worker with all rows', async () => {
  const rows = [tensor2d([[1, 2]]), tensor2d([[-3, 1]])] as const;
  const loss = (all: Tensor): Tensor => mean(square(sub(mul(all, 2), 1)));
  const whole = await grad(loss)(tensor2d([[1, 2], [-3, 1]])).data(); // biome-ignore format: one matrix
  for (const rank of [0, 1]) {
    const collective: Collective = {
      rank,
      size: 2,
      allReduceMean() {},
      barrier() {},
      allGather: () => rows.map((part) => part.dataSync<'float32'>()),
    };
    const part = await grad((x) => loss(gatherRows(x as Tensor2D, collective)))(rows[rank as 0 | 1]).data();
    // each worker's gradient counts 1/size after averaging
    expect([...part].map((value) => value / 2)).toEqual([...whole.slice(rank * 2, rank * 2 + 2)]);
  }
});
