/**
 * The VQ-VAE's two halves (arXiv 1711.00937, §3.1), everything but the quantiser, which is in `../quantizer.ts`.
 * One trunk and one decoder serve all codebook sizes; a linear head before and an embedding after each codebook are its own.
 */
import { add, clipByValue, concat, relu, reshape, sub, type Tensor4D, transpose } from '@tensorflow/tfjs-core';
import { conv, convBlock, dense, l2Normalise } from '../layers';
import { param } from '../params';
import { depthToSpace, spaceToDepth } from '../space-to-depth';
import type { CodebookSize, Params } from '../types';
import { PATCH, type VqvaeConfig } from './config';

/** Shared encoder. x [B, H, W, 3] in 0..1 -> features [B, G, G, C] */
export function encodeTrunk(params: Params, config: VqvaeConfig, x: Tensor4D): Tensor4D {
  let h = conv(params, 'encoder/stem', spaceToDepth(sub(x, 0.5), PATCH)); // [B, 16, 16, C]
  if (config.grid === 8) h = conv(params, 'encoder/down', relu(h), 2); // [B, 8, 8, C]
  for (let i = 0; i < config.encoderBlocks; i++) h = convBlock(params, `encoder/block${i}`, h);
  return relu(h);
}

/** Latents in the code space of one codebook; on the unit sphere when it is finite. [B, G, G, C] -> [B, G, G, D] */
export function latents(params: Params, trunk: Tensor4D, size: CodebookSize): Tensor4D {
  const z = dense(params, `head/${size}`, trunk) as Tensor4D;
  return size === 'inf' ? z : l2Normalise(z);
}

/**
 * Latents for every size at once, so that moving the slider needs no second encoding; the heads of all finite sizes are one matrix, since
 * ten small products cost more to set up than to compute. [B, G, G, C] -> [S, B, G, G, D] flattened on S·B
 */
export function allLatents(params: Params, config: VqvaeConfig, trunk: Tensor4D): Tensor4D {
  const { grid, codeDim, codebooks } = config;
  const finite = codebooks.filter((size) => size !== 'inf');
  const parts = (part: 'kernel' | 'bias', axis: number) =>
    concat(
      finite.map((size) => param(params, `head/${size}/${part}`)),
      axis,
    );
  const latentsOf = (size: CodebookSize): Tensor4D => latents(params, trunk, size);
  if (finite.length < 2) return concat(codebooks.map(latentsOf), 0);
  const heads = { 'heads/kernel': parts('kernel', 1), 'heads/bias': parts('bias', 0) }; // [C, S·D], [S·D]
  const codes = l2Normalise(reshape(dense(heads, 'heads', trunk), [-1, finite.length, codeDim])); // [B·G·G, S, D]
  const bySize = reshape(transpose(codes, [1, 0, 2]), [-1, grid, grid, codeDim]) as Tensor4D; // [S·B, G, G, D]
  return codebooks.includes('inf') ? concat([bySize, latentsOf('inf')], 0) : bySize;
}

/** Codes into the decoder's channels. [B, G, G, D] -> [B, G, G, C] */
export const embedCodes = (params: Params, codes: Tensor4D, size: CodebookSize): Tensor4D =>
  dense(params, `embed/${size}`, codes) as Tensor4D;

/** Shared decoder from embedded codes to pixels, not yet clipped. [B, G, G, C] -> [B, H, W, 3] */
export function decodeEmbedded(params: Params, config: VqvaeConfig, embedded: Tensor4D): Tensor4D {
  let h = conv(params, 'decoder/stem', embedded); // [B, G, G, C]
  for (let i = 0; i < config.decoderBlocks; i++) h = convBlock(params, `decoder/block${i}`, h);
  if (config.grid === 8) {
    h = depthToSpace(conv(params, 'decoder/up', relu(h)), 2); // [B, 16, 16, C]
    h = convBlock(params, 'decoder/fine', h);
  }
  return add(depthToSpace(conv(params, 'decoder/pixels', relu(h)), PATCH), 0.5); // [B, H, W, 3]
}

/** Codes to an image. codes [B, G, G, D] -> [B, H, W, 3] in 0..1 */
export const decode = (params: Params, config: VqvaeConfig, codes: Tensor4D, size: CodebookSize): Tensor4D =>
  clipByValue(decodeEmbedded(params, config, embedCodes(params, codes, size)), 0, 1);
