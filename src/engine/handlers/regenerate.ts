/** op regenerate: the current image at another codebook size or grid. */
import type { GenerationResult, GenerationSettings } from '../protocol';
import { reconstruct } from './generation';
import { createPasses } from './passes';
import { currentImage, type Workshop } from './workshop';

export async function regenerate(workshop: Workshop, settings: GenerationSettings): Promise<GenerationResult> {
  const current = currentImage(workshop);
  const model = await workshop.models.vqvae(settings.grid);
  return reconstruct(createPasses(workshop.backend, workshop.models), model, current, settings);
}
