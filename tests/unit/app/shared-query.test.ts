/** The address follows what is chosen at once, but is never written more often than browsers allow. */
import { beforeEach, expect, test, vi } from 'vitest';
import { createSharedQuery } from '../../../src/app/shared-query';

/** Writes that a browser allows in half a minute. */
const ALLOWED = 100;

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function openQuery(opened = '') {
  let address = opened;
  const travel = (query: string) => {
    address = query;
  };
  const write = vi.fn((query: string) => {
    address = query;
  });
  return { query: createSharedQuery(() => address, write), write, travel, address: () => address };
}

test('a change is written at once, one that changes nothing is not', () => {
  const { query, write, address } = openQuery('?grid=8');
  query.change({ k: 64 });
  expect(address()).toBe('?grid=8&k=64');
  query.change({ k: 64 });
  expect(write).toHaveBeenCalledOnce();
});

test('a slider dragged for half a minute is written as often as allowed, and what it ends on is written', () => {
  const { query, write, address } = openQuery();
  for (let time = 0; time < 30_000; time += 16) {
    query.change({ temperature: (1 + (time % 98)) / 100 });
    vi.advanceTimersByTime(16);
  }
  expect(write.mock.calls.length).toBeLessThan(ALLOWED);
  query.change({ temperature: 0.5 });
  expect(query.get()).toBe('?temperature=0.5');
  vi.advanceTimersByTime(1_000);
  expect(address()).toBe('?temperature=0.5');
});

test('changes that wait keep each other, and are written when the page is left', () => {
  const { query, address } = openQuery();
  for (let step = 0; step < 50; step++) query.change({ temperature: (1 + step) / 100 });
  query.change({ k: 64 });
  query.change({ grid: 8 });
  query.flush();
  expect(address()).toBe('?temperature=0.5&k=64&grid=8');
});

test('an earlier place in the history changes nothing of what the page has', () => {
  const { query, travel, address } = openQuery('?grid=8');
  query.change({ k: 64 });
  travel('?grid=8');
  expect(query.get()).toBe('?grid=8&k=64');
  query.change({ sample: { concept: '1F34E' } });
  expect(address()).toBe('?grid=8&k=64&sample=1F34E');
});
