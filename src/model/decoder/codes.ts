/** The frozen codes that decoders draw from, each as [B, S, S, D]: a vector has S = 1. */
import { reshape, type Tensor4D } from '@tensorflow/tfjs-core';
import { type ContrastiveConfig, imageTowerSpecs } from '../contrastive/config';
import type { ImageTrace } from '../contrastive/image-tower';
import { imageTower } from '../contrastive/image-tower';
import { initialise } from '../params';
import type { ParamArrays, Params, Rng } from '../types';
import { sha256Hex } from '../weights';

/** Patch tokens as the square grid that they are. [B, N, C] -> [B, G, G, C] */
function patchGrid({ tokens }: Pick<ImageTrace, 'tokens'>): Tensor4D {
  const [batch, count, width] = tokens.shape;
  const side = Math.sqrt(count);
  return reshape(tokens, [batch, side, side, width]);
}

/** What a tower makes of pictures. x [B, H, W, 3] in 0..1 -> pooled [B, 1, 1, E], grid [B, G, G, C] */
export function towerCodes(params: Params, config: ContrastiveConfig, x: Tensor4D): { pooled: Tensor4D; grid: Tensor4D } {
  const { embedding, trace } = imageTower(params, config, x);
  return { pooled: reshape(embedding, [-1, 1, 1, config.embedDim]), grid: patchGrid(trace) };
}

/**
 * An image tower that has learned nothing: the control. The stream is the same on every platform, so the page makes it
 * anew instead of loading it. @param rng of the tower's seed
 */
export const untrainedTower = (config: ContrastiveConfig, rng: Rng): ParamArrays =>
  initialise(imageTowerSpecs(config), rng.fork('random encoder'));

/** SHA-256 of all values in the order of the names: what parameters made on the spot are known by. */
export function valuesSha256(arrays: ParamArrays): string {
  const parts = Object.keys(arrays)
    .sort()
    .map((name) => arrays[name]?.values ?? new Float32Array());
  const flat = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    flat.set(part, offset);
    offset += part.length;
  }
  return sha256Hex(new Uint8Array(flat.buffer));
}
