/** The quantiser on the backend against the one in plain numbers. */
import { dispose, tensor4d } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { nearestCodes } from '../../../src/model/quantizer';
import { CODEBOOK_SIZES } from '../../../src/model/types';
import { chooseEntries } from '../../../src/model/vqvae/choose';

const GRID = 4;
const DIM = 8;
const rng = createRng(1);
const noise = (length: number): Float32Array => Float32Array.from({ length }, () => rng.normal());

test.each(CODEBOOK_SIZES.filter((size) => size !== 'inf'))(
  'chooses the nearest of %i entries of any length, and gives them',
  async (size) => {
    const [z, entries] = [noise(GRID * GRID * DIM), noise(size * DIM)];
    const { tokens, codes } = chooseEntries(tensor4d(z, [1, GRID, GRID, DIM]), entries);
    const chosen = Uint16Array.from(await tokens.data(), (token) => (token < size ? token : 0));
    expect(chosen).toEqual(nearestCodes(z, entries, DIM));
    expect(codes.shape).toEqual([1, GRID, GRID, DIM]);
    const expected = [...chosen].flatMap((token) => [...entries.subarray(token * DIM, (token + 1) * DIM)]);
    expect([...(await codes.data())]).toEqual(expected);
    dispose([tokens, codes]);
  },
);
