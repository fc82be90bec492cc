/** Rows of all workers in every worker, differentiable: what a contrastive loss over the whole batch needs. */
import { customGrad, mul, slice, type Tensor, type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import type { Collective } from './collective';

/**
 * [N, E] on each of R workers -> [R·N, E], by rank.
 * Each worker computes the loss of all rows, so the gradient of its own rows is whole there; it is scaled by R since the trainer averages over workers.
 */
export function gatherRows(local: Tensor2D, collective: Collective): Tensor2D {
  if (collective.size === 1) return local;
  const [rows, width] = local.shape;
  const gathered = customGrad((input) => {
    const parts = collective.allGather((input as Tensor2D).dataSync<'float32'>().slice());
    const all = new Float32Array(rows * width * collective.size);
    parts.forEach((part, rank) => all.set(part, rank * rows * width));
    return {
      value: tensor2d(all, [rows * collective.size, width]),
      gradFunc: (dy: Tensor) => mul(slice(dy as Tensor2D, [collective.rank * rows, 0], [rows, width]), collective.size),
    };
  });
  return gathered(local) as Tensor2D;
}
