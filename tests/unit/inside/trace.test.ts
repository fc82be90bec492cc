/** What the engine tells of the models' insides, on the published weights, against the same models in plain loops. */
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trace } from '../../../src/engine/handlers/trace';
import type { Trace } from '../../../src/engine/trace';
import type { ParamArrays } from '../../../src/model/types';
import { codebookName, type VqvaeConfig } from '../../../src/model/vqvae/config';
import { initWasm } from '../../../training/runtime/wasm';
import { picture } from './picture';
import * as plain from './plain';
import { openWorkshop } from './workshop';

const workshop = openWorkshop();
const { models } = workshop;
beforeAll(initWasm);
afterAll(() => models.unload());

/** The largest difference, as a share of the largest value. */
function gap(told: { readonly values: ArrayLike<number> }, expected: ArrayLike<number>): number {
  expect(told.values.length).toBe(expected.length);
  let [difference, size] = [0, 1e-9];
  for (let i = 0; i < expected.length; i++) {
    difference = Math.max(difference, Math.abs((told.values[i] as number) - (expected[i] as number)));
    size = Math.max(size, Math.abs(expected[i] as number));
  }
  return difference / size;
}
/** Single precision, layer upon layer. */
const ROUNDING = 1e-4;

describe('understanding', () => {
  let told: Trace['understanding'];
  let params: ParamArrays;
  let config: Awaited<ReturnType<typeof models.contrastive>>['manifest']['config'];
  beforeAll(async () => {
    const model = await models.contrastive();
    params = model.arrays;
    config = model.manifest.config;
    told = (await trace(workshop, picture, { grid: 8, codebook: 2 })).understanding;
  });

  test('convolutions, from pixels to patch features', () => {
    const folded = plain.fold(picture.data, 64, 2);
    const made = plain.stem(params, config, folded);
    const [first, second] = told.convolutions;
    expect(gap(first!.input, folded.values)).toBeLessThan(1e-6);
    expect(gap(first!.output, made.get('image/stem')!.values)).toBeLessThan(ROUNDING);
    expect(gap(second!.output, made.get('image/down')!.values)).toBeLessThan(ROUNDING);
    const features = [...made.values()].at(-1)!;
    expect(told.features.shape).toEqual([features.height, features.width, features.channels]);
    expect(gap(told.features, features.values)).toBeLessThan(ROUNDING);
  });

  test('tokens, attention of each block and of the pool, and the vector', () => {
    const features = [...plain.stem(params, config, plain.fold(picture.data, 64, 2)).values()].at(-1)!;
    const position = params['image/position']!.values;
    let tokens: plain.Plane = { ...features, values: features.values.map((value, i) => value + position[i]!) };
    expect(gap(told.patches, tokens.values)).toBeLessThan(ROUNDING);
    expect(told.blocks).toHaveLength(config.blocks);
    told.blocks.forEach((block, i) => {
      const expected = plain.block(params, `image/block${i}`, tokens, config.heads);
      expect(gap(block.weights, expected.weights)).toBeLessThan(ROUNDING);
      expect(gap(block.output, expected.output.values)).toBeLessThan(ROUNDING);
      tokens = expected.output;
    });
    const pooled = plain.pool(params, tokens, config.heads);
    expect(gap(told.pool.weights, pooled.weights)).toBeLessThan(ROUNDING);
    expect(gap(told.pool.output, pooled.output.values)).toBeLessThan(ROUNDING);
    const projected = plain.dense(params, 'image/project', pooled.output);
    expect(gap(told.projection.output, projected.values)).toBeLessThan(ROUNDING);
    expect(gap(told.embedding, plain.unit(projected).values)).toBeLessThan(ROUNDING);
  });
});

describe.each([
  { grid: 16, codebook: 128 },
  { grid: 8, codebook: 512 },
  { grid: 16, codebook: 'inf' },
] as const)('generation at $grid and $codebook', (settings) => {
  const { grid, codebook } = settings;
  let told: Trace['generation'];
  let params: ParamArrays;
  let config: VqvaeConfig;
  beforeAll(async () => {
    const model = await models.vqvae(grid);
    params = model.arrays;
    config = model.manifest.config as VqvaeConfig;
    told = (await trace(workshop, picture, settings)).generation;
  });

  test('convolutions, features and latents', () => {
    const made = plain.encoder(params, config, plain.fold(picture.data, 64, 4));
    expect(told.convolutions).toHaveLength(made.convolutions.length);
    told.convolutions.forEach(({ output }, i) => {
      expect(gap(output, made.convolutions[i]!.values)).toBeLessThan(ROUNDING);
    });
    expect(gap(told.residual, made.residual.values)).toBeLessThan(ROUNDING);
    expect(gap(told.features, made.features.values)).toBeLessThan(ROUNDING);
    const projected = plain.dense(params, `head/${codebook}`, made.features);
    expect(gap(told.head.output, projected.values)).toBeLessThan(ROUNDING);
    const latents = codebook === 'inf' ? projected : plain.unit(projected);
    expect(gap(told.latents, latents.values)).toBeLessThan(ROUNDING);
  });

  test('every distance, the smallest of which is the token', () => {
    if (codebook === 'inf') {
      expect([told.tokens, told.distances.values, told.entries.values].map(({ length }) => length)).toEqual([0, 0, 0]);
      expect(told.codes.values).toEqual(told.latents.values);
      return;
    }
    const entries = params[codebookName(codebook)]!.values;
    const dim = config.codeDim;
    const expected = new Float64Array(grid * grid * codebook);
    for (let cell = 0; cell < grid * grid; cell++)
      for (let k = 0; k < codebook; k++)
        for (let d = 0; d < dim; d++)
          expected[cell * codebook + k]! += (told.latents.values[cell * dim + d]! - entries[k * dim + d]!) ** 2;
    expect(gap(told.distances, expected)).toBeLessThan(1e-6);
    told.tokens.forEach((token, cell) => {
      const row = told.distances.values.subarray(cell * codebook, (cell + 1) * codebook);
      expect(row[token]).toBe(Math.min(...row));
      expect(told.codes.values.slice(cell * dim, (cell + 1) * dim)).toEqual(entries.slice(token * dim, (token + 1) * dim));
    });
  });

  test('the decoder, from codes to pixels', () => {
    const codes = { height: grid, width: grid, channels: config.codeDim, values: Float64Array.from(told.codes.values) };
    const embedded = plain.dense(params, `embed/${codebook}`, codes);
    expect(gap(told.embed.output, embedded.values)).toBeLessThan(ROUNDING);
    const { first, pixels } = plain.decoder(params, config, embedded);
    expect(gap(told.decoder.output, first.values)).toBeLessThan(ROUNDING);
    expect(gap(told.pixels, pixels.values)).toBeLessThan(ROUNDING);
    const bytes = pixels.values.map((value) => 255 * Math.min(1, Math.max(0, value)));
    expect(told.reconstruction.every((byte, i) => Math.abs(byte - bytes[i]!) <= 0.51)).toBe(true);
    const mse = told.reconstruction.reduce((sum, byte, i) => sum + (byte - picture.data[i]!) ** 2, 0) / picture.data.length;
    expect(told.psnr).toBeCloseTo(10 * Math.log10(255 ** 2 / mse), 6);
  });
});

test('leaves no tensors behind', async () => {
  await trace(workshop, picture, { grid: 16, codebook: 2 });
  const before = memory().numTensors;
  await trace(workshop, picture, { grid: 16, codebook: 1024 });
  expect(memory().numTensors).toBe(before);
});
