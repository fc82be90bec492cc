import { expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { vqvaeConfig } from '../../../src/model/vqvae/config';
import { sizesOfStep } from '../../../src/model/vqvae/objective';

test('every codebook size has its turns, the larger ones more of them, whatever the workers', () => {
  const config = vqvaeConfig(16);
  const [groups, steps] = [4, 85];
  for (const workers of [1, 2]) {
    const counts = new Map<number | string, number>();
    for (let step = 0; step < steps / workers; step++)
      for (let rank = 0; rank < workers; rank++)
        for (const size of sizesOfStep(config, step, groups, rank, workers, createRng(1)))
          counts.set(size, (counts.get(size) ?? 0) + 1);
    const of = (size: number | string): number => counts.get(size) ?? 0;
    for (const size of config.codebooks) expect(of(size)).toBeGreaterThan(0);
    expect(of(2)).toBeLessThanOrEqual(of(64) + 1);
    expect(of(256)).toBeGreaterThan(1.5 * of(64));
    expect(of(1024)).toBeGreaterThan(1.3 * of(256));
  }
});

test('the order of a round changes from one to the next, and repeats with the seed', () => {
  const config = vqvaeConfig(8);
  const order = (step: number) => sizesOfStep(config, step, 4, 0, 1, createRng(1)).join();
  expect(new Set(Array.from({ length: 20 }, (_, step) => order(step))).size).toBeGreaterThan(10);
  expect(order(7)).toBe(order(7));
});
