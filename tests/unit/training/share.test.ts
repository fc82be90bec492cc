/** How batches are dealt to workers on machines of many sizes. */
import { expect, test } from 'vitest';
import { mostWorkers, shareOf } from '../../../training/recipes/share';
import { workersFor } from '../../../training/runtime/workers-for';

const CORES = [1, 2, 3, 4, 6, 8, 16];
const vqvae = { model: 'vqvae-16', batch: 16, steps: 100 } as const;
const contrastive = { model: 'contrastive', batch: 96, steps: 100 } as const;

test('the default number of workers is the largest up to the cores that the batch can be dealt to', () => {
  expect(CORES.map((cores) => mostWorkers(vqvae, cores))).toEqual([1, 2, 2, 4, 4, 4, 4]);
  expect([...CORES, 5, 7].map((cores) => mostWorkers(contrastive, cores))).toEqual([1, 2, 3, 4, 6, 8, 16, 4, 6]);
  expect(workersFor([16, 24], 6)).toBe(4);
});

test('a batch that cannot be dealt is refused, by one worker too', () => {
  expect(shareOf(vqvae, 2)).toBe(8);
  expect(shareOf(contrastive, 3)).toBe(32);
  expect(() => shareOf(vqvae, 3)).toThrow('the batch of 16 does not divide into 3 workers × 4 groups');
  expect(() => shareOf(contrastive, 5)).toThrow('the batch of 96 does not divide into 5 workers');
  const odd = { ...vqvae, batch: 6 };
  expect(() => shareOf(odd, mostWorkers(odd, 4))).toThrow(/does not divide/);
});
