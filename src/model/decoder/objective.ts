/** What a decoder from a frozen code minimises: the squared error of the pixels, which makes it blur where the code is silent. */
import { mean, type Scalar, square, sub, type Tensor, tensor, tensor4d } from '@tensorflow/tfjs-core';
import type { Objective } from '../trainer';
import { IMAGE_SIZE, type ParamArrays } from '../types';
import { type CodeShape, type DecoderConfig, decoderSpecs } from './config';
import { drawFrom } from './model';

export interface DecoderBatch {
  /** As the frozen encoder gives them. [B·S·S·D] */
  readonly codes: Float32Array;
  /** Pixels in 0..1. [B·H·W·3] */
  readonly images: Float32Array;
}

/**
 * Mean of each of the D numbers over all cells of some codes, and one inverse standard deviation, of their mean variance; 1 where nothing
 * varies. [R·D] -> `code/mean` [D], `code/scale` [1]
 */
export function codeStatistics({ codeDim }: CodeShape, codes: Float32Array): ParamArrays {
  const rows = codes.length / codeDim;
  const sums = new Float64Array(codeDim);
  const squares = new Float64Array(codeDim);
  codes.forEach((value, i) => {
    const d = i % codeDim;
    sums[d] = (sums[d] as number) + value;
    squares[d] = (squares[d] as number) + value * value;
  });
  const means = sums.map((sum) => sum / rows);
  const variances = squares.map((sum, d) => Math.max(0, sum / rows - (means[d] as number) ** 2));
  const variance = variances.reduce((sum, each) => sum + each, 0) / codeDim;
  return {
    'code/mean': { shape: [codeDim], values: Float32Array.from(means) },
    'code/scale': { shape: [1], values: Float32Array.of(1 / Math.sqrt(variance || 1)) },
  };
}

/** @param statistics of the code, from {@link codeStatistics}; saved and shipped with the parameters */
export function createDecoderObjective(config: DecoderConfig, statistics: ParamArrays): Objective<DecoderBatch> {
  const { side, codeDim } = config;
  return {
    specs: decoderSpecs(config),
    buffers: statistics,
    pass(params, { codes, images }) {
      const count = images.length / (IMAGE_SIZE * IMAGE_SIZE * 3);
      const constants = Object.entries(statistics).map(([name, { shape, values }]): [string, Tensor] => [
        name,
        tensor(values, [...shape]),
      ]);
      const code = tensor4d(codes, [count, side, side, codeDim]);
      const y = drawFrom({ ...params, ...Object.fromEntries(constants) }, config, code); // [B, H, W, 3]
      const error = mean(square(sub(y, tensor4d(images, [count, IMAGE_SIZE, IMAGE_SIZE, 3])))) as Scalar;
      return { loss: error, seen: { error } };
    },
    afterStep: (_step, _batch, { error }) => ({ psnr: -10 * Math.log10(error?.[0] as number) }),
  };
}
