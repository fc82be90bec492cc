/** What public/gallery/ says of its files: which weights they were made with, and what their bytes must be. */
import * as z from 'zod/mini';
import { positiveInt, sha256 } from '../checks';

const file = z.object({ path: z.string(), bytes: positiveInt, sha256 });

export const galleryIndexSchema = z.object({
  /** SHA-256 of the image tower's weight file; a gallery of other weights is stale. */
  weights: sha256,
  /** Of the text tower's, which embedded the captions. */
  textWeights: sha256,
  dim: positiveInt,
  /** Rows of each table, in the order of concepts.json. */
  rows: positiveInt,
  /** Packed unit vectors. */
  files: z.object({ embeddings: file, captions: z.object({ zh: file, en: file }) }),
});
export type GalleryIndex = z.infer<typeof galleryIndexSchema>;
export type GalleryFile = z.infer<typeof file>;

/** Codebook of the gallery's tokens: large enough to draw well, and its 9 bits are those of the article's examples. */
export const GALLERY_CODEBOOK = 512;

/** Side of the gallery's pixel tables: as many cells as the coarse token grid has, so that the two are compared cell by cell. */
export const GALLERY_PIXEL_SIDE = 8;

/** Tokens of one grid, row-major by drawing, little-endian 16-bit. [R·G·G] */
const tokensSchema = z.extend(file, {
  /** SHA-256 of the VQ-VAE's weight file; tokens of other weights mean other entries. */
  weights: sha256,
});
export type GalleryTokens = z.infer<typeof tokensSchema>;

/** codes.json: the same drawings as tokens and as pixels. Apart from index.json, because only some labs ask for them. */
export const galleryCodesSchema = z.object({
  rows: positiveInt,
  codebook: z.literal(GALLERY_CODEBOOK),
  tokens: z.object({ 16: tokensSchema, 8: tokensSchema }),
  /** RGB means of square cells. [R·S·S·3] */
  pixels: z.extend(file, { side: z.literal(GALLERY_PIXEL_SIDE) }),
});
export type GalleryCodes = z.infer<typeof galleryCodesSchema>;

/**
 * Tokens from their bytes. [R·G·G]
 * @throws RangeError where the count is not that of `rows` drawings or a token has no entry
 */
export function readTokens(bytes: Uint8Array, rows: number, grid: number): Uint16Array {
  const tokens = new Uint16Array(bytes.slice().buffer);
  if (tokens.length !== rows * grid * grid)
    throw new RangeError(`${tokens.length} tokens for ${rows} drawings at ${grid}×${grid}`);
  const outside = tokens.find((token) => token >= GALLERY_CODEBOOK);
  if (outside !== undefined) throw new RangeError(`token ${outside} in a codebook of ${GALLERY_CODEBOOK}`);
  return tokens;
}
