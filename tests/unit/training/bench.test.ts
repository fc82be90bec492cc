/** The benchmark's ONNX models say what the models say, and its figures are what they are called. */
import { add, conv2d, elu, relu, type Tensor4D, tensor4d, zeros } from '@tensorflow/tfjs-core';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { contrastiveConfig } from '../../../src/model/contrastive/config';
import { initialise, uploadParams } from '../../../src/model/params';
import { groupSpecs } from '../../../src/model/registry';
import type { ParamArrays } from '../../../src/model/types';
import { vqvaeConfig } from '../../../src/model/vqvae/config';
import { benchSchema } from '../../../src/results/bench';
import { contest, largestDifference } from '../../../training/bench/contest';
import { benchInput, forwardPasses, PASS_IDS } from '../../../training/bench/forward-passes';
import { exportPass } from '../../../training/bench/onnx/export-pass';
import { onnxGraph } from '../../../training/bench/onnx/graph';
import { traceKernels } from '../../../training/bench/onnx/trace';
import { race } from '../../../training/bench/race';
import { sectionOf } from '../../../training/bench/section';
import { median } from '../../../training/evaluate/statistics';
import { initWasm } from '../../../training/runtime/wasm';

beforeAll(async () => {
  await initWasm();
  env.wasm.numThreads = 1;
});

/** The models of the page before any training: with their layers, whatever these are. */
function untrained() {
  const arraysOf = (model: Parameters<typeof groupSpecs>[0], id: string): ParamArrays =>
    Object.assign({}, ...Object.values(groupSpecs(model)).map((specs) => initialise(specs, createRng(id))));
  const contrastive = contrastiveConfig(10);
  const vqvae = (grid: 16 | 8) => {
    const config = { ...vqvaeConfig(grid), codebooks: [...vqvaeConfig(grid).codebooks] };
    return { manifest: { config }, arrays: arraysOf({ family: 'vqvae', config }, `vqvae-${grid}`) };
  };
  return forwardPasses({
    contrastive: {
      manifest: { config: contrastive },
      arrays: arraysOf({ family: 'contrastive', config: contrastive }, 'contrastive'),
    },
    vqvaes: [vqvae(16), vqvae(8)],
  });
}

describe('a pass as an ONNX model', () => {
  const passes = untrained();

  test('there is one for each encoder and decoder', () => {
    expect(passes.map(({ id }) => id)).toEqual(PASS_IDS);
  });

  test.each(passes.map((pass) => [pass.id, pass] as const))('gives the numbers of %s', async (_, pass) => {
    const batch = 2;
    const { model, flops } = exportPass(pass, batch);
    const shape = [batch, ...pass.inputShape];
    const session = await InferenceSession.create(model, { executionProviders: ['wasm'] });
    const input = benchInput(pass, batch);
    const outputs = await session.run({ input: new Tensor('float32', input, shape) });
    const theirs = Object.values(outputs)[0]?.data as Float32Array;
    const ours = pass.run(uploadParams(pass.arrays), tensor4d(input, shape as [number, number, number, number]));
    const values = await ours.data<'float32'>();
    expect(largestDifference(values, theirs)).toBeLessThan(1e-4);
    expect(new Set(values).size).toBeGreaterThan(100); // not a constant that anything would agree with
    expect(flops).toBeGreaterThan(1e6);
  });

  test('turns a picture once on its way through convolutions, and once back', () => {
    const x = tensor4d(new Float32Array(4 * 4 * 3).fill(1), [1, 4, 4, 3]);
    const [filter, bias] = [tensor4d(new Float32Array(27).fill(0.1), [1, 1, 3, 9]), zeros([9])];
    const back = tensor4d(new Float32Array(81).fill(0.1), [1, 1, 9, 9]);
    const { nodes } = onnxGraph(
      traceKernels(x, () => {
        const h = relu(add(conv2d(x, filter, 1, 'same'), bias)) as Tensor4D;
        return add(h, conv2d(h, back, 1, 'same'));
      }),
    );
    expect(nodes.map(({ op }) => op)).toEqual(['Transpose', 'Conv', 'Add', 'Relu', 'Conv', 'Add', 'Transpose']);
  });

  test('names a kernel that it has no form for', () => {
    const x = tensor4d([1, 2, 3, 4], [1, 2, 2, 1]);
    const trace = traceKernels(x, () => elu(x));
    expect(() => onnxGraph(trace)).toThrow(/no ONNX form yet for the kernel Elu/);
  });
});

describe('a race', () => {
  const [pass] = untrained().filter(({ id }) => id === 'encoder-8');
  if (!pass) throw new Error('no pass to race');

  test('states times, ratios and shares that fit together', async () => {
    const exported = exportPass(pass, 1);
    const result = await race(pass, exported, 3);
    expect(result.matMul).toBeGreaterThan(0);
    expect(result.gflop).toBeCloseTo(exported.flops / 1e9, 4);
    expect(result.gflopsPerSecond).toBeCloseTo((1e3 * result.gflop) / result.ms, -1);
    const faster = { ...result, matMul: 2 * result.matMul };
    const section = sectionOf('node', { backend: 'wasm, fast kernels', rounds: 3 }, [result, faster]);
    expect(benchSchema.shape.sections.def.element.parse(section)).toEqual(section);
    expect(section.bestMatMul).toBe(faster.matMul);
    expect(section.passes[0]?.shareOfBest).toBeCloseTo(result.gflopsPerSecond / faster.matMul, 3);
  });

  test('is refused where the outputs differ', async () => {
    const other = { ...pass, run: (...args: Parameters<typeof pass.run>) => add(pass.run(...args), 0.001) };
    await expect(race(other, exportPass(pass, 1), 1)).rejects.toThrow(/outputs differ by 0\.001/);
  });
});

describe('a contest', () => {
  test('lets everybody run in turn and keeps no time of the warm-up', async () => {
    const order: string[] = [];
    const runner = (name: string) => async () => {
      order.push(name);
      return new Float32Array();
    };
    const times = await contest({ a: runner('a'), b: runner('b') }, 3);
    expect([times.a.length, times.b.length]).toEqual([3, 3]);
    expect(order.length).toBeGreaterThan(6);
    expect(order.every((name, i) => name === (i % 2 === 0 ? 'a' : 'b'))).toBe(true);
  });

  test('medians are those of the sorted values', () => {
    expect([median([5, 1, 3]), median([4, 1, 3, 2])]).toEqual([3, 2.5]);
  });

  test('differences are between arrays of one length', () => {
    expect(largestDifference(Float32Array.of(1, 2), Float32Array.of(1, 4.5))).toBe(2.5);
    expect(() => largestDifference(Float32Array.of(1), Float32Array.of(1, 2))).toThrow(/1 numbers against 2/);
  });
});
