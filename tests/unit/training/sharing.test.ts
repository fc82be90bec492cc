/** Sizes compared one by one stand together, as long as they are of the same weights. */
import { expect, test } from 'vitest';
import type { PublishedSharing } from '../../../src/model/manifest';
import { mergedPsnr } from '../../../training/sharing/merge';

const figure = (codebook: number, shared = 20) => ({ codebook, shared, alone: shared + 0.1 });
const sharing = (...psnr: PublishedSharing['psnr']): PublishedSharing => ({
  command: 'npm run compare:sharing',
  steps: 100,
  batch: 16,
  seed: 1,
  weights: 'a'.repeat(64),
  psnr,
});

test('what was measured before is kept, in order of size', () => {
  const both = mergedPsnr(sharing(figure(16), figure(1024)), sharing(figure(128)));
  expect(both.map(({ codebook }) => codebook)).toEqual([16, 128, 1024]);
});

test('what is measured again replaces what was known', () => {
  expect(mergedPsnr(sharing(figure(16), figure(128)), sharing(figure(16, 21)))).toEqual([figure(16, 21), figure(128)]);
});

test.each([
  ['other weights', { weights: 'b'.repeat(64) }],
  ['another length', { steps: 200 }],
  ['other batches', { batch: 8 }],
  ['another seed', { seed: 2 }],
])('figures of %s go', (_, change) => {
  expect(mergedPsnr({ ...sharing(figure(16)), ...change }, sharing(figure(128)))).toEqual([figure(128)]);
});

test('nothing known before leaves what was found', () => {
  expect(mergedPsnr(undefined, sharing(figure(128)))).toEqual([figure(128)]);
});
