/** What a start tells the page of itself: whether it computes or waits for files, and that they come. */
import { afterEach, expect, it, vi } from 'vitest';
import { start } from '../../../src/engine/handlers/start';
import type { EngineEvent } from '../../../src/engine/protocol';
import { createFixtureSite } from './fixture-site';
import { BASE_URL, serveSite } from './serve-site';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('tells what it waits for, and that something came', async () => {
  // Other test files of this process have the whole CPU backend registered, which tfjs remarks on.
  vi.spyOn(console, 'warn').mockReturnValue();
  serveSite(createFixtureSite('lean'));
  const events: EngineEvent[] = [];
  await start({ baseUrl: BASE_URL, backend: 'cpu', grid: 16, skip: [] }, (event) => events.push(event));
  expect(events.filter(({ kind }) => kind === 'news').length).toBeGreaterThan(0);
  expect(events.filter(({ kind }) => kind === 'stage')).toEqual([
    { kind: 'stage', stage: 'cpu', isFetching: false },
    { kind: 'stage', stage: 'cpu', isFetching: true },
    { kind: 'stage', stage: 'cpu', isFetching: false },
    { kind: 'stage', stage: 'weights', isFetching: true },
    { kind: 'stage', stage: 'warm-up', isFetching: false },
  ]);
});
