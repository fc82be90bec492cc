/** Image tower: convolutional stem, transformer blocks, attention pooling (ViT, arXiv 2010.11929; SigLIP, arXiv 2303.15343; stem after arXiv 2106.14881). */
import { add, relu, reshape, sub, type Tensor2D, type Tensor3D, type Tensor4D } from '@tensorflow/tfjs-core';
import { attentionPool, conv, convBlock, dense, l2Normalise, resBlock, transformerBlock } from '../layers';
import { param } from '../params';
import { spaceToDepth } from '../space-to-depth';
import type { Params } from '../types';
import { type ContrastiveConfig, PATCH, PATCH_GRID } from './config';

/** Everything a lab may want to show, named as it is made. */
export interface ImageTrace {
  /** Patch tokens before the transformer's blocks. [B, N, C] */
  readonly patches: Tensor3D;
  /** Patch tokens after the last block. [B, N, C] */
  readonly tokens: Tensor3D;
  /** Attention of each block. [B, A, N, N] */
  readonly attention: readonly Tensor4D[];
  /** Attention of the pooling head. [B, A, 1, N] */
  readonly pooling: Tensor4D;
}

/** x [B, H, W, 3] in 0..1 -> embedding [B, E] of unit length, and its trace */
export function imageTower(params: Params, config: ContrastiveConfig, x: Tensor4D): { embedding: Tensor2D; trace: ImageTrace } {
  let h = conv(params, 'image/stem', spaceToDepth(sub(x, 0.5), PATCH)); // [B, 32, 32, C]
  h = conv(params, 'image/down', relu(h), 2); // [B, 16, 16, 2C]
  for (let i = 0; i < config.stemBlocks; i++) h = resBlock(params, `image/conv${i}`, h);
  h = conv(params, 'image/patches', relu(h), 2); // [B, 8, 8, C]
  for (let i = 0; i < config.patchBlocks; i++) h = convBlock(params, `image/patch${i}`, h);
  const flat = reshape(h, [-1, PATCH_GRID * PATCH_GRID, config.width]); // [B, N, C]
  const patches = add(flat, param(params, 'image/position')) as Tensor3D;
  let tokens = patches;
  const attention: Tensor4D[] = [];
  for (let i = 0; i < config.blocks; i++) {
    const block = transformerBlock(params, `image/block${i}`, tokens, config.heads);
    tokens = block.y as Tensor3D;
    attention.push(block.weights);
  }
  const { embedding, pooling } = pooledEmbedding(params, config, tokens);
  return { embedding, trace: { patches, tokens, attention, pooling } };
}

/** What the patch tokens come to. [B, N, C] -> embedding [B, E] of unit length, and the attention of the pooling head [B, A, 1, N] */
export function pooledEmbedding(
  params: Params,
  config: ContrastiveConfig,
  tokens: Tensor3D,
): { embedding: Tensor2D; pooling: Tensor4D } {
  const pooled = attentionPool(params, 'image/pool', tokens, config.heads); // [B, C]
  return { embedding: l2Normalise(dense(params, 'image/project', pooled.y)) as Tensor2D, pooling: pooled.weights };
}
