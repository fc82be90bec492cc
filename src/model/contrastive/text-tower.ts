/** Text tower: word embeddings, transformer blocks, attention pooling, into the space of the images. */
import { add, reshape, type Tensor2D, type Tensor4D, tensor } from '@tensorflow/tfjs-core';
import { embeddingLookup } from '../embedding';
import { attentionPool, dense, l2Normalise, transformerBlock } from '../layers';
import { param } from '../params';
import type { Params } from '../types';
import type { ContrastiveConfig } from './config';
import { PAD } from './vocabulary';

/** Large enough to silence a key after softmax, small enough for float16. */
const HIDDEN = -1e4;

/** tokens: B captions of L ids each, padded [B·L] -> embedding of unit length [B, E] */
export function textTower(params: Params, config: ContrastiveConfig, tokens: Int32Array): Tensor2D {
  const { length, width, blocks, heads } = config.text;
  const rows = embeddingLookup(param(params, 'text/words') as Tensor2D, tokens); // [B·L, C]
  let h = add(reshape(rows, [-1, length, width]), param(params, 'text/position')); // [B, L, C]
  const hidden = Float32Array.from(tokens, (token) => (token === PAD ? HIDDEN : 0));
  const mask = tensor(hidden, [tokens.length / length, 1, 1, length]) as Tensor4D;
  for (let i = 0; i < blocks; i++) h = transformerBlock(params, `text/block${i}`, h, heads, mask).y;
  const pooled = attentionPool(params, 'text/pool', h, heads, mask); // [B, C]
  return l2Normalise(dense(params, 'text/project', pooled.y)) as Tensor2D; // [B, E]
}
