/** The shapes of the JSON files that come with the page: written by the data build, checked by whoever reads them. */
import { z } from 'zod';

/** Code points as emojibase writes them, e.g. `1F600`. */
export const hexcode = z.string().regex(/^[0-9A-F]{4,5}(-[0-9A-F]{4,5})*$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const index = z.int().nonnegative();
export const byLanguage = <T extends z.ZodType>(value: T) => z.object({ en: value, zh: value });
const splitName = z.enum(['train', 'validation', 'test']);

/** Whose art it is. */
export const creditSchema = z.object({
  id: z.string().min(1),
  title: z.string().min(1),
  author: z.string().min(1),
  /** SPDX identifier. */
  licence: z.string().min(1),
  licenceUrl: z.url(),
  source: z.url(),
});

const attributionSchema = creditSchema.extend({ changes: byLanguage(z.string().min(1)) });

/** public/samples/samples.json: the pictures offered on opening. */
export const samplesSchema = z.object({
  groundRgb: z.tuple([index, index, index]),
  thumbs: z.object({ file: z.string().min(1), cell: z.int().positive(), columns: z.int().positive(), sha256 }),
  concepts: z.array(
    z.object({
      concept: hexcode,
      emoji: z.string().min(1),
      label: byLanguage(z.string().min(1)),
      split: splitName,
      /** Artist ids, in the order of the images in `file`. */
      artists: z.array(z.string().min(1)).min(1),
      /** zlib stream of 64×64 RGB images on the ground colour, one after the other. */
      file: z.string().min(1),
      bytes: z.int().positive(),
      sha256,
    }),
  ),
  attributions: z.array(attributionSchema),
});

const galleryConceptSchema = z.object({
  concept: hexcode,
  emoji: z.string().min(1),
  subgroup: z.string().min(1),
  artist: z.string().min(1),
  /** Cell of thumbs/<subgroup>.webp, row-major. */
  sheetIndex: index,
  label: byLanguage(z.string().min(1)),
  split: splitName,
});

/** public/gallery/concepts.json: every concept once, in the order of the embedding rows. */
export const galleryConceptsSchema = z.object({
  groundRgb: z.tuple([index, index, index]),
  cell: z.int().positive(),
  columns: z.int().positive(),
  concepts: z.array(galleryConceptSchema),
  attributions: z.array(attributionSchema),
});

export type SplitName = z.infer<typeof splitName>;
export type Attribution = z.infer<typeof attributionSchema>;
export type Samples = z.infer<typeof samplesSchema>;
export type GalleryConcepts = z.infer<typeof galleryConceptsSchema>;
