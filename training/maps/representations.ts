/** The drawings as vectors whose Euclidean distance is the one that each representation is compared by. */

import type { MapRepresentation } from '../../src/dataset/maps';
import { GALLERY_CODEBOOK } from '../../src/model/gallery';
import { disposeParams, uploadParams } from '../../src/model/params';
import { tokenCounts } from '../../src/model/quantizer';
import type { VqvaeConfig } from '../../src/model/vqvae/config';
import { embedImages } from '../evaluate/embed';
import { pixelVectors } from '../evaluate/pixel-vectors';
import { tokensOf } from '../evaluate/tokens';
import type { readContrastive, readVqvae } from '../published';
import type { Vectors } from './neighbours';

/** Grid of the tokens counted: 256 a drawing fill a histogram of 512 entries better than 64. */
export const MAP_GRID = 16;

export const MAP_DISTANCES: Readonly<Record<MapRepresentation, string>> = {
  embedding: 'Euclidean between unit vectors: the order of the cosine',
  tokens: `Hellinger between code histograms of the ${MAP_GRID}×${MAP_GRID} grid at K = ${GALLERY_CODEBOOK}: Euclidean between square roots of shares`,
  pixels: 'Euclidean between all 64×64 RGB values, mean removed and of unit length: the order of the correlation',
};

function embeddings({ manifest, arrays }: ReturnType<typeof readContrastive>, images: readonly Uint8Array[]): Vectors {
  const params = uploadParams(arrays);
  const vectors = embedImages(params, manifest.config, images);
  disposeParams(params);
  return vectors;
}

/** Square roots of the entries' shares, so that Euclidean distance is Hellinger's. */
export function histograms(tokens: Uint16Array, images: number): Vectors {
  const cells = tokens.length / images;
  const values = new Float32Array(images * GALLERY_CODEBOOK);
  for (let image = 0; image < images; image++) {
    const counts = tokenCounts(tokens.subarray(image * cells, (image + 1) * cells), GALLERY_CODEBOOK);
    counts.forEach((count, entry) => {
      values[image * GALLERY_CODEBOOK + entry] = Math.sqrt(count / cells);
    });
  }
  return { dim: GALLERY_CODEBOOK, values };
}

function codeHistograms({ manifest, arrays }: ReturnType<typeof readVqvae>, images: readonly Uint8Array[]): Vectors {
  const params = uploadParams(arrays);
  const tokens = tokensOf(params, arrays, manifest.config as VqvaeConfig, images, GALLERY_CODEBOOK);
  disposeParams(params);
  return histograms(tokens, images.length);
}

/** Each computed when asked for: together they would fill a gigabyte. */
export const representations = (
  contrastive: ReturnType<typeof readContrastive>,
  vqvae: ReturnType<typeof readVqvae>,
  images: readonly Uint8Array[],
): Readonly<Record<MapRepresentation, () => Vectors>> => ({
  embedding: () => embeddings(contrastive, images),
  tokens: () => codeHistograms(vqvae, images),
  pixels: () => pixelVectors(images),
});
