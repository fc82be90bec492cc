import { matMul, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { initWasm } from '../../../training/runtime/wasm';
import { random, relativeErrors } from './on-both';

beforeAll(initWasm);

const FLAGS = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
] as const;

/** [outer of a, outer of b, m, k, n]: odd sizes, tiles without remainder, more than one block of k, single rows and columns. */
const SIZES = [
  [[], [], 5, 7, 9],
  [[], [], 8, 16, 24],
  [[], [], 1, 3, 1],
  [[], [], 37, 611, 13],
  [[3], [3], 6, 5, 11],
  [[2, 3], [2, 3], 4, 8, 8],
  [[3], [1], 5, 6, 7],
  [[1], [3], 5, 6, 7],
] as const;

describe('matrix products agree with the cpu backend', () => {
  it.each(SIZES)('outer %j × %j, %i×%i×%i', (aOuter, bOuter, m, k, n) => {
    for (const [transposeA, transposeB] of FLAGS) {
      const a = random([...aOuter, ...(transposeA ? [k, m] : [m, k])], 'a');
      const b = random([...bOuter, ...(transposeB ? [n, k] : [k, n])], 'b');
      const [error] = relativeErrors([a, b], ([x, y]) => [matMul(x as Tensor, y as Tensor, transposeA, transposeB)]);
      expect(error).toBeLessThan(1e-5);
    }
  });
});
