/** What the address asks of the gallery, and what of it the gallery does not have. */
import { expect, test } from 'vitest';
import { openedLit } from '../../../src/labs/find/lit';
import { PICTURE, sharedQuery } from '../../../src/labs/find/query';
import { rejectedOf } from '../../../src/labs/find/rejected';
import type { SharedState } from '../../../src/labs/lab';
import type { Gallery } from '../../../src/labs/shared/files';

const gallery = {
  concepts: [{ concept: '1F600' }, { concept: '1F431' }],
  attributions: [{ id: 'noto' }, { id: 'twemoji' }],
} as unknown as Gallery;

test('a drawing is lit by its concept, and by its artist where one is named', () => {
  expect(openedLit({ concept: '1F431' }, gallery)).toEqual({ row: 1 });
  expect(openedLit({ concept: '1F431', artist: 'twemoji' }, gallery)).toEqual({ row: 1, artist: 'twemoji' });
  expect(openedLit({ concept: '1F999' }, gallery)).toBeNull();
  expect(openedLit({ concept: '1F431', artist: 'nobody' }, gallery)).toBeNull();
});

test.each<SharedState>([
  { like: '1F999' },
  { phrase: '  ' },
  { lit: { concept: '1F999' } },
  { lit: { concept: '1F431', artist: 'nobody' } },
  { like: '1F999', lit: { concept: '1F999', artist: 'noto' } },
])('%o is rejected', (opened) => {
  expect(rejectedOf(opened, gallery)).toEqual(opened);
});

test.each<SharedState>([
  {},
  { phrase: 'blorf' },
  { like: '1F431', lit: { concept: '1F600' } },
  { lit: { concept: '1F431', artist: 'noto' } },
  { sample: { concept: '1F999' } },
])('%o is not', (opened) => {
  expect(rejectedOf(opened, gallery)).toEqual({});
});

test('beside a phrase that is looked for, a concept that the gallery has not is still told', () => {
  expect(rejectedOf({ phrase: 'cat', like: '1F999' }, gallery)).toEqual({ like: '1F999' });
});

test('what the lab writes itself is not rejected', () => {
  for (const query of [PICTURE, { kind: 'phrase', text: '红色的车' }, { kind: 'drawing', row: 1 }] as const) {
    const { phrase, like } = sharedQuery(query, gallery.concepts);
    expect(rejectedOf({ ...(phrase ? { phrase } : {}), ...(like ? { like } : {}) }, gallery)).toEqual({});
  }
});
