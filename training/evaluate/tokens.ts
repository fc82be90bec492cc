/** Tokens of many images at one codebook size, in batches, on the current backend. */
import { tensor4d } from '@tensorflow/tfjs-core';
import { nearestCodes } from '../../src/model/quantizer';
import { type CodebookSize, IMAGE_SIZE, type ParamArrays, type Params } from '../../src/model/types';
import { codebookName, type VqvaeConfig } from '../../src/model/vqvae/config';
import { encodeTrunk, latents } from '../../src/model/vqvae/model';
import { unitPixels } from '../recipes/unit-pixels';
import { readBack } from './read-back';

const BATCH = 32;

/**
 * images: 64×64 RGB each -> token ids, one image after the other [images·G·G]
 * @param params the same weights as `arrays`, uploaded
 */
export function tokensOf(
  params: Params,
  arrays: ParamArrays,
  config: VqvaeConfig,
  images: readonly Uint8Array[],
  codebook: Exclude<CodebookSize, 'inf'>,
): Uint16Array {
  const cells = config.grid ** 2;
  const entries = arrays[codebookName(codebook)]?.values;
  if (!entries) throw new Error(`there is no codebook of ${codebook}`);
  const tokens = new Uint16Array(images.length * cells);
  for (let from = 0; from < images.length; from += BATCH) {
    const batch = images.slice(from, from + BATCH);
    const z = readBack(() => {
      const x = tensor4d(unitPixels(batch), [batch.length, IMAGE_SIZE, IMAGE_SIZE, 3]);
      return latents(params, encodeTrunk(params, config, x), codebook);
    });
    tokens.set(nearestCodes(z, entries, config.codeDim), from * cells);
  }
  return tokens;
}
