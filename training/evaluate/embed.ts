/** Embeddings of many images or captions, in batches, on the current backend. */
import { tensor4d } from '@tensorflow/tfjs-core';
import type { ContrastiveConfig } from '../../src/model/contrastive/config';
import { imageTower } from '../../src/model/contrastive/image-tower';
import { captionEmbedding, type Lexicon } from '../../src/model/contrastive/lexicon';
import { textTower } from '../../src/model/contrastive/text-tower';
import { PAD, type Tokeniser } from '../../src/model/contrastive/vocabulary';
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

/** What reads captions. */
export interface CaptionReader {
  readonly params: Params;
  readonly config: ContrastiveConfig;
  readonly tokeniser: Tokeniser;
  /** Without it, the text tower speaks alone. */
  readonly lexicon?: Lexicon | undefined;
}

/** captions -> [captions, E]; with a lexicon, a caption without any known word is nothing but zeros, and finds nothing */
export const embedCaptions = ({ params, config, tokeniser, lexicon }: CaptionReader, captions: readonly string[]): Embeddings =>
  inBatches(captions, config.embedDim, (batch) => {
    const ids = batch.map((text) => tokeniser.encode(text, config.text.length));
    const tower = readBack(() => textTower(params, config, Int32Array.from(ids.flatMap((own) => [...own]))));
    if (!lexicon) return tower;
    const both = new Float32Array(batch.length * config.embedDim);
    batch.forEach((text, i) => {
      const own = ids[i]?.some((id) => id !== PAD) ? tower.subarray(i * config.embedDim, (i + 1) * config.embedDim) : undefined;
      both.set(captionEmbedding(own, lexicon.embed(text)) ?? [], i * config.embedDim);
    });
    return both;
  });
