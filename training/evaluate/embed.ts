/** Embeddings of many images or captions, in batches, on the current backend. */
import { tensor4d } from '@tensorflow/tfjs-core';
import type { ContrastiveConfig } from '../../src/model/contrastive/config';
import { imageTower } from '../../src/model/contrastive/image-tower';
import { textTower } from '../../src/model/contrastive/text-tower';
import type { Tokeniser } from '../../src/model/contrastive/vocabulary';
import { IMAGE_SIZE, type Params } from '../../src/model/types';
import { unitPixels } from '../recipes/unit-pixels';
import { readBack } from './read-back';

const BATCH = 64;

/** Unit vectors of equal length, one after the other. */
export interface Embeddings {
  readonly dim: number;
  readonly values: Float32Array;
}

function inBatches<T>(items: readonly T[], dim: number, embed: (batch: readonly T[]) => Float32Array): Embeddings {
  const values = new Float32Array(items.length * dim);
  for (let from = 0; from < items.length; from += BATCH) values.set(embed(items.slice(from, from + BATCH)), from * dim);
  return { dim, values };
}

/** images: 64×64 RGB each -> [images, E] */
export const embedImages = (params: Params, config: ContrastiveConfig, images: readonly Uint8Array[]): Embeddings =>
  inBatches(images, config.embedDim, (batch) =>
    readBack(() => imageTower(params, config, tensor4d(unitPixels(batch), [batch.length, IMAGE_SIZE, IMAGE_SIZE, 3])).embedding),
  );

/** captions -> [captions, E] */
export const embedCaptions = (
  params: Params,
  config: ContrastiveConfig,
  tokeniser: Tokeniser,
  captions: readonly string[],
): Embeddings =>
  inBatches(captions, config.embedDim, (batch) =>
    readBack(() =>
      textTower(params, config, Int32Array.from(batch.flatMap((text) => [...tokeniser.encode(text, config.text.length)]))),
    ),
  );
