/** The paint lab's state under answers that come late, fail, or are not needed, played out by hand. */
import { expect, test } from 'vitest';
import type { Picture } from '../../../src/labs/lab';
import { swapHalves } from '../../../src/labs/paint/edits';
import { createPaintStore, entryOf, type Opened, packedOf } from '../../../src/labs/paint/store';
import type { RgbImage } from '../../../src/model/types';
import { createFakeClient } from '../compare/fake-client';

const CELLS = 64;
const image = (shade: number): RgbImage => ({ width: 64, height: 64, data: new Uint8Array(64 * 64 * 3).fill(shade) });
const picture = (shade: number): Picture => ({ kind: 'sample', concept: '1F431', artist: 'noto', image: image(shade) });
const partner = (shade: number) => ({ concept: '1F436', image: image(shade) });
const OPENED: Opened = { picture: picture(1), partner: partner(2), settings: { grid: 8, codebook: 16 } };

const codes = (own: number, other: number) => ({
  grid: 8,
  codebook: 16,
  models: { understanding: { id: 'contrastive', sha256: 'a' }, generation: { id: 'vqvae-8', sha256: 'b' } },
  images: [own, other].map((token) => ({
    embedding: new Float32Array(4),
    tokens: new Uint16Array(CELLS).fill(token),
    latents: new Float32Array(),
  })),
  entries: new Float32Array(16 * 4),
  codeDim: 4,
});
/** A picture each of as many pixels as matter here, told apart by a level. */
const drawings = (...levels: number[]) => ({ drawings: levels.map((level) => new Uint8Array(12).fill(level)) });

async function opened(changes: Partial<Opened> = {}) {
  const { client, calls, last } = createFakeClient();
  const store = createPaintStore(async () => client);
  store.getState().open({ ...OPENED, ...changes });
  await Promise.resolve();
  await last().answer(codes(1, 2));
  return { store, calls, last };
}
const asked = (call: { readonly arguments: readonly unknown[] }) => (call.arguments[1] as readonly unknown[]).length;

test('opens with both pictures decoded, and the other one’s entry on the brush', async () => {
  const { store, last } = await opened();
  expect(last().operation).toBe('draw');
  expect(asked(last())).toBe(2);
  await last().answer(drawings(10, 20));
  const { shown, progress } = store.getState();
  expect(progress).toEqual({ state: 'ready' });
  expect([shown?.before.pixels[0], shown?.after.pixels[0], shown?.other.pixels[0]]).toEqual([10, 10, 20]);
  expect(entryOf(store.getState())).toBe(2);
});

test('an edit costs one decoding, going back none', async () => {
  const { store, calls, last } = await opened();
  await last().answer(drawings(10, 20));
  store.getState().edit({ tokens: new Uint16Array(CELLS).fill(3) });
  await Promise.resolve();
  expect(asked(last())).toBe(1);
  await last().answer(drawings(30));
  expect([store.getState().shown?.before.pixels[0], store.getState().shown?.after.pixels[0]]).toEqual([10, 30]);
  const count = calls.length;
  store.getState().undo();
  await Promise.resolve();
  expect(calls).toHaveLength(count);
  expect(store.getState().shown?.after.pixels[0]).toBe(10);
});

test('what a stroke passes is shown while it goes on; only its end is ready', async () => {
  const { store, last } = await opened();
  await last().answer(drawings(10, 20));
  store.getState().edit({ tokens: new Uint16Array(CELLS).fill(3) });
  await Promise.resolve();
  const first = last();
  store.getState().amend({ tokens: new Uint16Array(CELLS).fill(4) });
  await Promise.resolve();
  const second = last();
  await first.answer(drawings(30));
  expect(store.getState()).toMatchObject({ progress: { state: 'running' } });
  await second.answer(drawings(40));
  expect(store.getState()).toMatchObject({ progress: { state: 'ready' } });
  expect(store.getState().shown?.before.pixels[0]).toBe(10);
  expect(store.getState().shown?.after.pixels[0]).toBe(40);
});

test('what comes after the reader has gone back is not shown', async () => {
  const { store, last } = await opened();
  await last().answer(drawings(10, 20));
  store.getState().edit({ tokens: new Uint16Array(CELLS).fill(3) });
  await Promise.resolve();
  const late = last();
  store.getState().undo();
  await late.answer(drawings(30));
  expect(store.getState().shown?.after.pixels[0]).toBe(10);
  expect(store.getState().progress).toEqual({ state: 'ready' });
  store.getState().redo();
  expect(store.getState().shown?.after.pixels[0]).toBe(30);
});

test('a failure of what the reader has gone back from is not told', async () => {
  const { store, last } = await opened();
  await last().answer(drawings(10, 20));
  store.getState().edit({ tokens: new Uint16Array(CELLS).fill(3) });
  await Promise.resolve();
  const late = last();
  store.getState().reset();
  await late.fail({ code: 'out-of-memory' });
  expect(store.getState().progress).toEqual({ state: 'ready' });
});

test('codes of an image that is no longer wanted are dropped', async () => {
  const { store, calls } = await opened();
  store.getState().open({ ...OPENED, picture: picture(5) });
  await Promise.resolve();
  store.getState().open({ ...OPENED, picture: picture(6) });
  await Promise.resolve();
  const [late, wanted] = calls.filter(({ operation }) => operation === 'codes').slice(-2);
  await wanted?.answer(codes(6, 2));
  await late?.answer(codes(5, 2));
  expect(store.getState().ground?.picture.image.data[0]).toBe(6);
});

test('another partner leaves what was painted; another codebook begins anew', async () => {
  const { store, last } = await opened();
  store.getState().edit({ tokens: new Uint16Array(CELLS).fill(3) });
  store.getState().open({ ...OPENED, partner: partner(9) });
  await Promise.resolve();
  await last().answer(codes(1, 9));
  expect(store.getState().history.present.tokens[0]).toBe(3);
  expect(store.getState().history.present.other[0]).toBe(9);
  store.getState().open({ ...OPENED, settings: { grid: 8, codebook: 4 } });
  await Promise.resolve();
  await last().answer(codes(1, 2));
  expect(store.getState().history.present.tokens[0]).toBe(1);
});

test('an entry of a larger codebook is the last of a smaller one, and itself again when that comes back', async () => {
  const { store, last } = await opened();
  const open = async (codebook: 4 | 16) => {
    store.getState().open({ ...OPENED, settings: { grid: 8, codebook } });
    await Promise.resolve();
    await last().answer(codes(1, 2));
  };
  store.getState().pick(15);
  await open(4);
  expect(entryOf(store.getState())).toBe(3);
  await open(16);
  expect(entryOf(store.getState())).toBe(15);
});

test('what was painted on a picture is there again when the picture comes back, until it is reset', async () => {
  const { store, last } = await opened();
  const open = async (shade: number, own: number) => {
    store.getState().open({ ...OPENED, picture: picture(shade) });
    await Promise.resolve();
    await last().answer(codes(own, 2));
  };
  store.getState().edit({ tokens: new Uint16Array(CELLS).fill(3) });
  await open(6, 5);
  expect(store.getState().history.present.tokens[0]).toBe(5);
  // The same pixels, fetched anew.
  await open(1, 1);
  expect(store.getState().history.present.tokens[0]).toBe(3);
  store.getState().undo();
  expect(store.getState().history.present.tokens[0]).toBe(1);
  store.getState().redo();
  store.getState().reset();
  await open(6, 5);
  await open(1, 1);
  expect(store.getState().history.present.tokens[0]).toBe(1);
});

test('what the address tells is painted once, and can be taken back', async () => {
  const first = await opened();
  first.store.getState().edit({ tokens: new Uint16Array(CELLS).fill(7) });
  const packed = packedOf(first.store.getState());
  const { store } = await opened({ packed });
  expect(store.getState().history.present.tokens[5]).toBe(7);
  store.getState().undo();
  expect(store.getState().history.present.tokens[5]).toBe(1);
  expect(packedOf(store.getState())).toBeUndefined();
});

test('of the reader’s own picture the address tells nothing, neither painted nor swapped', async () => {
  const { store } = await opened({ picture: { kind: 'own', name: 'cat.jpg', image: image(1) } });
  const { present } = store.getState().history;
  store.getState().edit({ tokens: present.tokens.with(5, 7) });
  expect(packedOf(store.getState())).toBeUndefined();
  store.getState().edit(swapHalves(present, 'left', 8));
  expect(packedOf(store.getState())).toBeUndefined();
});

test('a failure is told, and trying again goes on from there', async () => {
  const { store, last } = await opened();
  await last().fail({ code: 'out-of-memory' });
  expect(store.getState().progress).toEqual({ state: 'failed', failure: { code: 'out-of-memory' } });
  store.getState().catchUp();
  await Promise.resolve();
  await last().answer(drawings(10, 20));
  expect(store.getState().progress).toEqual({ state: 'ready' });
});
