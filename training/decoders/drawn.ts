/** Pictures as a decoder draws them. */
import { tensor4d } from '@tensorflow/tfjs-core';
import type { DecoderConfig } from '../../src/model/decoder/config';
import { draw } from '../../src/model/decoder/model';
import type { Params } from '../../src/model/types';
import { readBack } from '../evaluate/read-back';
import { toBytes } from '../evaluate/vqvae';

/** A batch's bytes, picture by picture. */
export const cut = (bytes: Uint8Array, count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => bytes.subarray((i * bytes.length) / count, ((i + 1) * bytes.length) / count));

/** @param codes as the encoder gives them [count·S·S·D] -> 64×64 RGB each */
export function drawnFrom(params: Params, config: DecoderConfig, codes: Float32Array, count: number): Uint8Array[] {
  const { side, codeDim } = config;
  return cut(toBytes(readBack(() => draw(params, config, tensor4d(codes, [count, side, side, codeDim])))), count);
}
