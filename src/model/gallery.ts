/** What public/gallery/index.json says: which weights the embeddings were made with, and what their files must be. */
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const file = z.object({ path: z.string(), bytes: z.number().int().positive(), sha256 });

export const galleryIndexSchema = z.object({
  /** SHA-256 of the image tower's weight file; a gallery of other weights is stale. */
  weights: sha256,
  dim: z.number().int().positive(),
  /** Rows of each table, in the order of concepts.json. */
  rows: z.number().int().positive(),
  /** Packed unit vectors. */
  files: z.object({ embeddings: file, captions: z.object({ zh: file, en: file }) }),
});
export type GalleryIndex = z.infer<typeof galleryIndexSchema>;
export type GalleryFile = z.infer<typeof file>;
