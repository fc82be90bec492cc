import { clone, engine, grads, mean, mul, setBackend, square, sum, type Tensor, tensor, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { layerNorm } from '../../../src/model/ops';
import { initWasm } from '../../../training/runtime/wasm';
import { random, relativeErrors } from './on-both';

beforeAll(initWasm);

describe('sums and means agree with the cpu backend, forward and backward', () => {
  it.each([
    [[700, 37], [0]],
    [
      [3, 5, 4, 21],
      [0, 1, 2],
    ],
    [
      [3, 5, 4, 16],
      [2, 0, 1],
    ],
    [[6, 5, 4], [1]],
    [[6, 5, 4], [2]],
    [
      [6, 5],
      [0, 1],
    ],
  ])('%j over %j', (shape, axes) => {
    for (const reduce of [sum, mean]) {
      for (const keepDims of [false, true]) {
        const errors = relativeErrors([random(shape, 'x')], ([x]) => {
          const y = reduce(x as Tensor, axes, keepDims);
          const [dx] = grads((a) => sum(square(reduce(a as Tensor, axes))))([x as Tensor]) as [Tensor];
          return [y, dx];
        });
        for (const error of errors) expect(error).toBeLessThan(1e-5);
      }
    }
  });
});

describe('layer normalisation agrees with its composition on the cpu backend', () => {
  it.each([[[3, 7, 32]], [[600, 4]], [[5, 6]]])('%j', (shape) => {
    const width = shape.at(-1) as number;
    const inputs = [random(shape, 'x'), random([width], 'gain'), random([width], 'bias')];
    const errors = relativeErrors(inputs, (tensors) => {
      const [x, gain, bias] = tensors as [Tensor, Tensor, Tensor];
      const y = layerNorm(x, gain, bias);
      const backward = grads((a, b, c) => sum(mul(layerNorm(a as Tensor, b as Tensor, c as Tensor), mul(y, x))))([x, gain, bias]);
      return [y, ...backward];
    });
    expect(errors).toHaveLength(4);
    for (const error of errors) expect(error).toBeLessThan(1e-5);
  });
});

describe('shared data', () => {
  it('outlives either owner', () => {
    setBackend('wasm');
    const first = tensor2d([[1, 2, 3]]);
    const second = clone(first);
    first.dispose();
    expect([...second.dataSync()]).toEqual([1, 2, 3]);
    second.dispose();
  });

  it('is all freed: the backend holds no more after a step than before', () => {
    setBackend('wasm');
    const step = (): void => {
      const x = tensor(random([8, 16], 'x').values, [8, 16]);
      const gain = tensor(new Float32Array(16).fill(1));
      const backward = grads((a, g) => sum(square(layerNorm(a as Tensor, g as Tensor, g as Tensor))))([x, gain]);
      for (const used of [x, gain, ...backward]) used.dispose();
    };
    step();
    const held = engine().backend.numDataIds();
    for (let i = 0; i < 5; i++) step();
    expect(engine().backend.numDataIds()).toBe(held);
  });
});
