/** The lab's state: where the reader is comes first, known points come at once, another picture begins anew. */
import { expect, test } from 'vitest';
import type { GenerationResult, GenerationSettings } from '../../../src/engine/protocol';
import { byNearness, keyOf, PLANE } from '../../../src/labs/bits/plane';
import { createBitsStore } from '../../../src/labs/bits/store';
import type { Picture } from '../../../src/labs/lab';
import { createFakeClient, settle } from '../compare/fake-client';
import { plainImage, quantisedResult } from '../compare/results';

const picture = (level: number): Picture => ({ kind: 'own', name: `${level}`, image: plainImage(level) });

function open(settings: GenerationSettings = { grid: 8, codebook: 4 }) {
  const fake = createFakeClient();
  const store = createBitsStore({ engine: () => Promise.resolve(fake.client), settings });
  /** The settings of the call under way. */
  const asked = () => (fake.last().arguments[2] as GenerationSettings[])[0] as GenerationSettings;
  const answer = () => fake.last().answer([quantisedResult(asked())] satisfies GenerationResult[]);
  return { fake, asked, answer, state: () => store.getState() };
}

test('the point asked for is computed first, then its neighbours, until the plane is full', async () => {
  const { fake, asked, answer, state } = open();
  state().ask({ picture: picture(1) });
  await settle();
  expect(asked()).toEqual({ grid: 8, codebook: 4 });
  await answer();
  expect(state().shown?.result).toMatchObject({ grid: 8, codebook: 4 });
  const order = [keyOf(asked())];
  while (state().progress.state === 'running') {
    await answer();
    order.push(keyOf(asked()));
  }
  expect(fake.calls).toHaveLength(PLANE.length);
  expect(order.slice(0, 2).sort()).toEqual(['8/2', '8/8']);
  expect(state().progress).toEqual({ state: 'ready' });
});

test('a move goes before the rest; a point that is known needs no pass', async () => {
  const { fake, asked, answer, state } = open();
  state().ask({ picture: picture(1) });
  await settle();
  await answer();
  state().ask({ settings: { grid: 16, codebook: 256 } });
  await answer();
  expect(asked()).toEqual({ grid: 16, codebook: 256 });
  await answer();
  expect(state().shown?.result).toMatchObject({ grid: 16, codebook: 256 });
  const calls = fake.calls.length;
  state().ask({ settings: { grid: 8, codebook: 4 } });
  expect(state().shown?.result).toMatchObject({ grid: 8, codebook: 4 });
  expect(fake.calls).toHaveLength(calls);
});

test('an answer for another picture is dropped', async () => {
  const { answer, state } = open();
  state().ask({ picture: picture(1) });
  await settle();
  const next = picture(2);
  state().ask({ picture: next });
  await answer();
  expect(state().shown).toBeNull();
  await answer();
  expect(state().shown?.picture).toBe(next);
  expect(state().drawn?.points.size).toBe(1);
});

test('a failure is told and can be tried again', async () => {
  const { fake, answer, state } = open();
  state().ask({ picture: picture(1) });
  await settle();
  await fake.last().fail({ code: 'internal' });
  expect(state().progress).toMatchObject({ state: 'failed' });
  state().catchUp();
  await settle();
  await answer();
  expect(state().shown?.result).toMatchObject({ grid: 8, codebook: 4 });
});

test('what fails for a picture that is no longer asked for does not keep the next one waiting', async () => {
  const { fake, answer, state } = open();
  state().ask({ picture: picture(1) });
  await settle();
  const next = picture(2);
  state().ask({ picture: next });
  await fake.last().fail({ code: 'internal' });
  expect(state().progress).toEqual({ state: 'running' });
  await answer();
  expect(state().shown?.picture).toBe(next);
});

test('nearness goes along the grid before it changes it', () => {
  const [first, second, third] = byNearness({ grid: 16, codebook: 1024 });
  expect(first).toEqual({ grid: 16, codebook: 1024 });
  expect([second, third].map((point) => point?.grid)).toEqual([16, 16]);
  expect(
    byNearness({ grid: 16, codebook: 1024 })
      .slice(11)
      .every(({ grid }) => grid === 8),
  ).toBe(true);
});
