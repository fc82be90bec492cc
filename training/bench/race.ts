/** One pass against onnxruntime and against the plain matrix product, on the current backend; the same in Node and in a browser. */
import { matMul, randomNormal, slice, type Tensor, type Tensor2D, type Tensor4D, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { InferenceSession, Tensor as OnnxTensor } from 'onnxruntime-web/wasm';
import { disposeParams, uploadParams } from '../../src/model/params';
import type { BenchedPass } from '../../src/results/bench';
import { median } from '../evaluate/statistics';
import { contest, largestDifference } from './contest';
import { benchInput, type ForwardPass } from './forward-passes';
import { SIDE } from './mat-mul-rate';

/** A pass as an ONNX model, and what it costs. */
export interface OnnxPass {
  readonly batch: number;
  readonly model: Uint8Array;
  /** Floating-point operations. */
  readonly flops: number;
}

/** What is known before the section's other passes have run. */
export type RaceResult = Omit<BenchedPass, 'shareOfBest'>;

async function readBack(pass: () => Tensor): Promise<Float32Array> {
  const result = tidy(pass);
  const values = await result.data<'float32'>();
  result.dispose();
  return values;
}

const significant = (value: number): number => Number(value.toPrecision(4));

/** @throws Error where the two outputs differ by more than 1e-4 */
export async function race(pass: ForwardPass, { batch, model, flops }: OnnxPass, rounds: number): Promise<RaceResult> {
  const shape = [batch, ...pass.inputShape] as [number, number, number, number];
  const input = benchInput(pass, batch);
  const params = uploadParams(pass.arrays);
  const matrix = randomNormal([SIDE, SIDE], 0, 1, 'float32', 1) as Tensor2D;
  const session = await InferenceSession.create(model, { executionProviders: ['wasm'], graphOptimizationLevel: 'all' });
  const [outputName = ''] = session.outputNames;
  const contenders = {
    ours: () => readBack(() => pass.run(params, tensor4d(input, shape) as Tensor4D)),
    onnxruntime: async () => {
      const outputs = await session.run({ input: new OnnxTensor('float32', input, shape) });
      return outputs[outputName]?.data as Float32Array;
    },
    // One number is enough to know that the product is done.
    matMul: () => readBack(() => slice(matMul(matrix, matrix), [0, 0], [1, 1])),
  };
  try {
    const difference = largestDifference(await contenders.ours(), await contenders.onnxruntime());
    if (difference > 1e-4) throw new Error(`${pass.id}: outputs differ by ${difference}`);
    const { ours, onnxruntime, matMul: products } = await contest(contenders, rounds);
    const rate = (operations: number, ms: number): number => operations / ms / 1e6;
    const peaks = products.map((ms) => rate(2 * SIDE ** 3, ms));
    return {
      pass: pass.id,
      batch,
      gflop: significant(flops / 1e9),
      ms: significant(median(ours)),
      onnxruntimeMs: significant(median(onnxruntime)),
      timeOverOnnxruntime: significant(median(ours.map((ms, round) => ms / (onnxruntime[round] as number)))),
      gflopsPerSecond: significant(median(ours.map((ms) => rate(flops, ms)))),
      shareOfMatMul: significant(median(ours.map((ms, round) => rate(flops, ms) / (peaks[round] as number)))),
      difference,
      matMul: significant(median(peaks)),
    };
  } finally {
    matrix.dispose();
    disposeParams(params);
    await session.release();
  }
}
