/** Pictures as plain pixels, the representation that every learned one has to beat. */
import { IMAGE_SIZE } from '../../src/model/types';
import type { Embeddings } from './embed';

/** Mean removed, unit length, so that the inner product is the correlation of two pictures. images: 64×64 RGB each -> [images, 64·64·3] */
export function pixelVectors(images: readonly Uint8Array[]): Embeddings {
  const dim = IMAGE_SIZE * IMAGE_SIZE * 3;
  const values = new Float32Array(images.length * dim);
  images.forEach((image, row) => {
    const mean = image.reduce((sum, value) => sum + value, 0) / dim;
    const length = Math.sqrt(image.reduce((sum, value) => sum + (value - mean) ** 2, 0)) || 1;
    values.set(
      Float32Array.from(image, (value) => (value - mean) / length),
      row * dim,
    );
  });
  return { dim, values };
}
