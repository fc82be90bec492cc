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
