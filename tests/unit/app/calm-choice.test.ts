/** How a lab follows the shared choice: at once in sight, at rest out of sight. */
import { beforeEach, expect, test, vi } from 'vitest';
import { createCalmChoice } from '../../../src/app/calm-choice';
import { createSharedChoice } from '../../../src/app/chosen';
import type { SamplePicture } from '../../../src/labs/lab';

const PICTURE: SamplePicture = {
  kind: 'sample',
  concept: '1F34E',
  artist: 'noto',
  image: { width: 64, height: 64, data: new Uint8Array(64 * 64 * 3) },
};

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function followed(isInSight: boolean) {
  const shared = createSharedChoice({}, () => undefined);
  const calm = createCalmChoice(shared, isInSight);
  const heard: unknown[] = [];
  const stop = calm.subscribe(() => heard.push(calm.get().settings.codebook));
  return { shared, calm, heard, stop };
}

test('in sight it follows at once', () => {
  const { shared, heard } = followed(true);
  shared.begin(PICTURE);
  shared.choose({ codebook: 4 });
  expect(heard).toEqual([128, 4]);
});

test('out of sight it learns of the first picture at once, of a drag when it has ended, and that once', () => {
  const { shared, calm, heard } = followed(false);
  shared.begin(PICTURE);
  expect(heard).toEqual([128]);
  for (const codebook of [64, 32, 16] as const) {
    shared.choose({ codebook });
    vi.advanceTimersByTime(100);
  }
  expect(heard).toEqual([128]);
  expect(calm.get().settings.codebook).toBe(128);
  vi.advanceTimersByTime(300);
  expect(heard).toEqual([128, 16]);
  expect(calm.get().settings.codebook).toBe(16);
});

test('coming into sight it learns at once what it has missed', () => {
  const { shared, calm, heard } = followed(false);
  shared.begin(PICTURE);
  shared.choose({ codebook: 2 });
  calm.setInSight(true);
  expect(heard).toEqual([128, 2]);
  vi.advanceTimersByTime(1_000);
  expect(heard).toEqual([128, 2]);
});

test('the settings that the page opened with stay known', () => {
  const { shared, calm } = followed(true);
  shared.choose({ codebook: 4, grid: 8 });
  expect(calm.first).toEqual({ grid: 16, codebook: 128 });
  expect(createSharedChoice({ k: 'inf', grid: 8 }, () => undefined).first).toEqual({ grid: 8, codebook: 'inf' });
});

test('what it chooses itself is chosen for all, and known to it when nobody listens', () => {
  const { shared, calm, stop } = followed(false);
  calm.choose({ grid: 8 });
  expect(shared.get().settings.grid).toBe(8);
  stop();
  expect(calm.get()).toBe(shared.get());
});
