/** The address: what it may say, what is refused, and how it is written. */
import { expect, test } from 'vitest';
import { readAddress, writeAddress } from '../../../src/app/address';

test('reads every parameter', () => {
  expect(readAddress('?lang=zh&sample=1F43A.twemoji&k=64&grid=8&backend=wasm')).toEqual({
    address: { lang: 'zh', sample: { concept: '1F43A', artist: 'twemoji' }, k: 64, grid: 8, backend: 'wasm' },
    rejected: [],
  });
});

test('absent parameters are absent, and foreign ones are nobody’s business', () => {
  expect(readAddress('')).toEqual({ address: {}, rejected: [] });
  expect(readAddress('?utm=x&k=inf')).toEqual({ address: { k: 'inf' }, rejected: [] });
});

test('a sample is a hexcode, with or without an artist, in either case', () => {
  expect(readAddress('?sample=1f408-200d-2b1b').address.sample).toEqual({ concept: '1F408-200D-2B1B' });
});

test('a concept looked for is a hexcode in either case', () => {
  expect(readAddress('?like=1f408-200d-2b1b').address.like).toBe('1F408-200D-2B1B');
});

test.each([
  ['lang', 'fr'],
  ['sample', '../../etc'],
  ['sample', 'apple'],
  ['sample', ''],
  ['k', '3'],
  ['k', '2048'],
  ['k', '-1'],
  ['k', ''],
  ['grid', '16x16'],
  ['backend', 'webgpu'],
])('%s=%s is refused and named', (name, value) => {
  const { address, rejected } = readAddress(`?${new URLSearchParams({ [name]: value })}`);
  expect(address).toEqual({});
  expect(rejected).toEqual([{ name, value }]);
});

test('a bad value leaves the good ones alone', () => {
  expect(readAddress('?k=7&grid=8')).toEqual({ address: { grid: 8 }, rejected: [{ name: 'k', value: '7' }] });
  expect(readAddress('?k=16&grid=8&k=32')).toEqual({ address: { grid: 8 }, rejected: [{ name: 'k', value: '16, 32' }] });
  expect(readAddress('?k=16&k=16')).toEqual({ address: { k: 16 }, rejected: [] });
});

test('writes changes and removes what is undefined, keeping the rest', () => {
  const query = writeAddress('?utm=x&k=64', { k: 'inf', grid: 8, sample: { concept: '1F43A', artist: 'noto' } });
  expect(query).toBe('?utm=x&k=inf&grid=8&sample=1F43A.noto');
  expect(writeAddress(query, { k: undefined, grid: undefined, sample: undefined })).toBe('?utm=x');
  expect(writeAddress('?k=64', { k: undefined })).toBe('');
});

test('what is written is read back', () => {
  const address = { lang: 'en', sample: { concept: '1F468-200D-1F33E' }, k: 1024, grid: 16, backend: 'cpu' } as const;
  expect(readAddress(writeAddress('', address))).toEqual({ address, rejected: [] });
});

test('a batch is a seed and a size, or eight or twelve drawings by name', () => {
  expect(readAddress('?batch=7-12').address.batch).toEqual({ seed: 7, size: 12 });
  const pairs = Array.from({ length: 8 }, () => ({ concept: '1F34E', artist: 'noto-v1' }));
  const query = writeAddress('', { batch: { pairs } });
  expect(readAddress(query)).toEqual({ address: { batch: { pairs } }, rejected: [] });
  expect(writeAddress('', { batch: { seed: 7, size: 12 } })).toBe('?batch=7-12');
});

test.each([
  ['batch', '7-9'],
  ['batch', '1F34E.noto_1F34E.noto'],
  ['batch', Array(8).fill('1F34E').join('_')],
  ['temperature', '0'],
  ['temperature', '2'],
  ['temperature', '1e-1'],
  ['bias', '-13'],
  ['positives', 'all'],
  ['change', 'explode'],
  ['strength', '-1'],
  ['paint', 'a b'],
  ['partner', 'wolf'],
  ['paint', 'ab.cd.ef'],
  ['entry', '1024'],
  ['entry', '3.7'],
  ['like', 'cat'],
  ['tool', 'paste'],
  ['decoder', 'closed'],
  ['move', 'between'],
  ['move', '17.-2'],
  ['view', 'both'],
  ['tell', 'psnr'],
  ['draw', 'group'],
])('%s=%s is refused', (name, value) => {
  expect(readAddress(`?${new URLSearchParams({ [name]: value })}`)).toEqual({ address: {}, rejected: [{ name, value }] });
});

test('temperature and bias come back as they were set', () => {
  const changes = { temperature: 0.0123, bias: -9.75, positives: 'concept' } as const;
  expect(readAddress(writeAddress('', changes)).address).toEqual(changes);
});

test('a change comes back with its strength', () => {
  const changes = { change: 'blur', strength: 0.75 } as const;
  expect(readAddress(writeAddress('', changes)).address).toEqual(changes);
});

test('what was painted, moved and measured comes back', () => {
  const changes = {
    ...({ paint: 'aB-_.09', entry: 1023, tool: 'flip', decoder: 'open', move: '17.-0.25' } as const),
    ...({ view: 'miss', tell: 'concept', draw: 'judge' } as const),
  };
  expect(readAddress(writeAddress('', changes))).toEqual({ address: changes, rejected: [] });
});
