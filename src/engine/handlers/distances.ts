/** op distances: how far one cell of the shown reconstruction is from every entry. */
import { squaredDistances } from '../../model/quantizer';
import { entriesOf, latentsAt } from './generation';
import { createPasses } from './passes';
import { currentImage, type Workshop } from './workshop';

/** -> [K], empty for 'inf' */
export async function distances(workshop: Workshop, cell: number): Promise<Float32Array> {
  const current = currentImage(workshop);
  const model = await workshop.models.vqvae(current.shown.grid);
  const { codeDim } = model.manifest.config;
  const latents = await latentsAt(createPasses(workshop.backend, workshop.models), model, current, current.shown);
  return squaredDistances(latents.subarray(cell * codeDim, (cell + 1) * codeDim), entriesOf(model, current.shown.codebook));
}
