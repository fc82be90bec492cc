/** Moves of the embedding: where they lead, how they are written, and which answers count. */
import { expect, test } from 'vitest';
import { createMoveStore } from '../../../src/labs/paint/move-store';
import { FIRST_AMOUNTS, FIRST_MOVE, type Move, moved, readMove, writeMove } from '../../../src/labs/paint/vectors';
import { createFakeClient } from '../compare/fake-client';

const FROM = Float32Array.of(1, 0, 0);
const TO = Float32Array.of(0, 1, 0);
const ENDS = { from: FROM, to: TO };
const drawings = (level: number) => ({ drawings: [1, level, 3].map((each) => new Uint8Array(3).fill(each)) });

test('half way between two vectors lies on the sphere', () => {
  const between: Move = { way: 'between', dimension: 0, amount: FIRST_AMOUNTS.between };
  const half = moved(FROM, TO, between);
  expect(Math.hypot(...half)).toBeCloseTo(1, 6);
  expect(half[0]).toBeCloseTo(half[1] ?? 0, 6);
  expect([...moved(FROM, TO, { ...between, amount: 1 })]).toEqual([...TO]);
});

test('it begins with one number alone', () => {
  expect(moved(FROM, TO, FIRST_MOVE)[1]).toBe(0);
});

test('along a dimension only that number grows, before all are brought to length 1', () => {
  const along = moved(FROM, TO, { way: 'along', dimension: 2, amount: 1 });
  expect(along[1]).toBe(0);
  expect(along[2]).toBeCloseTo(Math.SQRT1_2, 6);
});

test.each<Move>([
  { way: 'between', dimension: 0, amount: 0.35 },
  { way: 'along', dimension: 16, amount: -0.25 },
  { way: 'along', dimension: 0, amount: 1 },
])('$way $amount comes back from the address', (move) => {
  expect(readMove(writeMove(move), 128)).toEqual(move);
});

test.each(['', 'between', 'between.-0.5', '0.0.5', '129.0.5', '3.1.5'])('%s is no move', (text) => {
  expect(readMove(text, 128)).toBeNull();
});

test('nothing is fetched before the reader asks; then every move is drawn, and late ones are dropped', async () => {
  const { client, calls } = createFakeClient();
  const store = createMoveStore(async () => client, FIRST_MOVE);
  store.getState().start(ENDS);
  store.getState().ask({ amount: 0.25 });
  await Promise.resolve();
  expect(calls).toHaveLength(0);
  store.getState().open();
  await Promise.resolve();
  store.getState().ask({ amount: 1 });
  await Promise.resolve();
  const [first, second] = calls;
  await second?.answer(drawings(20));
  await first?.answer(drawings(10));
  expect(store.getState().shown?.moved[0]).toBe(20);
  expect(store.getState().progress).toEqual({ state: 'ready' });
});

test('put back, it is as if nobody had asked, whatever still comes', async () => {
  const { client, calls, last } = createFakeClient();
  const store = createMoveStore(async () => client, FIRST_MOVE);
  store.getState().start(ENDS);
  store.getState().ask({ amount: 0.25 });
  store.getState().open();
  await Promise.resolve();
  store.getState().reset();
  await last().answer(drawings(10));
  expect(store.getState()).toMatchObject({ progress: { state: 'idle' }, requested: FIRST_MOVE, shown: null });
  store.getState().start({ from: TO, to: FROM });
  await Promise.resolve();
  expect(calls).toHaveLength(1);
});

test('a missing decoder is told, and does not come back by itself', async () => {
  const { client, calls, last } = createFakeClient();
  const store = createMoveStore(async () => client, FIRST_MOVE);
  store.getState().start(ENDS);
  store.getState().open();
  await Promise.resolve();
  await last().fail({ code: 'weights-missing', subject: 'decoder-pooled/manifest.json' });
  expect(store.getState().progress).toMatchObject({ state: 'failed', failure: { code: 'weights-missing' } });
  store.getState().start({ from: TO, to: FROM });
  await Promise.resolve();
  expect(calls).toHaveLength(1);
});
