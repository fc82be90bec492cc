import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { solo } from '../../../src/model/collective';
import { contrastiveConfig } from '../../../src/model/contrastive/config';
import { type ContrastiveBatch, createContrastiveObjective } from '../../../src/model/contrastive/objective';
import { createTrainer, learningRateAt, type Trainer } from '../../../src/model/trainer';
import { vqvaeConfig } from '../../../src/model/vqvae/config';
import { createVqvaeObjective, type VqvaeBatch } from '../../../src/model/vqvae/objective';
import { initWasm } from '../../../training/runtime/wasm';

beforeAll(initWasm);

const schedule = { learningRate: 2e-3, warmup: 2, totalSteps: 20 };
const PIXELS = 64 * 64 * 3;

function vqvae(): { trainer: Trainer<VqvaeBatch>; batch: (step: number) => VqvaeBatch } {
  const rng = createRng(7);
  const config = { ...vqvaeConfig(8, [2, 8, 'inf']), width: 8, deepWidth: 8, encoderBlocks: 0, decoderBlocks: 0, codeDim: 4 };
  const objective = createVqvaeObjective(config, { beta: 0.25, groups: 2, continuousSteps: 3 }, rng.fork('objective'), solo);
  return {
    trainer: createTrainer({ objective, schedule, rng, collective: solo }),
    batch: (step) => {
      const random = rng.fork('batch', step);
      return Float32Array.from({ length: 2 * PIXELS }, (_, i) => (i % 7) / 7 + 0.1 * random.next());
    },
  };
}

function contrastive(from = Number.POSITIVE_INFINITY): {
  trainer: Trainer<ContrastiveBatch>;
  batch: (step: number) => ContrastiveBatch;
} {
  const rng = createRng(8);
  const base = contrastiveConfig(20);
  const config = {
    ...base,
    stemWidth: 8,
    stemBlocks: 0,
    width: 16,
    blocks: 1,
    heads: 2,
    embedDim: 8,
    text: { ...base.text, length: 4, width: 16, heads: 2 },
  };
  const objective = createContrastiveObjective(config, solo, { concepts: 13, from });
  return {
    trainer: createTrainer({ objective, schedule, rng, collective: solo }),
    batch: () => {
      const random = rng.fork('fixed');
      const images = Float32Array.from(
        { length: 4 * PIXELS },
        (_, i) => Number(Math.floor(i / PIXELS) % 2 === 0) * 0.5 + 0.3 * random.next(),
      );
      return {
        images,
        tokens: Int32Array.from([2, 3, 0, 0, 4, 5, 0, 0, 6, 7, 0, 0, 8, 9, 0, 0]),
        concepts: Int32Array.from([11, 12]),
        things: new Int32Array(),
      };
    },
  };
}

describe.each([
  ['VQ-VAE', vqvae],
  ['contrastive model', () => contrastive()],
  ['contrastive model that remembers', () => contrastive(0)],
] as const)('the trainer of the %s', (_, create) => {
  const take = async (trainer: Trainer<unknown>, batch: (step: number) => unknown, steps: readonly number[]) => {
    const losses: number[] = [];
    for (const step of steps) losses.push((await trainer.step(batch(step))).loss);
    return losses;
  };
  const run = async (steps: number) => {
    const { trainer, batch } = create() as { trainer: Trainer<unknown>; batch: (step: number) => unknown };
    return { trainer, losses: await take(trainer, batch, [...Array(steps).keys()]) };
  };

  test('repeats itself from the same seed and lowers the loss', async () => {
    const { losses } = await run(8);
    expect((await run(8)).losses).toEqual(losses);
    expect(losses.at(-1)).toBeLessThan(losses[1] as number); // at the first step there is nothing to remember
  });

  test('goes on from a snapshot exactly, and leaks no tensor', async () => {
    const { losses } = await run(8);
    const { trainer: first } = await run(5);
    const { trainer, batch } = create() as { trainer: Trainer<unknown>; batch: (step: number) => unknown };
    trainer.restore(first.snapshot());
    const before = memory().numTensors;
    const rest = await take(trainer, batch, [5, 6, 7]);
    expect(rest).toEqual(losses.slice(5));
    expect(memory().numTensors).toBe(before);
  });

  test('refuses the snapshot of another model', () => {
    const other = create === vqvae ? contrastive() : vqvae();
    expect(() => create().trainer.restore(other.trainer.snapshot())).toThrow(/snapshot/);
  });
});

test('the learning rate warms up, then falls along a cosine to its floor', () => {
  expect(learningRateAt(0, schedule)).toBeCloseTo(1e-3, 10);
  expect(learningRateAt(2, schedule)).toBeCloseTo(2e-3, 10);
  expect(learningRateAt(20, schedule)).toBeCloseTo(4e-5, 10);
  expect(learningRateAt(500, schedule)).toBeCloseTo(4e-5, 10);
  // Made longer: down as planned at first, then as in a run of the whole length.
  const lengthened = { ...schedule, totalSteps: 40, earlierEnds: [20] };
  expect(learningRateAt(19, lengthened)).toBe(learningRateAt(19, schedule));
  expect(learningRateAt(20, lengthened)).toBe(learningRateAt(20, { ...schedule, totalSteps: 40 }));
  // Begun anew there: as in a run of its own, to a peak of its own.
  const restarted = { ...lengthened, restarts: [{ at: 20, learningRate: 1e-3 }] };
  expect(learningRateAt(19, restarted)).toBe(learningRateAt(19, schedule));
  for (const step of [0, 2, 11, 20])
    expect(learningRateAt(20 + step, restarted)).toBeCloseTo(learningRateAt(step, schedule) / 2, 12);
});
