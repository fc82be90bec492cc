/**
 * The independent judge of the drawings: a small convolutional network that names the emoji group from pixels. It shares no weights with
 * any encoder under test. Half of its lessons are coarsened, so that it does not fail a drawing for being soft.
 */
import {
  logSoftmax,
  mean,
  mul,
  neg,
  oneHot,
  relu,
  type Scalar,
  sub,
  sum,
  type Tensor2D,
  type Tensor4D,
  tensor1d,
  tensor4d,
} from '@tensorflow/tfjs-core';
import type { Rng } from '../../src/dataset/rng';
import { conv, dense, resBlock, resBlockSpecs } from '../../src/model/layers';
import { linearSpecs, type ParamSpec } from '../../src/model/params';
import { spaceToDepth } from '../../src/model/space-to-depth';
import type { Objective } from '../../src/model/trainer';
import { IMAGE_SIZE, type Params } from '../../src/model/types';
import { readBack } from '../evaluate/read-back';
import { unitPixels } from '../recipes/unit-pixels';

const PATCH = 4;
const WIDTH = 48;
const DEEP_WIDTH = 64;
/** Pictures a pass when it judges. */
const BATCH = 64;

export interface JudgeBatch {
  /** 64×64 RGB each. */
  readonly pictures: readonly Uint8Array[];
  readonly groups: readonly number[];
}

export const judgeSpecs = (groups: number): ParamSpec[] => [
  ...linearSpecs('judge/stem', [3, 3, PATCH * PATCH * 3, WIDTH]),
  ...linearSpecs('judge/down', [3, 3, WIDTH, DEEP_WIDTH]),
  ...resBlockSpecs('judge/block0', DEEP_WIDTH),
  ...resBlockSpecs('judge/block1', DEEP_WIDTH),
  ...linearSpecs('judge/name', [DEEP_WIDTH, groups], 0.3),
];

/** Logits of the groups. x [B, H, W, 3] in 0..1 -> [B, groups] */
function judgeLogits(params: Params, x: Tensor4D): Tensor2D {
  let h = conv(params, 'judge/stem', spaceToDepth(sub(x, 0.5), PATCH)); // [B, 16, 16, C]
  h = conv(params, 'judge/down', relu(h), 2); // [B, 8, 8, C']
  h = resBlock(params, 'judge/block1', resBlock(params, 'judge/block0', h));
  return dense(params, 'judge/name', mean(relu(h), [1, 2])) as Tensor2D;
}

const tensorOf = (pictures: readonly Uint8Array[]): Tensor4D =>
  tensor4d(unitPixels(pictures), [pictures.length, IMAGE_SIZE, IMAGE_SIZE, 3]);

export function createJudgeObjective(groups: number): Objective<JudgeBatch> {
  return {
    specs: judgeSpecs(groups),
    buffers: {},
    pass(params, { pictures, groups: right }) {
      const logits = judgeLogits(params, tensorOf(pictures)); // [B, groups]
      const targets = oneHot(tensor1d([...right], 'int32'), groups);
      return { loss: neg(mean(sum(mul(logSoftmax(logits), targets), 1))) as Scalar, seen: {} };
    },
    afterStep: () => ({}),
  };
}

/** The group that the judge names for each picture. */
export function namedGroups(params: Params, groups: number, pictures: readonly Uint8Array[]): number[] {
  const named: number[] = [];
  for (let from = 0; from < pictures.length; from += BATCH) {
    const logits = readBack(() => judgeLogits(params, tensorOf(pictures.slice(from, from + BATCH))));
    for (let start = 0; start < logits.length; start += groups) {
      const row = logits.subarray(start, start + groups);
      named.push(row.indexOf(row.reduce((top, value) => Math.max(top, value), Number.NEGATIVE_INFINITY)));
    }
  }
  return named;
}

/** Half of the pictures as they are, a quarter each averaged over squares of 2 and of 4 pixels. */
export function softened(pixels: Uint8Array, random: Rng): Uint8Array {
  const kind = random.int(4);
  return kind < 2 ? pixels : blocksOf(pixels, kind === 2 ? 2 : 4);
}

function blocksOf(pixels: Uint8Array, side: number): Uint8Array {
  const out = new Uint8Array(pixels.length);
  const at = (y: number, x: number, c: number) => (y * IMAGE_SIZE + x) * 3 + c;
  for (let y = 0; y < IMAGE_SIZE; y += side)
    for (let x = 0; x < IMAGE_SIZE; x += side)
      for (let c = 0; c < 3; c++) {
        let total = 0;
        for (let v = 0; v < side; v++) for (let u = 0; u < side; u++) total += pixels[at(y + v, x + u, c)] as number;
        const value = Math.round(total / (side * side));
        for (let v = 0; v < side; v++) for (let u = 0; u < side; u++) out[at(y + v, x + u, c)] = value;
      }
  return out;
}
