/** Which sample a name stands for, and that some stand for none. */
import { expect, test } from 'vitest';
import { findSample } from '../../../src/labs/shared/find-sample';
import { samplesOf } from './samples';

const samples = samplesOf({ '1F431': ['noto', 'twemoji'], '1F436': ['noto'] });

test('a concept is found, with or without an artist who drew it', () => {
  expect(findSample(samples, { concept: '1F436' })).toBe(samples.concepts[1]);
  expect(findSample(samples, { concept: '1F431', artist: 'twemoji' })).toBe(samples.concepts[0]);
});

test('a concept that nobody drew, and one that the artist did not draw, are no sample', () => {
  expect(findSample(samples, { concept: '1F999' })).toBeUndefined();
  expect(findSample(samples, { concept: '1F999', artist: 'noto' })).toBeUndefined();
  expect(findSample(samples, { concept: '1F436', artist: 'twemoji' })).toBeUndefined();
});
