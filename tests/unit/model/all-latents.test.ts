/** Latents of all codebook sizes, made at once, are those of each size by itself. */
import { concat, type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { initialise, uploadParams } from '../../../src/model/params';
import type { CodebookSize } from '../../../src/model/types';
import { vqvaeConfig, vqvaeSpecs } from '../../../src/model/vqvae/config';
import { allLatents, latents } from '../../../src/model/vqvae/model';
import { useCpu } from './backend';

beforeAll(useCpu);

test.each<[readonly CodebookSize[]]>([[[2, 16, 1024, 'inf']], [[4, 8]], [[8, 'inf']], [[32]], [['inf']]])(
  'sizes %j',
  async (codebooks) => {
    const config = { ...vqvaeConfig(8, codebooks), width: 4, deepWidth: 6, codeDim: 3 };
    const rng = createRng(4);
    const initial = initialise(vqvaeSpecs(config), rng.fork('initial'));
    // Biases start at zero, where their order would not show.
    for (const [name, { values }] of Object.entries(initial))
      if (name.endsWith('bias'))
        values.forEach((_, i) => {
          values[i] = rng.normal();
        });
    const params = uploadParams(initial);
    const values = Float32Array.from({ length: 2 * 8 * 8 * 6 }, () => rng.normal());
    const trunk = tensor4d(values, [2, 8, 8, 6]) as Tensor4D;
    const each = codebooks.map((size) => latents(params, trunk, size));
    const [all, joined] = [allLatents(params, config, trunk), concat(each, 0)];
    expect(all.shape).toEqual([2 * codebooks.length, 8, 8, 3]);
    const expected = await joined.data();
    (await all.data()).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i] as number, 5);
    });
  },
);
