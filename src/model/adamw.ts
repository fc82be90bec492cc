/** AdamW (Loshchilov & Hutter 2019, arXiv 1711.05101, Algorithm 2) on flat CPU arrays: the same bits on every backend. */

export interface AdamWSettings {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
  /** Largest global norm of the gradient; larger ones are scaled down to it. */
  readonly clipNorm: number;
}

export const ADAMW: AdamWSettings = { beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0.01, clipNorm: 1 };

/** First and second moments of the gradient, as long as the parameters. */
export interface Moments {
  readonly first: Float32Array;
  readonly second: Float32Array;
}

export function gradientNorm(gradient: Float32Array): number {
  let total = 0;
  for (const value of gradient) total += value * value;
  return Math.sqrt(total);
}

/**
 * One update in place.
 * @param step 1 for the first update
 * @param decays 1 where weight decay applies, else 0
 * @returns the gradient's norm before clipping
 */
export function adamwUpdate(
  params: Float32Array,
  gradient: Float32Array,
  moments: Moments,
  decays: Uint8Array,
  step: number,
  learningRate: number,
  settings: AdamWSettings,
): number {
  const { beta1, beta2, epsilon, weightDecay, clipNorm } = settings;
  const { first, second } = moments;
  const norm = gradientNorm(gradient);
  const scale = norm > clipNorm ? clipNorm / norm : 1;
  const rate = learningRate / (1 - beta1 ** step);
  const unbias = 1 / (1 - beta2 ** step);
  const shrink = learningRate * weightDecay;
  for (let i = 0; i < params.length; i++) {
    const g = (gradient[i] as number) * scale;
    const m = beta1 * (first[i] as number) + (1 - beta1) * g;
    const v = beta2 * (second[i] as number) + (1 - beta2) * g * g;
    first[i] = m;
    second[i] = v;
    const p = params[i] as number;
    params[i] = p - (rate * m) / (Math.sqrt(v * unbias) + epsilon) - shrink * (decays[i] as number) * p;
  }
  return norm;
}
