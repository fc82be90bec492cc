/**
 * What the VQ-VAE minimises: reconstruction + β·commitment, codebooks by moving averages (arXiv 1711.00937, eq. 3 and appendix A.1).
 * A batch is cut into groups, each quantised at another codebook size, so that one trunk learns to serve them all.
 */
import {
  add,
  argMax,
  concat,
  gather,
  log,
  matMul,
  mean,
  mul,
  reshape,
  type Scalar,
  slice,
  square,
  squaredDifference,
  sub,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
  tensor2d,
  tensor4d,
} from '@tensorflow/tfjs-core';
import type { Collective } from '../collective';
import { stopGradient } from '../gradients';
import type { Objective } from '../trainer';
import type { Rng } from '../types';
import { type CodebookSize, IMAGE_SIZE, type Params } from '../types';
import { type Assignment, createCodebooks } from './codebooks';
import { finiteSizes, type VqvaeConfig, vqvaeSpecs } from './config';
import { decodeEmbedded, embedCodes, encodeTrunk, latents } from './model';

/** Images in 0..1, row-major. [B·H·W·3] */
export type VqvaeBatch = Float32Array;

export interface VqvaeTraining {
  /** Weight of the commitment term. */
  readonly beta: number;
  /** Parts of a worker's batch, one codebook size each; divides the batch. */
  readonly groups: number;
  /** Steps without a quantiser, after which the codebooks start by k-means. */
  readonly continuousSteps: number;
}

/** @param steps of the whole run; a quarter of a short one passes without a quantiser, so that its codebooks start too */
export const vqvaeTraining = (steps: number): VqvaeTraining => ({
  beta: 0.25,
  groups: 4,
  continuousSteps: Math.max(1, Math.min(150, Math.floor(steps / 4))),
});

/** Keeps the logarithm finite: 40 dB. */
const FLOOR = 1e-4;

/** Turns of a codebook size in a round: the larger ones have more to learn. */
const turnsOf = (size: CodebookSize): number => (size === 'inf' || size < 128 ? 1 : size < 512 ? 2 : 3);

/** Sizes of this step's groups over all workers: shuffled rounds in which each size has its turns. */
export function sizesOfStep(
  config: VqvaeConfig,
  step: number,
  groups: number,
  rank: number,
  workers: number,
  rng: Rng,
): CodebookSize[] {
  const turns = config.codebooks.flatMap((size) => Array.from({ length: turnsOf(size) }, (_, i) => ({ size, i })));
  return Array.from({ length: groups }, (_, group) => {
    const turn = (step * workers + rank) * groups + group;
    const round = rng.fork('round', Math.floor(turn / turns.length));
    const order = turns.map(({ size, i }) => ({ size, key: round.fork(String(size), i).next() })).sort((a, b) => a.key - b.key);
    return (order[turn % turns.length] as { size: CodebookSize }).size;
  });
}

export function createVqvaeObjective(
  config: VqvaeConfig,
  training: VqvaeTraining,
  rng: Rng,
  collective: Collective,
): Objective<VqvaeBatch> {
  const codebooks = createCodebooks(config, rng, collective);
  const { codeDim } = config;
  const { beta, groups, continuousSteps } = training;
  const sizesAt = (step: number): CodebookSize[] => sizesOfStep(config, step, groups, collective.rank, collective.size, rng);

  /** Nearest entries; on the sphere the largest inner product is the smallest distance. z [.., D] -> tokens [R] */
  const nearest = (z: Tensor4D, entries: Tensor2D): Tensor1D =>
    argMax(matMul(reshape(z, [-1, codeDim]) as Tensor2D, entries, false, true), 1);

  /** One group: its codes, embedded for the decoder, its commitment term, and its latents with the tokens that they chose. */
  function encodeGroup(
    params: Params,
    trunk: Tensor4D,
    size: CodebookSize,
    quantised: boolean,
  ): { embedded: Tensor4D; commitment: Tensor; chosen?: { z: Tensor4D; tokens: Tensor1D } } {
    const z = latents(params, trunk, size);
    if (size === 'inf' || !quantised) return { embedded: embedCodes(params, z, size), commitment: sum(mul(z, 0)) };
    const book = tensor2d(codebooks.entries(size), [size, codeDim]);
    // Constants: no gradient passes through the choice.
    const tokens = stopGradient(z, (input) => nearest(input, book));
    const entries = stopGradient(z, () => reshape(gather(book, tokens), z.shape));
    // Straight-through: the value is the entry's, the gradient goes to z.
    const through = add(
      z,
      stopGradient(z, (input) => sub(entries, input)),
    ) as Tensor4D;
    return {
      embedded: embedCodes(params, through, size),
      commitment: mean(sum(squaredDifference(z, entries), -1)),
      chosen: { z, tokens },
    };
  }

  return {
    specs: vqvaeSpecs(config),
    buffers: codebooks.buffers,
    pass(params, batch, step) {
      const count = batch.length / (IMAGE_SIZE * IMAGE_SIZE * 3);
      const part = count / groups;
      const x = tensor4d(batch, [count, IMAGE_SIZE, IMAGE_SIZE, 3]);
      const trunk = encodeTrunk(params, config, x); // [B, G, G, C]
      const encoded = sizesAt(step).map((size, g) =>
        encodeGroup(params, slice(trunk, [g * part, 0, 0, 0], [part, -1, -1, -1]), size, step >= continuousSteps),
      );
      const starts = step === continuousSteps - 1 ? finiteSizes(config) : [];
      const y = decodeEmbedded(
        params,
        config,
        concat(
          encoded.map(({ embedded }) => embedded),
          0,
        ),
      ); // [B, H, W, 3]
      // Logarithms image by image: their mean is the mean PSNR, the figure by which the models are judged.
      const logErrors = log(add(mean(reshape(square(sub(y, x)), [count, -1]), 1), FLOOR)) as Tensor1D; // [B]
      const reconstruction = mean(logErrors);
      const commitment = encoded.map((group) => group.commitment).reduce((a, b) => add(a, b));
      return {
        loss: add(reconstruction, mul(commitment, beta / groups)) as Scalar,
        seen: Object.fromEntries([
          ['errors', mean(reshape(logErrors, [groups, part]), 1)],
          ...starts.map((size) => [`start/${size}`, latents(params, trunk, size as CodebookSize)] as const),
          ...encoded.flatMap(({ chosen }, g) =>
            chosen ? [[`latents/${g}`, chosen.z] as const, [`tokens/${g}`, chosen.tokens] as const] : [],
          ),
        ]),
      };
    },
    afterStep(step, _batch, seen) {
      const sizes = sizesAt(step);
      const random = rng.fork('codebooks', step);
      for (const size of finiteSizes(config)) {
        const points = seen[`start/${size}`];
        if (points) codebooks.start(size, points as Float32Array, random.fork('start', size));
      }
      const assignments = sizes.flatMap((size, g): Assignment[] => {
        const [points, tokens] = [seen[`latents/${g}`], seen[`tokens/${g}`]];
        return points && tokens ? [{ size: size as number, latents: points as Float32Array, tokens: tokens as Int32Array }] : [];
      });
      const restarted = step >= continuousSteps ? codebooks.update(assignments, random) : 0;
      const figures = [...(seen.errors as Float32Array)].map((error, g) => [`psnr/${sizes[g]}`, (-10 * error) / Math.LN10]);
      return { ...Object.fromEntries(figures), restarted };
    },
  };
}
