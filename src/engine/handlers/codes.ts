/** op codes: both codes of images that do not become the current one. */
import { nearestCodes } from '../../model/quantizer';
import type { RgbImage } from '../../model/types';
import type { GenerationSettings, ManyCodes } from '../protocol';
import { identityOf } from '../stores/models';
import { entriesOf, latentsFor } from './generation';
import { createPasses } from './passes';
import type { Workshop } from './workshop';

export async function codes(
  { backend, models }: Workshop,
  images: readonly RgbImage[],
  settings: GenerationSettings,
): Promise<ManyCodes> {
  const { grid, codebook } = settings;
  const [contrastive, vqvae] = await Promise.all([models.contrastive(), models.vqvae(grid)]);
  const passes = images.length === 0 ? [] : await createPasses(backend, models).encodeEach(contrastive, vqvae, images);
  const { codeDim } = vqvae.manifest.config;
  const entries = entriesOf(vqvae, codebook); // [K·D]
  return {
    grid,
    codebook,
    models: { understanding: identityOf(contrastive), generation: identityOf(vqvae) },
    images: passes.map(({ embedding, latents: all }) => {
      const latents = latentsFor(vqvae, all, codebook); // [G·G·D]
      return { embedding, latents, tokens: codebook === 'inf' ? new Uint16Array() : nearestCodes(latents, entries, codeDim) };
    }),
    entries,
    codeDim,
  };
}
