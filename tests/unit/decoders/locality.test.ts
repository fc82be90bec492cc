/** How local the cells of a code are, when the same decoder draws it. */
import { beforeAll, expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { codeStatisticsSpecs, decoderConfig, decoderSpecs } from '../../../src/model/decoder/config';
import { initialise } from '../../../src/model/params';
import { IMAGE_SIZE } from '../../../src/model/types';
import { DRAWN_CODES, type DrawnCode } from '../../../src/results/e3';
import type { FrozenEncoders } from '../../../training/decoders/codes';
import { localities } from '../../../training/decoders/locality';
import type { Trained } from '../../../training/decoders/measure';
import type { Drawing } from '../../../training/decoders/pictures';
import { initWasm } from '../../../training/runtime/wasm';

beforeAll(initWasm);

const DIM = 4;
const rng = createRng(4);

/** A decoder that has learned nothing: what it draws of a cell lies around that cell, because its layers are small convolutions. */
function decoderOf(side: 1 | 8 | 16, silent: boolean): Trained {
  const config = decoderConfig({ side, codeDim: DIM });
  const arrays = initialise([...decoderSpecs(config), ...codeStatisticsSpecs(config)], createRng(2));
  const pixels = arrays['pixels/kernel'];
  if (silent) pixels?.values.fill(0);
  return { config, arrays };
}

const SIDES = { grid: 8, tokens: 8, 'tokens-16': 16, 'random-grid': 8, pixels: 8 } as const;
const sideOf = (code: DrawnCode) => (code in SIDES ? SIDES[code as keyof typeof SIDES] : 1);

const drawings: Drawing[] = Array.from({ length: 6 }, (_, concept) => ({
  concept,
  artist: 'noto',
  pixels: new Uint8Array(IMAGE_SIZE * IMAGE_SIZE * 3).fill(40 * concept),
}));

const encoders: Pick<FrozenEncoders, 'encode'> = {
  encode: (pictures) =>
    Object.fromEntries(
      DRAWN_CODES.map((code) => [
        code,
        Float32Array.from({ length: pictures.length * sideOf(code) ** 2 * DIM }, () => rng.normal()),
      ]),
    ) as Record<DrawnCode, Float32Array>,
};

const measured = (silent: boolean, pictures = drawings) =>
  localities(
    {
      encoders: encoders as FrozenEncoders,
      decoders: Object.fromEntries(DRAWN_CODES.map((code) => [code, decoderOf(sideOf(code), silent)])) as Record<
        DrawnCode,
        Trained
      >,
    },
    pictures,
    createRng(1),
  );

test('every code with cells is asked, two changes a picture, and no single vector', () => {
  const found = measured(false);
  expect([...found.keys()].sort()).toEqual(Object.keys(SIDES).sort());
  for (const { own, shuffled } of found.values()) {
    expect(own).toHaveLength(2 * drawings.length);
    expect(shuffled).toHaveLength(drawings.length);
  }
});

test('small convolutions keep most of a change near its cell', () => {
  const own = measured(false).get('grid')?.own ?? [];
  const mean = own.reduce((sum, share) => sum + share, 0) / own.length;
  expect(mean).toBeGreaterThan(5 / 64);
  expect(mean).toBeLessThan(1);
});

test('a picture too many for a batch still finds one to swap with', () => {
  const many = Array.from({ length: 33 }, (_, i) => drawings[i % drawings.length] as Drawing);
  expect(measured(false, many).get('tokens')?.shuffled).toHaveLength(33);
});

test('a change that changes nothing is not counted', () => {
  for (const { own, shuffled } of measured(true).values()) {
    expect(own).toEqual([]);
    expect(shuffled).toHaveLength(drawings.length);
  }
});

test('pictures that all show the same leave nothing to put in', () => {
  const alike = drawings.map((drawing) => ({ ...drawing, concept: 1 }));
  expect(() => measured(false, alike)).toThrow('the same');
});
