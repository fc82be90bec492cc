/** The swap's state under answers that come late or fail: drawing and telling must not hold each other up. */
import { expect, test } from 'vitest';
import type { Picture } from '../../../src/labs/lab';
import { createSwapStore, isDecoderAmiss } from '../../../src/labs/swap/store';
import { createFakeClient } from '../compare/fake-client';

const picture = (shade: number): Picture => ({
  kind: 'own',
  name: `shade ${shade}`,
  image: { width: 64, height: 64, data: new Uint8Array(64 * 64 * 3).fill(shade) },
});
const MISSING = { code: 'weights-missing', subject: 'decoder-pooled/manifest.json' } as const;

async function asked(first: Picture) {
  const { client, calls } = createFakeClient();
  const store = createSwapStore(async () => client, 'en');
  store.getState().ask({ picture: first });
  await Promise.resolve();
  const last = (operation: 'swap' | 'rank') => calls.filter((call) => call.operation === operation).at(-1);
  const count = (operation: 'swap' | 'rank') => calls.filter((call) => call.operation === operation).length;
  return { store, last, count };
}

test('a picture is drawn and told at once, and either answer is shown when it comes', async () => {
  const first = picture(1);
  const { store, last } = await asked(first);
  await last('rank')?.answer({ embedding: new Float32Array() });
  expect(store.getState().told).toMatchObject({ progress: { state: 'ready' }, shown: { picture: first } });
  expect(store.getState().drawn).toMatchObject({ progress: { state: 'running' }, shown: null });
  await last('swap')?.answer([]);
  expect(store.getState().drawn.shown).toEqual({ picture: first, result: [] });
});

test('an answer about a picture that is no longer asked for is dropped', async () => {
  const { store, last } = await asked(picture(1));
  const late = last('swap');
  const second = picture(2);
  store.getState().ask({ picture: second });
  await Promise.resolve();
  await late?.answer(['late']);
  expect(store.getState().drawn.shown).toBeNull();
  await last('swap')?.answer([]);
  expect(store.getState().drawn.shown?.picture).toBe(second);
});

test('without decoders telling goes on, and they are not asked for again before the reader tries', async () => {
  const { store, last, count } = await asked(picture(1));
  await last('swap')?.fail(MISSING);
  expect(isDecoderAmiss(store.getState().drawn)).toBe(true);
  store.getState().ask({ picture: picture(2) });
  await Promise.resolve();
  expect([count('swap'), count('rank')]).toEqual([1, 2]);
  await last('rank')?.answer({});
  expect(store.getState().told.progress).toEqual({ state: 'ready' });
  store.getState().catchUp();
  await Promise.resolve();
  expect([count('swap'), count('rank')]).toEqual([2, 2]);
});

test('a failure of another kind is no reason to stop asking', async () => {
  const { store, last, count } = await asked(picture(1));
  await last('swap')?.fail({ code: 'out-of-memory' });
  expect(isDecoderAmiss(store.getState().drawn)).toBe(false);
  store.getState().ask({ picture: picture(2) });
  await Promise.resolve();
  expect(count('swap')).toBe(2);
});

test('another language asks for its captions and draws nothing anew', async () => {
  const { store, last, count } = await asked(picture(1));
  store.getState().ask({ language: 'zh' });
  await Promise.resolve();
  expect([count('swap'), count('rank')]).toEqual([1, 2]);
  expect(last('rank')?.arguments[3]).toBe('zh');
  await last('rank')?.answer({});
  expect(store.getState().told.shown?.result.language).toBe('zh');
});
