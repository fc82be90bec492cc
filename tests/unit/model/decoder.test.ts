/** The small decoder from frozen codes: its shapes and size, its standardisation, and that it draws what the code says and no more. */
import { memory, ones, type Tensor4D, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { solo } from '../../../src/model/collective';
import { contrastiveConfig } from '../../../src/model/contrastive/config';
import { imageTower } from '../../../src/model/contrastive/image-tower';
import { towerCodes, untrainedTower, valuesSha256 } from '../../../src/model/decoder/codes';
import {
  type CodeShape,
  codeStatisticsSpecs,
  type DecoderConfig,
  decoderConfig,
  decoderSpecs,
} from '../../../src/model/decoder/config';
import { draw, drawFrom } from '../../../src/model/decoder/model';
import { codeStatistics, createDecoderObjective, type DecoderBatch } from '../../../src/model/decoder/objective';
import { disposeParams, initialise, sizeOf, uploadParams } from '../../../src/model/params';
import { createTrainer } from '../../../src/model/trainer';
import { initWasm } from '../../../training/runtime/wasm';

beforeAll(initWasm);

const IMAGE = 64 * 64 * 3;
const SHAPES: readonly CodeShape[] = [
  { side: 1, codeDim: 128 },
  { side: 8, codeDim: 128 },
  { side: 8, codeDim: 8 },
  { side: 16, codeDim: 8 },
];
const cellsOf = ({ side, codeDim }: CodeShape) => side * side * codeDim;
const paramsOf = (config: DecoderConfig) =>
  uploadParams(initialise([...decoderSpecs(config), ...codeStatisticsSpecs(config)], createRng(3)));

describe.each(SHAPES)('from $side×$side cells of $codeDim', (shape) => {
  const config = decoderConfig(shape);

  test('draws whole pictures in 0..1', () => {
    const params = paramsOf(config);
    const rng = createRng(4);
    const code = Float32Array.from({ length: 2 * cellsOf(shape) }, () => 5 * rng.normal());
    const y = tidy(() => draw(params, config, tensor4d(code, [2, shape.side, shape.side, shape.codeDim])));
    expect(y.shape).toEqual([2, 64, 64, 3]);
    const values = y.dataSync();
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(1);
    y.dispose();
    disposeParams(params);
  });

  test('takes at most 0.35 MB in half precision', () => {
    const values = [...decoderSpecs(config), ...codeStatisticsSpecs(config)].reduce((sum, { shape: s }) => sum + sizeOf(s), 0);
    expect(2 * values).toBeLessThan(350_000);
  });
});

test('all decoders share every layer but the way in', () => {
  const shared = SHAPES.map((shape) =>
    decoderSpecs(decoderConfig(shape))
      .filter(({ name }) => !name.startsWith('in/'))
      .map(({ name, shape: s }) => `${name} ${s}`),
  );
  for (const names of shared) expect(names).toEqual(shared[0]);
  expect(shared[0]?.length).toBeGreaterThan(10);
});

describe('the statistics of a code', () => {
  const rng = createRng(5);
  const scales = [1, 50, 0.02, 0];
  const codes = Float32Array.from({ length: 4 * 500 }, (_, i) => 7 * (i % 4) + (scales[i % 4] as number) * rng.normal());
  const statistics = codeStatistics({ side: 1, codeDim: 4 }, codes);
  const standard = (d: number) =>
    Array.from({ length: 500 }, (_, r) => {
      const [mean, scale] = [statistics['code/mean']?.values[d], statistics['code/scale']?.values[0]] as [number, number];
      return ((codes[4 * r + d] as number) - mean) * scale;
    });
  const variance = (values: readonly number[]) => values.reduce((sum, value) => sum + value * value, 0) / values.length;

  test('bring each number to mean 0, and the whole to variance 1', () => {
    for (const d of [0, 1, 2, 3]) expect(Math.abs(standard(d).reduce((sum, value) => sum + value, 0) / 500)).toBeLessThan(0.01);
    expect([0, 1, 2, 3].reduce((sum, d) => sum + variance(standard(d)), 0) / 4).toBeCloseTo(1, 2);
  });

  test('leave the numbers in proportion', () => {
    const spread = (d: number) => Math.sqrt(variance(standard(d)));
    expect(spread(1) / spread(0)).toBeGreaterThan(45);
    expect(spread(1) / spread(0)).toBeLessThan(55);
    expect(spread(3)).toBe(0);
  });

  test('leave a code as it is that never varies', () => {
    expect(codeStatistics({ side: 1, codeDim: 2 }, Float32Array.of(3, 4, 3, 4))['code/scale']?.values).toEqual(
      Float32Array.of(1),
    );
  });
});

describe('training', () => {
  const rng = createRng(6);
  const colours = Array.from({ length: 8 }, () => [rng.next(), rng.next(), rng.next()]);
  /** Four pictures, each of one colour. */
  const images = Float32Array.from({ length: 4 * IMAGE }, (_, i) => colours[Math.floor(i / IMAGE)]?.[i % 3] ?? 0);
  /** The mean picture's error: what is left to a decoder that cannot tell the pictures apart. */
  const spread = [0, 1, 2].reduce((sum, c) => {
    const values = colours.slice(0, 4).map((colour) => colour[c] as number);
    const mean = values.reduce((a, b) => a + b, 0) / 4;
    return sum + values.reduce((a, b) => a + (b - mean) ** 2, 0) / 4 / 3;
  }, 0);

  async function errorAfter(codes: Float32Array): Promise<number> {
    const config: DecoderConfig = { side: 1, codeDim: 3, spread: 2, width: 8, blocks: 0, fineWidth: 8 };
    const schedule = { learningRate: 0.02, warmup: 2, totalSteps: 150 };
    const objective = createDecoderObjective(config, codeStatistics(config, codes));
    const trainer = createTrainer<DecoderBatch>({ objective, schedule, rng: rng.fork('initial'), collective: solo });
    let loss = Number.NaN;
    await trainer.step({ codes, images });
    const tensors = memory().numTensors;
    while (trainer.stepsDone < schedule.totalSteps) loss = (await trainer.step({ codes, images })).loss;
    expect(memory().numTensors).toBe(tensors);
    return loss;
  }

  test('draws what the code tells apart', async () => {
    const codes = Float32Array.from({ length: 12 }, (_, i) => colours[Math.floor(i / 3)]?.[i % 3] ?? 0);
    expect(await errorAfter(codes)).toBeLessThan(0.2 * spread);
  });

  test('from a code that says nothing gets no further than the mean picture', async () => {
    const error = await errorAfter(new Float32Array(12).fill(0.5));
    expect(error).toBeGreaterThan(0.98 * spread);
    expect(error).toBeLessThan(1.3 * spread);
  });
});

describe('the towers', () => {
  const config = { ...contrastiveConfig(20), stemWidth: 8, width: 16, blocks: 1, heads: 2, embedDim: 8 };

  test('an untrained tower is known by its seed', () => {
    const sha256 = valuesSha256(untrainedTower(config, createRng(1)));
    expect(sha256).toBe(valuesSha256(untrainedTower(config, createRng(1))));
    expect(sha256).not.toBe(valuesSha256(untrainedTower(config, createRng(2))));
    expect(sha256).not.toBe(valuesSha256(untrainedTower({ ...config, blocks: 2 }, createRng(1))));
  });

  test('give the embedding as one cell and the patch tokens as the grid that they are', () => {
    const params = uploadParams(untrainedTower(config, createRng(1)));
    const rng = createRng(7);
    const x = tensor4d(
      Float32Array.from({ length: 2 * IMAGE }, () => rng.next()),
      [2, 64, 64, 3],
    );
    const { pooled, grid } = tidy(() => towerCodes(params, config, x));
    const { embedding, trace } = imageTower(params, config, x);
    expect(pooled.shape).toEqual([2, 1, 1, 8]);
    expect(grid.shape).toEqual([2, 8, 8, 16]);
    expect([...pooled.dataSync()]).toEqual([...embedding.dataSync()]);
    expect([...grid.dataSync()]).toEqual([...trace.tokens.dataSync()]);
  });
});

test('standardisation is part of the decoder: codes enter as the encoder gives them', () => {
  const config: DecoderConfig = { side: 8, codeDim: 4, spread: 1, width: 8, blocks: 1, fineWidth: 8 };
  const plain = paramsOf(config);
  const shifted = uploadParams({
    ...initialise(decoderSpecs(config), createRng(3)),
    'code/mean': { shape: [4], values: Float32Array.of(1, 1, 1, 1) },
    'code/scale': { shape: [1], values: Float32Array.of(0.5) },
  });
  const code = ones([1, 8, 8, 4]) as Tensor4D;
  const [a, b] = [drawFrom(plain, config, code), drawFrom(shifted, config, code.mul(2).add(1) as Tensor4D)];
  const difference = tidy(() => a.sub(b).abs().max().dataSync()[0] as number);
  expect(difference).toBeLessThan(1e-5);
});
