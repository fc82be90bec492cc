/** op encode: an image becomes the current one and is encoded both ways. */
import { PATCH_GRID } from '../../model/contrastive/config';
import type { Language, RgbImage } from '../../model/types';
import type { Encoding, GenerationSettings, UnderstandingResult } from '../protocol';
import { identityOf } from '../stores/models';
import { reconstruct } from './generation';
import { createPasses } from './passes';
import { bestCaptions, nearestConcepts } from './understanding';
import type { CurrentImage, Workshop } from './workshop';

export async function encode(
  workshop: Workshop,
  image: RgbImage,
  settings: GenerationSettings,
  language: Language,
): Promise<Encoding> {
  const { models, gallery } = workshop;
  const [contrastive, vqvae] = await Promise.all([models.contrastive(), models.vqvae(settings.grid)]);
  const passes = createPasses(workshop.backend, models);
  const { embedding, attention, ...drawn } = await passes.encode(contrastive, vqvae, image, settings.codebook);
  const { latents } = drawn;
  const current: CurrentImage = { image, embedding, latents: new Map([[settings.grid, latents]]), shown: settings };
  const [generation, nearest, captions] = await Promise.all([
    reconstruct(passes, vqvae, current, settings, drawn),
    nearestConcepts(gallery, contrastive.sha256, embedding),
    bestCaptions(gallery, contrastive.sha256, embedding, language),
  ]);
  workshop.current = current;
  const understanding: UnderstandingResult = {
    model: identityOf(contrastive),
    embedding: embedding.slice(),
    attention,
    attentionSide: PATCH_GRID,
    nearest,
    captions,
  };
  return { understanding, generation };
}
