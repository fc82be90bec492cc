/** A run that begins anew from its stored weights: the same curve, whether its checkpoint is still there or only what was published. */
import { type Scalar, square, sub, sum, tensor1d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { solo } from '../../../src/model/collective';
import { constantSpec, param } from '../../../src/model/params';
import type { Objective } from '../../../src/model/trainer';
import type { ParamArrays } from '../../../src/model/types';
import { readContrastive } from '../../../training/published';
import { type Recipe, type Run, runOf } from '../../../training/recipes/recipe';
import { newOptions } from '../../../training/run/flags';
import { initWasm } from '../../../training/runtime/wasm';
import { storedGroups } from '../../../training/stored-weights';

beforeAll(initWasm);

const [END, STEPS] = [4, 7];

/** Half a hundredth is lost. */
const coarse = (arrays: ParamArrays): ParamArrays =>
  Object.fromEntries(
    Object.entries(arrays).map(([name, { shape, values }]) => [
      name,
      { shape, values: values.map((value) => Math.round(value * 100) / 100) },
    ]),
  );

/** Parameters near the batch and near what the run remembers of the one before. */
function recipe(): Recipe<number> {
  const remembered = { shape: [1], values: new Float32Array(1) };
  let met = 0;
  const objective: Objective<number> = {
    specs: [constantSpec('w', [3], 0.777)],
    buffers: { remembered },
    pass(params, batch) {
      met = batch;
      const wanted = tensor1d([batch, remembered.values[0] as number, 1]);
      return { loss: sum(square(sub(param(params, 'w'), wanted))) as Scalar, seen: {} };
    },
    afterStep() {
      remembered.values[0] = met;
      return {};
    },
  };
  return { objective, warmup: 2, imagesPerStep: 1, batchAt: (random) => random.next(), asStored: coarse };
}

function run(stored: boolean, given = recipe()): Run {
  const restarts = [{ at: END, learningRate: 0.05, ...(stored && { stored: true as const }) }];
  const options = newOptions('contrastive', { steps: [END, STEPS], restarts, workers: 1 }, { data: 'a', split: 'b' });
  return runOf(given, options, solo, createRng(5));
}

async function take(each: Run, steps: number): Promise<number[]> {
  const losses: number[] = [];
  for (let i = 0; i < steps; i++) losses.push((await each.next()).loss);
  return losses;
}

describe('a run', () => {
  test('goes on from its published weights as from its checkpoint', async () => {
    const whole = run(true);
    await take(whole, END);
    const checkpoint = whole.snapshot();
    const rest = await take(whole, STEPS - END);

    const resumed = run(true);
    resumed.restore(checkpoint);
    expect(await take(resumed, STEPS - END)).toEqual(rest);

    const published = run(true);
    published.restore({ ...published.snapshot(), step: END, params: coarse(checkpoint.params) });
    expect(await take(published, STEPS - END)).toEqual(rest);
    expect(published.snapshot()).toEqual(whole.snapshot());
  });

  test('keeps moments, memory and every digit where it begins anew otherwise', async () => {
    const [kept, stored] = [run(false), run(true)];
    expect(await take(kept, END)).toEqual(await take(stored, END));
    expect((await kept.next()).loss).not.toBe((await stored.next()).loss);
  });

  test('cannot, where stored weights are not enough', () => {
    const { asStored: _, ...rest } = recipe();
    expect(() => run(true, rest)).toThrow('cannot go on from its stored weights alone');
    expect(() => run(false, rest)).not.toThrow();
  });
});

test('what was stored is stored again to the bit', () => {
  const { manifest, arrays } = readContrastive();
  const hashes = storedGroups(manifest, arrays).map(({ group }) => group.sha256);
  expect(hashes).toEqual(manifest.weightsManifest.map(({ sha256 }) => sha256));
});
