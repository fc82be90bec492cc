/** The passes through the models that E8 needs, in batches. */
import { type Tensor, type Tensor4D, tensor3d, tensor4d } from '@tensorflow/tfjs-core';
import type { ContrastiveConfig } from '../../../src/model/contrastive/config';
import { imageTower, pooledEmbedding } from '../../../src/model/contrastive/image-tower';
import { lookUp } from '../../../src/model/quantizer';
import { type CodebookSize, IMAGE_SIZE, type Params } from '../../../src/model/types';
import { codebookName } from '../../../src/model/vqvae/config';
import { decode, encodeTrunk, latents } from '../../../src/model/vqvae/model';
import { readBack } from '../../evaluate/read-back';
import { toBytes } from '../../evaluate/vqvae';
import { unitPixels } from '../../recipes/unit-pixels';
import type { OpenVqvae } from '../open-models';

const BATCH = 32;

/** Results of equal length, one for each item. */
function inBatches<T>(items: readonly T[], pass: (batch: readonly T[]) => Tensor): Float32Array[] {
  const out: Float32Array[] = [];
  for (let from = 0; from < items.length; from += BATCH) {
    const batch = items.slice(from, from + BATCH);
    const flat = readBack(() => pass(batch));
    const each = flat.length / batch.length;
    batch.forEach((_, i) => out.push(flat.subarray(i * each, (i + 1) * each)));
  }
  return out;
}

const input = (batch: readonly Uint8Array[]): Tensor4D => tensor4d(unitPixels(batch), [batch.length, IMAGE_SIZE, IMAGE_SIZE, 3]);

export function entriesOf({ arrays }: OpenVqvae, codebook: CodebookSize): Float32Array {
  const entries = arrays[codebookName(codebook)]?.values;
  if (!entries) throw new Error(`there is no codebook of ${codebook}`);
  return entries;
}

/** Latents before the quantiser. -> [G·G·D] each */
export const latentsOf = ({ params, config }: OpenVqvae, codebook: CodebookSize, images: readonly Uint8Array[]): Float32Array[] =>
  inBatches(images, (batch) => latents(params, encodeTrunk(params, config, input(batch)), codebook));

/** Pictures drawn from tokens. tokens [G·G] each -> [64·64·3] each */
export function drawTokens(model: OpenVqvae, codebook: CodebookSize, grids: readonly Uint16Array[]): Uint8Array[] {
  const { params, config } = model;
  const { grid, codeDim } = config;
  const entries = entriesOf(model, codebook);
  return inBatches(grids, (batch) => {
    const codes = new Float32Array(batch.length * grid * grid * codeDim);
    batch.forEach((tokens, i) => codes.set(lookUp(tokens, entries, codeDim), i * grid * grid * codeDim));
    return decode(params, config, tensor4d(codes, [batch.length, grid, grid, codeDim]), codebook);
  }).map(toBytes);
}

/** Patch tokens before the first block or after the last. -> [N·C] each */
export const patchesOf = (
  params: Params,
  config: ContrastiveConfig,
  when: 'patches' | 'tokens',
  images: readonly Uint8Array[],
): Float32Array[] => inBatches(images, (batch) => imageTower(params, config, input(batch)).trace[when]);

/** Embeddings. -> [E] each */
export const embeddingsOf = (params: Params, config: ContrastiveConfig, images: readonly Uint8Array[]): Float32Array[] =>
  inBatches(images, (batch) => imageTower(params, config, input(batch)).embedding);

/** Embeddings pooled from patch tokens after the last block. patches [N·C] each -> [E] each */
export const pooledOf = (params: Params, config: ContrastiveConfig, patches: readonly Float32Array[]): Float32Array[] =>
  inBatches(patches, (batch) => {
    const flat = new Float32Array(batch.reduce((sum, { length }) => sum + length, 0));
    batch.forEach((tokens, i) => flat.set(tokens, i * tokens.length));
    const count = flat.length / batch.length / config.width;
    return pooledEmbedding(params, config, tensor3d(flat, [batch.length, count, config.width])).embedding;
  });
