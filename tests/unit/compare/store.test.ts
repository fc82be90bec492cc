/** The compare view's state: what is shown belongs together, late results are dropped, failures leave the last good picture. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Failure } from '../../../src/engine/errors';
import type { GenerationSettings } from '../../../src/engine/protocol';
import { createCompareStore } from '../../../src/labs/compare/store';
import type { Picture } from '../../../src/labs/lab';
import { createFakeClient, settle } from './fake-client';
import { captionsIn, encoding, plainImage, quantisedResult } from './results';

const first: GenerationSettings = { grid: 16, codebook: 128 };
const apple: Picture = { kind: 'sample', concept: '1F34E', artist: 'noto', image: plainImage(10) };
const photo: Picture = { kind: 'own', name: 'photo.jpg', image: plainImage(90) };

let fake = createFakeClient();
const withdraw = vi.fn();
const onFailure = vi.fn<(failure: Failure) => () => void>(() => withdraw);

function openStore() {
  fake = createFakeClient();
  onFailure.mockClear();
  withdraw.mockClear();
  let clock = 0;
  return createCompareStore({
    engine: () => Promise.resolve(fake.client),
    settings: first,
    language: 'en',
    onFailure,
    now: () => ++clock,
  });
}
let store = openStore();
beforeEach(() => {
  store = openStore();
});
const state = () => store.getState();

/** Shows the apple and has it answered. */
async function showApple() {
  state().showPicture(apple);
  await settle();
  await fake.last().answer(encoding(first, 'en'));
}

test('a picture is encoded with the settings and in the language asked for', async () => {
  state().showPicture(apple);
  await settle();
  expect(fake.last().operation).toBe('encode');
  expect(fake.last().arguments).toEqual([apple.image, first, 'en']);
  expect(state()).toMatchObject({ shown: null, progress: { state: 'running' } });
  await fake.last().answer(encoding(first, 'en'));
  expect(state().shown).toMatchObject({ picture: apple, generation: { codebook: 128 }, askedAt: 1 });
  expect(state().progress).toEqual({ state: 'ready' });
});

test('new settings redraw the picture; until then the figures shown are the old ones', async () => {
  await showApple();
  state().choose({ codebook: 4 });
  await settle();
  expect(fake.last()).toMatchObject({ operation: 'regenerate', arguments: [{ grid: 16, codebook: 4 }] });
  expect(state().requested.settings.codebook).toBe(4);
  expect(state().shown?.generation.codebook).toBe(128);
  await fake.last().answer(quantisedResult({ grid: 16, codebook: 4 }));
  expect(state().shown).toMatchObject({ picture: apple, generation: { codebook: 4 }, askedAt: 2 });
});

test('choosing what is chosen asks for nothing', async () => {
  await showApple();
  state().choose({ codebook: 128 });
  await settle();
  expect(fake.calls).toHaveLength(1);
});

test('of a dragged slider, frames on the way are shown and superseded ones are not', async () => {
  await showApple();
  state().choose({ codebook: 64 });
  state().choose({ codebook: 32 });
  state().choose({ codebook: 16 });
  await settle();
  const [, on64, on32, on16] = fake.calls;
  await on64!.answer(quantisedResult({ grid: 16, codebook: 64 }));
  expect(state()).toMatchObject({ shown: { generation: { codebook: 64 } }, progress: { state: 'running' } });
  await on32!.answer('superseded');
  await on16!.answer(quantisedResult({ grid: 16, codebook: 16 }));
  expect(state()).toMatchObject({ shown: { generation: { codebook: 16 } }, progress: { state: 'ready' } });
});

test('a result that comes after a later one is dropped', async () => {
  await showApple();
  state().choose({ codebook: 64 });
  state().choose({ codebook: 32 });
  await settle();
  await fake.calls[2]!.answer(quantisedResult({ grid: 16, codebook: 32 }));
  await fake.calls[1]!.answer(quantisedResult({ grid: 16, codebook: 64 }));
  expect(state().shown?.generation.codebook).toBe(32);
});

test('a redrawing of the picture before is dropped once another one is asked for', async () => {
  await showApple();
  state().choose({ codebook: 64 });
  state().showPicture(photo);
  await settle();
  await fake.calls[1]!.answer(quantisedResult({ grid: 16, codebook: 64 }));
  expect(state().shown).toMatchObject({ picture: apple, generation: { codebook: 128 } });
  await fake.calls[2]!.answer(encoding({ grid: 16, codebook: 64 }, 'en'));
  expect(state().shown).toMatchObject({ picture: photo, generation: { codebook: 64 } });
});

test('settings changed while a picture is being encoded go with the picture', async () => {
  await showApple();
  state().showPicture(photo);
  await settle();
  state().choose({ grid: 8 });
  await settle();
  expect(fake.last()).toMatchObject({ operation: 'encode', arguments: [photo.image, { grid: 8, codebook: 128 }, 'en'] });
});

test('a failure is reported once and leaves the last good picture', async () => {
  await showApple();
  state().showPicture(photo);
  await settle();
  await fake.last().fail({ code: 'context-lost' });
  expect(onFailure.mock.calls).toEqual([[{ code: 'context-lost' }]]);
  expect(state()).toMatchObject({ shown: { picture: apple }, progress: { state: 'failed' } });
});

test('a failure that a newer request has overtaken is not reported', async () => {
  await showApple();
  state().choose({ codebook: 64 });
  state().choose({ codebook: 32 });
  await settle();
  await fake.calls[1]!.fail({ code: 'internal' });
  expect(onFailure).not.toHaveBeenCalled();
});

test('after a failure it catches up with what was asked for, and only then', async () => {
  await showApple();
  state().catchUp();
  await settle();
  expect(fake.calls).toHaveLength(1);
  state().showPicture(photo);
  await settle();
  await fake.last().fail({ code: 'worker-crashed' });
  state().catchUp();
  await settle();
  expect(withdraw).not.toHaveBeenCalled();
  await fake.last().answer(encoding(first, 'en'));
  expect(state()).toMatchObject({ shown: { picture: photo }, progress: { state: 'ready' } });
  expect(withdraw).toHaveBeenCalledOnce();
});

test('another language brings other captions and nothing else', async () => {
  await showApple();
  const before = state().shown;
  state().speak('zh');
  await settle();
  expect(fake.last()).toMatchObject({ operation: 'captions', arguments: ['zh'] });
  expect(state().shown).toBe(before);
  await fake.last().answer(captionsIn('zh'));
  expect(state().shown?.understanding.captions).toEqual(captionsIn('zh'));
  expect(state().shown?.generation).toBe(before?.generation);
});

test('a language chosen during an encoding is caught up with after it', async () => {
  state().showPicture(apple);
  await settle();
  state().speak('zh');
  await fake.last().answer(encoding(first, 'en'));
  expect(fake.last()).toMatchObject({ operation: 'captions', arguments: ['zh'] });
});

test('captions in a language that the reader has left again are dropped', async () => {
  await showApple();
  state().speak('zh');
  await settle();
  const late = fake.last();
  state().speak('en');
  await late.answer(captionsIn('zh'));
  expect(state().shown?.understanding.captions).toEqual(captionsIn('en'));
});

test('captions of the picture before are dropped', async () => {
  await showApple();
  state().speak('zh');
  await settle();
  const late = fake.last();
  state().showPicture(photo);
  await settle();
  await fake.last().answer(encoding(first, 'zh'));
  await late.answer(captionsIn('en'));
  expect(state().shown?.understanding.captions).toEqual(captionsIn('zh'));
});

test('distances belong to the result they were asked for', async () => {
  await showApple();
  const generation = state().shown?.generation;
  state().measure(7);
  await settle();
  expect(fake.last()).toMatchObject({ operation: 'distances', arguments: [7] });
  await fake.last().answer(Float32Array.from([1, 2]));
  expect(state().distances).toEqual({ generation, cell: 7, values: Float32Array.from([1, 2]) });
});

test('distances that arrive for another result are dropped', async () => {
  await showApple();
  state().measure(7);
  await settle();
  const late = fake.last();
  state().choose({ codebook: 4 });
  await settle();
  await fake.last().answer(quantisedResult({ grid: 16, codebook: 4 }));
  await late.answer(Float32Array.from([1, 2]));
  expect(state().distances).toBeNull();
});

test('without a codebook there is nothing to measure', async () => {
  state().choose({ codebook: 'inf' });
  state().showPicture(apple);
  await settle();
  await fake.last().answer(encoding({ grid: 16, codebook: 'inf' }, 'en'));
  state().measure(7);
  await settle();
  expect(fake.calls.map(({ operation }) => operation)).toEqual(['encode']);
});
