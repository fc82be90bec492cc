/**
 * The decoder: one architecture for every code, so that codes differ by what they hold and by how readily it is read.
 * A single vector is spread over the grid by one dense layer; from there on all is as for a grid.
 */
import { add, clipByValue, mul, relu, reshape, sub, type Tensor, type Tensor2D, type Tensor4D } from '@tensorflow/tfjs-core';
import { conv, dense, resBlock } from '../layers';
import { param } from '../params';
import { depthToSpace, spaceToDepth } from '../space-to-depth';
import type { Params } from '../types';
import { DECODER_GRID, type DecoderConfig, PATCH } from './config';

/** Brings a standardised code to the 8×8 grid. [B, S, S, D] -> [B, 8, 8, C] */
function toGrid(params: Params, config: DecoderConfig, code: Tensor4D): Tensor {
  const { side, codeDim, spread } = config;
  if (side === DECODER_GRID) return code;
  if (side > DECODER_GRID) return spaceToDepth(code, side / DECODER_GRID);
  const spreadOut = dense(params, 'in/spread', reshape(code, [-1, codeDim]) as Tensor2D); // [B, 64·spread]
  return reshape(spreadOut, [-1, DECODER_GRID, DECODER_GRID, spread]);
}

/** Codes to pixels, not yet clipped. code [B, S, S, D] as the encoder gives it -> [B, H, W, 3] */
export function drawFrom(params: Params, config: DecoderConfig, code: Tensor4D): Tensor4D {
  const standard = mul(sub(code, param(params, 'code/mean')), param(params, 'code/scale')) as Tensor4D; // [B, S, S, D]
  let h = dense(params, 'in/cells', toGrid(params, config, standard)) as Tensor4D; // [B, 8, 8, C]
  for (let i = 0; i < config.blocks; i++) h = resBlock(params, `block${i}`, h);
  h = depthToSpace(conv(params, 'up', relu(h)), 2); // [B, 16, 16, C']
  h = resBlock(params, 'fine', h);
  return add(depthToSpace(conv(params, 'pixels', relu(h)), PATCH), 0.5); // [B, H, W, 3]
}

/** Codes to an image. code [B, S, S, D] -> [B, H, W, 3] in 0..1 */
export const draw = (params: Params, config: DecoderConfig, code: Tensor4D): Tensor4D =>
  clipByValue(drawFrom(params, config, code), 0, 1);
