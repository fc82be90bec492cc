/** op rank: how like an image the drawings and captions of the gallery are, by each of the image's codes; the current image stays. */
import { cellMeans } from '../../model/cell-means';
import { GALLERY_CODEBOOK, GALLERY_PIXEL_SIDE } from '../../model/gallery';
import { correlations, cosines, histogramOverlaps } from '../../model/gallery-scores';
import { nearestCodes } from '../../model/quantizer';
import type { GridSize, Language, RgbImage } from '../../model/types';
import type { GalleryRanking } from '../protocol';
import { identityOf } from '../stores/models';
import { entriesOf, latentsFor } from './generation';
import { createPasses, type ImagePass } from './passes';
import type { Workshop } from './workshop';

/** @throws EngineError gallery-missing | gallery-stale */
export async function rank(
  { backend, models, gallery }: Workshop,
  image: RgbImage,
  grid: GridSize,
  language: Language,
): Promise<GalleryRanking> {
  const [contrastive, vqvae] = await Promise.all([models.contrastive(), models.vqvae(grid)]);
  const [{ embeddings }, captions, tokens, pixels] = await Promise.all([
    gallery.open(contrastive.sha256),
    gallery.captions(contrastive.sha256, language),
    gallery.tokens(vqvae.sha256, grid),
    gallery.pixels(),
  ]);
  const [pass] = await createPasses(backend, models).encodeEach(contrastive, vqvae, [image]);
  const { embedding, latents } = pass as ImagePass;
  const own = latentsFor(vqvae, latents, GALLERY_CODEBOOK); // [G·G·D]
  const codeDim = vqvae.manifest.config.codeDim;
  return {
    models: { understanding: identityOf(contrastive), generation: identityOf(vqvae) },
    grid,
    codebook: GALLERY_CODEBOOK,
    embedding: cosines(embedding, embeddings),
    tokens: histogramOverlaps(nearestCodes(own, entriesOf(vqvae, GALLERY_CODEBOOK), codeDim), tokens),
    pixels: correlations(cellMeans(image.data, GALLERY_PIXEL_SIDE), pixels),
    captions: cosines(embedding, captions),
  };
}
