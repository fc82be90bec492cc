/** What of the address names nothing on the canvas, of the second image, and of the vector. */
import { describe, expect, test } from 'vitest';
import type { GenerationSettings } from '../../../src/engine/protocol';
import type { Picture, SharedState } from '../../../src/labs/lab';
import { pack } from '../../../src/labs/paint/packing';
import { rejectedCanvas, rejectedMove, rejectedPartner } from '../../../src/labs/paint/rejected';
import type { PaintSettings } from '../../../src/labs/paint/store';
import { FIRST_MOVE, writeMove } from '../../../src/labs/paint/vectors';
import { plainImage } from '../compare/results';
import { samplesOf } from '../labs/samples';

const SETTINGS: PaintSettings = { grid: 8, codebook: 16 };
const sample: Picture = { kind: 'sample', concept: '1F431', artist: 'noto', image: plainImage(10) };
const own: Picture = { kind: 'own', name: 'cat.jpg', image: plainImage(10) };
const tokens = (codebook: number, count = 64) => pack(new Uint16Array(count).fill(1), codebook);

interface Canvas {
  readonly picture: Picture;
  readonly settings: PaintSettings;
  readonly first: GenerationSettings;
}
const rejected = (opened: SharedState, canvas: Partial<Canvas> = {}) => {
  const { picture, settings, first } = { picture: sample, settings: SETTINGS, first: SETTINGS, ...canvas };
  return rejectedCanvas(opened, picture, settings, first);
};

describe('on the canvas', () => {
  test('tokens and an entry of its codebook stand', () => {
    expect(rejected({})).toEqual({});
    expect(rejected({ paint: tokens(16), entry: 15 })).toEqual({});
    expect(rejected({ paint: `${tokens(16)}.${tokens(16)}` })).toEqual({});
  });

  test.each<SharedState>([
    { paint: 'AAAA' },
    { paint: tokens(128) },
    { paint: tokens(16, 256) },
    { paint: `${tokens(16)}.AAAA` },
    { entry: 16 },
    { paint: 'AAAA', entry: 1023 },
  ])('%o is rejected', (opened) => {
    expect(rejected(opened)).toEqual(opened);
  });

  test('once the reader has chosen other settings, what no longer fits them is not amiss', () => {
    const opened = { paint: tokens(128), entry: 127 };
    expect(rejected(opened, { first: { grid: 8, codebook: 128 } })).toEqual({});
    expect(rejected(opened, { first: { grid: 16, codebook: 16 } })).toEqual({});
    // As the page leaves it when a codebook that was painted with gives way to none.
    expect(rejected(opened, { first: { grid: 8, codebook: 'inf' } })).toEqual({});
  });

  test('of the reader’s own picture the address does not speak', () => {
    expect(rejected({ paint: 'AAAA', entry: 99 }, { picture: own })).toEqual({});
  });
});

test('a second image that nobody drew is rejected, also where only its artist is unknown', () => {
  const samples = samplesOf({ '1F431': ['noto'], '1F436': ['noto', 'twemoji'] });
  const partner = { concept: '1F436', artist: 'twemoji' };
  expect(rejectedPartner({}, samples)).toEqual({});
  expect(rejectedPartner({ partner }, samples)).toEqual({});
  expect(rejectedPartner({ partner: { concept: '1F436' } }, samples)).toEqual({});
  for (const stranger of [{ concept: '1F999' }, { ...partner, artist: 'nobody' }])
    expect(rejectedPartner({ partner: stranger }, samples)).toEqual({ partner: stranger });
});

test('a move past the last dimension, or back from the other image, is rejected', () => {
  expect(rejectedMove({}, 128)).toEqual({});
  for (const move of [writeMove(FIRST_MOVE), 'between.1', '128.-1']) expect(rejectedMove({ move }, 128)).toEqual({});
  for (const move of ['129.0.5', '0.0.5', 'between.-0.5']) expect(rejectedMove({ move }, 128)).toEqual({ move });
});
