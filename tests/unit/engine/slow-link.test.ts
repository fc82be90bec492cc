/** A start on a slow link, with fake workers: files may take their time, silence and computing may not. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEngineClient } from '../../../src/engine/client';
import type { EngineStatus } from '../../../src/engine/protocol';
import { fakeSpawn, INFO } from './fake-engine';

function open() {
  const { workers, spawn } = fakeSpawn();
  const states: EngineStatus[] = [];
  createEngineClient({ baseUrl: 'http://localhost/' }, spawn).subscribe((status) => states.push(status));
  return { workers, states, last: () => workers.at(-1)! };
}

/** Lets promises and timers of up to `ms` run. */
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a slow link', () => {
  const WEIGHTS = { kind: 'stage', stage: 'weights', isFetching: true } as const;

  it.each([WEIGHTS, { kind: 'stage', stage: 'webgl', isFetching: true }] as const)(
    'is waited for as long as something comes: $stage',
    async (stage) => {
      const { workers, last, states } = open();
      await pass();
      last().tell(stage);
      for (let minute = 0; minute < 10; minute++) {
        await pass(59_999);
        last().tell({ kind: 'news' });
      }
      expect(workers).toHaveLength(1);
      last().take('start').answer(INFO);
      await pass();
      expect(states.map(({ state }) => state)).toEqual(['starting', 'ready']);
    },
  );

  it('on which nothing comes any more is tried again with another worker, and not for ever', async () => {
    const { workers, last, states } = open();
    await pass();
    for (let tries = 1; tries <= 5; tries++) {
      expect(workers).toHaveLength(tries);
      last().tell(WEIGHTS);
      last().tell({ kind: 'news' });
      await pass(59_999);
      expect(last().terminated).toBe(false);
      await pass(1);
      expect(workers[tries - 1]?.terminated).toBe(true);
      await pass(2_000);
    }
    expect(workers).toHaveLength(5);
    expect(states.at(-1)).toMatchObject({ state: 'failed', failure: { code: 'worker-crashed' } });
  });

  it('is not held against a backend whose code does not come', async () => {
    const { workers, last, states } = open();
    await pass();
    last().tell({ kind: 'stage', stage: 'webgl', isFetching: true });
    await pass(60_000);
    expect(workers).toHaveLength(2);
    expect(last().options?.skip).toEqual([]);
    expect(states.at(-1)).toMatchObject({ state: 'recovering', cause: { code: 'script-missing' } });
  });

  it('gives a backend no more time to compute', async () => {
    const { workers, last } = open();
    await pass();
    last().tell({ kind: 'stage', stage: 'webgl', isFetching: true });
    last().tell({ kind: 'stage', stage: 'webgl', isFetching: false });
    await pass(7_999);
    last().tell({ kind: 'news' });
    await pass(1);
    expect(workers).toHaveLength(2);
    expect(last().options?.skip).toMatchObject([{ backend: 'webgl', outcome: 'timed-out' }]);
  });
});
