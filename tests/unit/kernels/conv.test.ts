import { conv2d, grads, mul, sum, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { initWasm } from '../../../training/runtime/wasm';
import { random, relativeErrors } from './on-both';

interface Case {
  readonly size: readonly [number, number];
  readonly channels: readonly [number, number];
  readonly kernel: number;
  readonly stride: number;
  readonly pad: 'same' | 'valid' | number;
}

const CASES: readonly Case[] = [
  { size: [16, 16], channels: [8, 12], kernel: 3, stride: 1, pad: 'same' },
  { size: [16, 16], channels: [8, 16], kernel: 3, stride: 2, pad: 'same' },
  { size: [15, 13], channels: [5, 7], kernel: 3, stride: 1, pad: 'same' },
  { size: [15, 13], channels: [5, 7], kernel: 3, stride: 2, pad: 'same' },
  { size: [14, 17], channels: [3, 8], kernel: 3, stride: 1, pad: 'valid' },
  { size: [14, 17], channels: [3, 5], kernel: 5, stride: 2, pad: 'valid' },
  { size: [16, 12], channels: [4, 6], kernel: 4, stride: 2, pad: 'same' },
  { size: [16, 16], channels: [3, 5], kernel: 4, stride: 4, pad: 'valid' },
  { size: [13, 10], channels: [3, 4], kernel: 3, stride: 3, pad: 'same' },
  { size: [12, 12], channels: [3, 4], kernel: 2, stride: 3, pad: 'valid' },
  { size: [9, 11], channels: [4, 3], kernel: 1, stride: 1, pad: 'same' },
  { size: [9, 11], channels: [4, 3], kernel: 1, stride: 2, pad: 'same' },
  { size: [8, 8], channels: [4, 8], kernel: 3, stride: 1, pad: 1 },
  { size: [3, 2], channels: [1, 1], kernel: 3, stride: 1, pad: 'same' },
];

beforeAll(initWasm);

describe('convolution and its gradients agree with the cpu backend', () => {
  it.each(CASES)(
    'size $size, channels $channels, kernel $kernel, stride $stride, $pad',
    ({ size, channels, kernel, stride, pad }) => {
      const [inputs, outputs] = channels;
      const image = random([3, ...size, inputs], 'image');
      const filter = random([kernel, kernel, inputs, outputs], 'filter');
      const apply = (x: Tensor, w: Tensor): Tensor => conv2d(x as Tensor4D, w as Tensor4D, stride, pad);
      const errors = relativeErrors([image, filter], ([x, w]) => {
        const y = apply(x as Tensor, w as Tensor);
        // A slope of its own for every output: the forward result itself.
        const backward = grads((a, b) => sum(mul(apply(a as Tensor, b as Tensor), y)))([x as Tensor, w as Tensor]);
        return [y, ...backward];
      });
      expect(errors).toHaveLength(3);
      for (const error of errors) expect(error).toBeLessThan(1e-5);
    },
  );

  it('refuses what it does not do instead of doing it wrong', () => {
    relativeErrors([random([1, 8, 8, 2], 'image'), random([3, 3, 2, 2], 'filter')], ([x, w]) => {
      expect(() => conv2d(x as Tensor4D, w as Tensor4D, 1, 'same', 'NCHW').dispose()).toThrow();
      return [];
    });
  });
});
