/** Sums of two tensors and rectifiers with the fast kernels, beside the cpu backend: whole vectors and odd sizes, shapes that are left to the library, a backend opened anew. */
import { add, findBackendFactory, registerBackend, relu, removeBackend, sum, type Tensor, tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { initWasm } from '../../../training/runtime/wasm';
import { random, relativeErrors } from './on-both';

beforeAll(initWasm);

describe('a sum agrees with the cpu backend', () => {
  it.each([
    ['a bias of whole vectors', [3, 4, 4, 16], [16]],
    ['a bias of an odd number', [3, 5, 7], [7]],
    ['a bias of one', [9, 1], [1]],
    ['two of one shape', [2, 3, 5], [2, 3, 5]],
    ['two vectors', [6], [6]],
    ['a column', [4, 6], [4, 1]],
    ['one number', [4, 6], []],
    ['a longer right side', [6], [4, 6]],
    ['a bias of the batch', [5, 4, 4], [1, 4, 4]],
  ])('%s', (_, a, b) => {
    const [error] = relativeErrors([random(a, 'a'), random(b, 'b')], ([x, y]) => [add(x as Tensor, y as Tensor)]);
    expect(error).toBeLessThan(1e-6);
  });
});

describe('a rectifier agrees with the cpu backend', () => {
  it.each([[[64]], [[3, 5]], [[2, 3, 3, 7]], [[10]]])('%j', (shape) => {
    const [error] = relativeErrors([random(shape, 'positive and negative')], ([x]) => [relu(x as Tensor)]);
    expect(error).toBeLessThan(1e-6);
  });
});

test('what is left to the library works on a backend that was closed and opened again', async () => {
  for (let time = 0; time < 2; time++) {
    const factory = findBackendFactory('wasm');
    removeBackend('wasm');
    registerBackend('wasm', factory);
    await initWasm();
    const whole = tensor([1, 2, 3], [3], 'int32');
    expect([...add(tensor([1, 2, 3]), 0.5).dataSync()]).toEqual([1.5, 2.5, 3.5]);
    expect([...add(whole, whole).dataSync()]).toEqual([2, 4, 6]);
    expect([...relu(tensor([-1, 2])).dataSync()]).toEqual([0, 2]);
    expect([
      ...sum(
        tensor([
          [1, 2],
          [3, 4],
        ]),
        1,
      ).dataSync(),
    ]).toEqual([3, 7]);
  }
});
