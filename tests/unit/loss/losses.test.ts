/** The lab's losses against the ones that train the model: the same values, and gradients that equal automatic ones. */
import { add, grad, mul, type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { cosinesOf, type PairBatch, sigmoidSide, softmaxSide } from '../../../src/labs/loss/losses';
import { samePairs, sigmoidLoss, softmaxLoss } from '../../../src/model/contrastive/loss';
import { useCpu } from '../model/backend';

beforeAll(useCpu);

const SIZE = 8;
const DIM = 16;

/** Drawings near their captions; the first two pairs are of one concept. */
function vectors(seed: string): { x: number[][]; y: number[][] } {
  const rng = createRng(seed);
  const normal = () => Array.from({ length: DIM }, () => rng.normal());
  const y = Array.from({ length: SIZE }, normal);
  y[1] = y[0] as number[];
  return { y, x: y.map((caption) => caption.map((value) => value + rng.normal())) };
}

const distinct = Int32Array.from({ length: SIZE }, (_, i) => i);
const twice = Int32Array.from({ length: SIZE }, (_, i) => Math.max(0, i - 1));

const batchOf = (seed: string, ids: Int32Array): PairBatch => {
  const { x, y } = vectors(seed);
  const positives = Uint8Array.from({ length: SIZE * SIZE }, (_, i) => Number(ids[Math.floor(i / SIZE)] === ids[i % SIZE]));
  return { size: SIZE, cosines: cosinesOf(x, y), positives };
};

const SETTINGS = [
  { scale: 1, bias: 0 },
  { scale: 10, bias: -10 },
  { scale: 14.3, bias: -2 },
  { scale: 100, bias: -12 },
];

describe.each(SETTINGS)('at scale $scale and bias $bias', (settings) => {
  describe.each([
    ['distinct concepts', distinct],
    ['a concept that occurs twice', twice],
  ])('with %s', (_, ids) => {
    const batch = batchOf('batch', ids);
    const same = () => samePairs(ids, ids);
    const cosines = () => tensor2d(Float32Array.from(batch.cosines), [SIZE, SIZE]);
    const logits = (cosine: Tensor2D) => add(mul(cosine, settings.scale), settings.bias) as Tensor2D;

    test.each([
      ['softmax', softmaxLoss, softmaxSide],
      ['sigmoid', sigmoidLoss, sigmoidSide],
    ] as const)('%s has the value and the gradient of the loss that trains', async (_name, trained, side) => {
      const shown = side(batch, settings);
      const value = (await trained(logits(cosines()), same()).data())[0] as number;
      expect(shown.loss).toBeCloseTo(value, 3);
      const gradient = await grad((cosine) => trained(logits(cosine as Tensor2D), same()))(cosines()).data<'float32'>();
      shown.gradient.forEach((each, i) => {
        expect(each).toBeCloseTo(gradient[i] as number, 4);
      });
    });
  });
});

test('softmax shares sum to one each way, and no bias moves them', () => {
  const batch = batchOf('sums', distinct);
  const { rowShares, columnShares, gradient } = softmaxSide(batch, { scale: 20, bias: 0 });
  for (let line = 0; line < SIZE; line++) {
    const cells = distinct.map((k) => line * SIZE + k);
    expect([...cells].reduce((sum, cell) => sum + (rowShares[cell] as number), 0)).toBeCloseTo(1, 12);
    expect([...distinct].reduce((sum, k) => sum + (columnShares[k * SIZE + line] as number), 0)).toBeCloseTo(1, 12);
  }
  // What is pulled in all is pushed in all: softmax only shifts similarity about.
  expect(gradient.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
  expect(softmaxSide(batch, { scale: 20, bias: -10 })).toEqual(softmaxSide(batch, { scale: 20, bias: 0 }));
});

test('a false negative is pushed where only the diagonal counts, and pulled where the concept does', () => {
  const byConcept = batchOf('false negative', twice);
  const byDiagonal: PairBatch = {
    ...byConcept,
    positives: Uint8Array.from(byConcept.positives, (_, i) => Number(i % (SIZE + 1) === 0)),
  };
  const settings = { scale: 10, bias: -5 };
  for (const side of [softmaxSide, sigmoidSide]) {
    expect(side(byDiagonal, settings).gradient[1]).toBeGreaterThan(0);
    expect(side(byConcept, settings).gradient[1]).toBeLessThan(0);
  }
});

test('large logits neither overflow nor vanish', () => {
  const batch: PairBatch = { size: 2, cosines: Float64Array.of(-1, 1, 1, -1), positives: Uint8Array.of(1, 0, 0, 1) };
  expect(softmaxSide(batch, { scale: 1_000, bias: 0 }).loss).toBeCloseTo(2_000, 6);
  expect(sigmoidSide(batch, { scale: 1_000, bias: 0 }).loss).toBeCloseTo(2_000, 6);
});
