/** A lab that stands beside the text gives way to what takes the page's whole width. */
import { expect, test } from 'vitest';
import { pushOf } from '../../../src/app/use-dock-push';

const DOCK = { top: 50, bottom: 850 };
const LINE = 360;

test('it stays while nothing comes near', () => {
  expect(pushOf(DOCK, [], LINE)).toBe(0);
  expect(
    pushOf(
      DOCK,
      [
        { top: -900, bottom: 0 },
        { top: 900, bottom: 2_000 },
      ],
      LINE,
    ),
  ).toBe(0);
});

test('what comes from below pushes it up, and what leaves above draws it down, a gap apart', () => {
  const up = pushOf(DOCK, [{ top: 600, bottom: 1_800 }], LINE);
  expect(DOCK.bottom + up).toBeLessThan(600);
  expect(up).toBeGreaterThan(-400);
  const down = pushOf(DOCK, [{ top: -700, bottom: 300 }], LINE);
  expect(DOCK.top + down).toBeGreaterThan(300);
  expect(down).toBeLessThan(400);
});

test('it moves without a leap as the reader scrolls', () => {
  const at = (top: number) => pushOf(DOCK, [{ top, bottom: top + 1_000 }], LINE);
  for (let top = 1_000; top > LINE + 1; top--) expect(Math.abs(at(top) - at(top - 1))).toBeLessThanOrEqual(1);
});
