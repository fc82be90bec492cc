import { grad, scalar, type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { logitsOf, rowCrossEntropy, samePairs, sigmoidLoss, softmaxLoss } from '../../../src/model/contrastive/loss';
import { useCpu } from './backend';

beforeAll(useCpu);

const logits = [
  [2, -1, 0.5],
  [0, 1, -2],
  [1, 0, 3],
];
const tensor = () => tensor2d(logits);
const ids = Int32Array.from([0, 1, 2]);
const value = async (loss: { data(): Promise<ArrayLike<number>> }) => (await loss.data())[0] as number;

describe('on a batch of distinct concepts', () => {
  test('the sigmoid loss is SigLIP eq. 1', async () => {
    const expected =
      logits.flatMap((row, i) => row.map((x, j) => Math.log(1 + Math.exp(i === j ? -x : x)))).reduce((a, b) => a + b) / 3;
    expect(await value(sigmoidLoss(tensor(), samePairs(ids, ids)))).toBeCloseTo(expected, 5);
  });

  test('the softmax loss is the mean of both cross-entropies', async () => {
    const nll = (rows: number[][]) =>
      rows.map((row, i) => Math.log(row.reduce((s, x) => s + Math.exp(x), 0)) - (row[i] as number)).reduce((a, b) => a + b) / 3;
    const columns = logits.map((_, j) => logits.map((row) => row[j] as number));
    expect(await value(softmaxLoss(tensor(), samePairs(ids, ids)))).toBeCloseTo((nll(logits) + nll(columns)) / 2, 5);
  });
});

test('a concept that occurs twice is a positive pair, not a false negative', async () => {
  const twice = Int32Array.from([0, 1, 0]);
  expect([...(await samePairs(twice, twice).data())]).toEqual([1, 0, 1, 0, 1, 0, 1, 0, 1]);
  for (const loss of [sigmoidLoss, softmaxLoss]) {
    const gradient = await grad((x) => loss(x as Tensor2D, samePairs(twice, twice)))(tensor()).data();
    expect(gradient[2]).toBeLessThan(0); // pulled together, though off the diagonal
    expect(gradient[1]).toBeGreaterThan(0);
  }
});

test('a row without a match counts as nothing, and a silenced column takes no share', async () => {
  const rows = tensor2d([
    [2, 1, -1e4],
    [0, 3, -1e4],
  ]);
  const same = samePairs(Int32Array.from([4, 5]), Int32Array.from([4, 6, -1]));
  expect([...(await same.data())]).toEqual([1, 0, 0, 0, 0, 0]);
  expect(await value(rowCrossEntropy(rows, same))).toBeCloseTo(Math.log(1 + Math.exp(-1)) / 2, 5);
});

test('the scale is clamped where CLIP clamps it', async () => {
  const unit = tensor2d([[1, 0]]);
  expect(await value(logitsOf(unit, unit, scalar(10), scalar(0)))).toBeCloseTo(100, 3);
  expect(await value(logitsOf(unit, unit, scalar(Math.log(7)), scalar(-2)))).toBeCloseTo(5, 5);
});
