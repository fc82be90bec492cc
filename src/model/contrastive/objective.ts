/** What the contrastive model minimises: image–text and artist–artist pairs of the batch over all workers. */
import { add, concat, mul, type Scalar, slice, type Tensor2D, type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import type { Collective } from '../collective';
import { gatherRows } from '../gather-rows';
import { param } from '../params';
import type { Objective } from '../trainer';
import { IMAGE_SIZE } from '../types';
import { type ContrastiveConfig, imageTowerSpecs, lossSpecs, textTowerSpecs } from './config';
import { imageTower } from './image-tower';
import { logitsOf, rowCrossEntropy, samePairs, sigmoidLoss, softmaxLoss } from './loss';
import { createMemory, type Remembered } from './memory';
import { textTower } from './text-tower';

/** P concepts, each drawn by two artists and named in two languages, and Q things that have no caption, each drawn by two. */
export interface ContrastiveBatch {
  /** First drawings, of the concepts and then of the things; then second drawings likewise, 0..1. [2·(P + Q)·H·W·3] */
  readonly images: Float32Array;
  /** All captions in one language, then all in the other. [2·P·L] */
  readonly tokens: Int32Array;
  /** Concept of each of the P rows, numbered among those trained on. [P] */
  readonly concepts: Int32Array;
  /** Thing of each of the Q rows, numbered among the things. [Q] */
  readonly things: Int32Array;
}

const twice = (ids: Int32Array): Int32Array => Int32Array.from([...ids, ...ids]);

/** When batches begin to be compared with earlier ones. */
export interface MemoryUse {
  /** How many concepts are trained on. */
  readonly concepts: number;
  /** The first step that remembers and compares. */
  readonly from: number;
}

export function createContrastiveObjective(
  config: ContrastiveConfig,
  collective: Collective,
  use: MemoryUse,
): Objective<ContrastiveBatch> {
  const memory = createMemory(use.concepts, config.embedDim);
  const [pairLoss, memoryLoss] = config.loss === 'sigmoid' ? [sigmoidLoss, sigmoidLoss] : [softmaxLoss, rowCrossEntropy];
  const gatherIds = (ids: Int32Array): Int32Array =>
    Int32Array.from(collective.allGather(Float32Array.from(ids)).flatMap((part) => [...part]));
  return {
    specs: [...imageTowerSpecs(config), ...textTowerSpecs(config), ...lossSpecs('text'), ...lossSpecs('artists')],
    buffers: memory.buffers,
    pass(params, { images, tokens, concepts, things }, step) {
      const [pairs, rows] = [concepts.length, concepts.length + things.length];
      const x = tensor4d(images, [2 * rows, IMAGE_SIZE, IMAGE_SIZE, 3]) as Tensor4D;
      const embedding = imageTower(params, config, x).embedding; // [2·(P + Q), E]
      const halves = [0, 1].map((half) => (count: number) => slice(embedding, [half * rows, 0], [count, -1]) as Tensor2D);
      const [first, second] = halves.map((half) => gatherRows(half(rows), collective)) as [Tensor2D, Tensor2D]; // [R·(P + Q), E] each
      // What has a caption: the memory, too, holds these alone.
      const [ownFirst, ownSecond] = halves.map((half) => half(pairs)) as [Tensor2D, Tensor2D];
      const own = {
        drawings: concat([ownFirst, ownSecond], 0), // [2P, E]
        captions: textTower(params, config, tokens), // [2P, E]
      };
      const drawings = concat([gatherRows(ownFirst, collective), gatherRows(ownSecond, collective)], 0); // [2·R·P, E]
      const captions = gatherRows(own.captions, collective); // [R·2P, E]
      const ids = gatherIds(concepts);
      const drawn = gatherIds(Int32Array.from([...concepts, ...things.map((thing) => use.concepts + thing)]));
      const captionIds = gatherIds(twice(concepts));

      const logits = (name: 'text' | 'artists', a: Tensor2D, b: Tensor2D): Tensor2D =>
        logitsOf(a, b, param(params, `loss/${name}/logScale`), param(params, `loss/${name}/bias`));
      let text = pairLoss(logits('text', drawings, captions), samePairs(twice(ids), captionIds));
      let artists = pairLoss(logits('artists', first, second), samePairs(drawn, drawn));
      if (step >= use.from) {
        const past = { drawings: memory.recall('drawings'), captions: memory.recall('captions') };
        // Of this worker's rows alone: the trainer takes the mean over the workers.
        const compare = (
          name: 'text' | 'artists',
          rows: Tensor2D,
          { embeddings, silence, concepts: known }: Remembered,
        ): Scalar => memoryLoss(add(logits(name, rows, embeddings), silence), samePairs(twice(concepts), known));
        artists = add(artists, compare('artists', own.drawings, past.drawings));
        const both = [compare('text', own.drawings, past.captions), compare('text', own.captions, past.drawings)] as const;
        text = add(text, mul(0.5, add(...both)));
      }
      return { loss: add(text, artists) as Scalar, seen: { text, artists, ...(step >= use.from && { drawings, captions }) } };
    },
    afterStep(_step, { concepts }, { text, artists, drawings, captions }) {
      if (drawings && captions) {
        memory.remember({ kind: 'drawings', concepts: twice(gatherIds(concepts)), values: drawings as Float32Array });
        memory.remember({ kind: 'captions', concepts: gatherIds(twice(concepts)), values: captions as Float32Array });
      }
      return { text: text?.[0] as number, artists: artists?.[0] as number };
    },
  };
}
