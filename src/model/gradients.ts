/** Gradient surgery that tfjs does not ship. */
import { customGrad, type Tensor, tidy, zerosLike } from '@tensorflow/tfjs-core';

/** `f(x)` as a constant: nothing flows back through it (the sg[·] of VQ-VAE, arXiv 1711.00937, eq. 3). */
export function stopGradient<T extends Tensor, R extends Tensor>(x: T, f: (x: T) => R): R {
  const constant = customGrad((input) => {
    const value = tidy(() => f(input as T));
    return { value, gradFunc: () => zerosLike(input as T) };
  });
  return constant(x) as R;
}
