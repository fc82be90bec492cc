/** How much two pictures differ. */
import { expect, test } from 'vitest';
import { DIFFERENCE_LIMIT, differenceLayer, differences } from '../../../src/labs/shared/pixel-difference';

test('the difference is the mean over the channels of a pixel, its layer full from the limit on', () => {
  const before = Uint8Array.from([10, 10, 10, 0, 0, 0, 200, 200, 200]);
  const after = Uint8Array.from([10, 10, 10, 3 * (DIFFERENCE_LIMIT / 4), 0, 0, 0, 0, 0]);
  expect([...differences(before, after)]).toEqual([0, DIFFERENCE_LIMIT / 4, 200]);
  expect([...differenceLayer(before, after)]).toEqual([0, 0.25, 1]);
});
