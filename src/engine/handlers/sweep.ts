/** op sweep: one image drawn back at several settings; the current image stays. */
import type { RgbImage } from '../../model/types';
import type { GenerationResult, GenerationSettings } from '../protocol';
import { reconstruct } from './generation';
import { createPasses } from './passes';
import type { CurrentImage, Workshop } from './workshop';

export async function sweep(
  { backend, models, current }: Workshop,
  image: RgbImage,
  settings: readonly GenerationSettings[],
): Promise<GenerationResult[]> {
  const passes = createPasses(backend, models);
  // What is known of the current image need not be computed again.
  const isCurrent = current?.image.data.every((value, i) => value === image.data[i]) ?? false;
  const latents: CurrentImage['latents'] = (isCurrent && current?.latents) || new Map();
  const results: GenerationResult[] = [];
  for (const each of settings) {
    const subject = { image, embedding: new Float32Array(), latents, shown: each };
    results.push(await reconstruct(passes, await models.vqvae(each.grid), subject, each));
  }
  return results;
}
