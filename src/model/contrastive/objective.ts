/** What the contrastive model minimises: image–text and artist–artist pairs of the batch over all workers. */
import { add, concat, type Scalar, slice, type Tensor2D, type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import type { Collective } from '../collective';
import { gatherRows } from '../gather-rows';
import { param } from '../params';
import type { Objective } from '../trainer';
import { IMAGE_SIZE } from '../types';
import { type ContrastiveConfig, imageTowerSpecs, lossSpecs, textTowerSpecs } from './config';
import { imageTower } from './image-tower';
import { logitsOf, samePairs, sigmoidLoss, softmaxLoss } from './loss';
import { textTower } from './text-tower';

/** P concepts, each drawn by two artists and named in two languages. */
export interface ContrastiveBatch {
  /** All first drawings, then all second ones, 0..1. [2·P·H·W·3] */
  readonly images: Float32Array;
  /** All captions in one language, then all in the other. [2·P·L] */
  readonly tokens: Int32Array;
  /** Concept of each of the P rows. [P] */
  readonly concepts: Int32Array;
}

const twice = (ids: Int32Array): Int32Array => Int32Array.from([...ids, ...ids]);

export function createContrastiveObjective(config: ContrastiveConfig, collective: Collective): Objective<ContrastiveBatch> {
  const pairLoss = config.loss === 'sigmoid' ? sigmoidLoss : softmaxLoss;
  const gatherIds = (ids: Int32Array): Int32Array =>
    Int32Array.from(collective.allGather(Float32Array.from(ids)).flatMap((part) => [...part]));
  let figures: Record<string, number> = {};
  return {
    specs: [...imageTowerSpecs(config), ...textTowerSpecs(config), ...lossSpecs('text'), ...lossSpecs('artists')],
    buffers: {},
    loss(params, { images, tokens, concepts }) {
      const pairs = concepts.length;
      const x = tensor4d(images, [2 * pairs, IMAGE_SIZE, IMAGE_SIZE, 3]) as Tensor4D;
      const { embedding } = imageTower(params, config, x); // [2P, E]
      const drawings = [0, 1].map((half) => gatherRows(slice(embedding, [half * pairs, 0], [pairs, -1]), collective)) as [
        Tensor2D,
        Tensor2D,
      ];
      const texts = gatherRows(textTower(params, config, tokens), collective); // [R·2P, E]
      const ids = gatherIds(concepts);
      const compare = (name: string, a: Tensor2D, b: Tensor2D, idsA: Int32Array, idsB: Int32Array): Scalar =>
        pairLoss(
          logitsOf(a, b, param(params, `loss/${name}/logScale`), param(params, `loss/${name}/bias`)),
          samePairs(idsA, idsB),
        );
      const text = compare('text', concat(drawings, 0), texts, twice(ids), gatherIds(twice(concepts)));
      const artists = compare('artists', drawings[0], drawings[1], ids, ids);
      figures = { text: text.dataSync<'float32'>()[0] as number, artists: artists.dataSync<'float32'>()[0] as number };
      return add(text, artists) as Scalar;
    },
    afterStep: () => figures,
  };
}
