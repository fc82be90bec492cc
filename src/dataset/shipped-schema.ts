/** The shapes of the JSON files that come with the page: written by the data build, checked by whoever reads them. */
import * as z from 'zod/mini';
import { count, filled, positiveInt, sha256 } from '../checks';

/** Code points as emojibase writes them, e.g. `1F600`. */
export const hexcode = z.string().check(z.regex(/^[0-9A-F]{4,5}(-[0-9A-F]{4,5})*$/));
export const byLanguage = <T extends z.ZodMiniType>(value: T) => z.object({ en: value, zh: value });
const splitName = z.enum(['train', 'validation', 'test']);

/** Whose art it is. */
export const creditSchema = z.object({
  id: filled,
  title: filled,
  author: filled,
  /** SPDX identifier. */
  licence: filled,
  licenceUrl: z.url(),
  source: z.url(),
});

const attributionSchema = z.extend(creditSchema, { changes: byLanguage(filled) });

/** public/samples/samples.json: the pictures offered on opening. */
export const samplesSchema = z.object({
  groundRgb: z.tuple([count, count, count]),
  thumbs: z.object({ file: filled, cell: positiveInt, columns: positiveInt, sha256 }),
  concepts: z.array(
    z.object({
      concept: hexcode,
      emoji: filled,
      label: byLanguage(filled),
      split: splitName,
      /** Artist ids, in the order of the images in `file`. */
      artists: z.array(filled).check(z.minLength(1)),
      /** zlib stream of 64×64 RGB images on the ground colour, one after the other. */
      file: filled,
      bytes: positiveInt,
      sha256,
    }),
  ),
  attributions: z.array(attributionSchema),
});

const galleryConceptSchema = z.object({
  concept: hexcode,
  emoji: filled,
  subgroup: filled,
  artist: filled,
  /** Cell of thumbs/<subgroup>.webp, row-major. */
  sheetIndex: count,
  label: byLanguage(filled),
  split: splitName,
});

/** public/gallery/concepts.json: every concept once, in the order of the embedding rows. */
export const galleryConceptsSchema = z.object({
  groundRgb: z.tuple([count, count, count]),
  cell: positiveInt,
  columns: positiveInt,
  concepts: z.array(galleryConceptSchema),
  attributions: z.array(attributionSchema),
});

export type SplitName = z.infer<typeof splitName>;
export type Attribution = z.infer<typeof attributionSchema>;
export type Samples = z.infer<typeof samplesSchema>;
export type GalleryConcepts = z.infer<typeof galleryConceptsSchema>;
