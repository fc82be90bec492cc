/** The shapes of the JSON files that models are trained from: written by the data build, checked by whoever reads them. */
import * as z from 'zod/mini';
import { count, filled, positiveInt } from '../checks';
import { byLanguage, creditSchema, hexcode } from './shipped-schema';

/** One meaning, drawn by many artists. */
const conceptSchema = z.object({
  /** Code points as emojibase writes them, e.g. `1F600`. */
  concept: hexcode,
  emoji: filled,
  group: filled,
  subgroup: filled,
  label: byLanguage(filled),
  tags: byLanguage(z.array(filled)),
  /** The label or a tag names a side or a sense of turning. */
  sided: z.boolean(),
  /** A mirrored drawing still means the same: not sided, no letters, digits, dials, maps or flags. */
  flippable: z.boolean(),
  /** Concepts whose drawings are nearly the same share a family, and with it a split. */
  family: filled,
});
export const conceptsSchema = z.array(conceptSchema);

export const artistSchema = z.extend(creditSchema, {
  /** `unseen` is kept for evaluation: never trained on, never shipped. `further` is read by the contrastive model's training alone. */
  role: z.enum(['train', 'unseen', 'further']),
});

/** Describes renderings.bin: one 64×64 RGBA image (straight alpha, 16,384 bytes) an item, in this order. */
export const renderingsSchema = z.object({
  artists: z.array(artistSchema),
  items: z.array(z.object({ concept: count, artist: count })),
});

/**
 * Describes icons.bin: the alpha of one 64×64 drawing (4,096 bytes) an item, in this order. A name stands for what icons of several
 * sets show; which concept it is, no caption says.
 */
export const iconsSchema = z.object({
  sets: z.array(creditSchema),
  names: z.array(filled),
  items: z.array(z.object({ name: count, set: count })),
});

export const keywordsSchema = z.object({
  /**
   * What the training concepts are called elsewhere, beside their labels and tags: other people's keywords, words of a dictionary's
   * entry, the names in traditional characters made simplified. Held-out concepts have no entry.
   */
  concepts: z.record(hexcode, byLanguage(z.array(filled))),
  /** What a dictionary says of nouns that may not be among these: synonyms, what it is a kind of, a definition. By word. */
  nouns: z.record(filled, filled),
});

export const splitSchema = z.object({
  seed: z.number(),
  unseenArtist: filled,
  train: z.array(hexcode),
  validation: z.array(hexcode),
  test: z.array(hexcode),
});

/** Describes photos.bin: one 64×64 RGB image (12,288 bytes) an entry, in this order; crops in pixels of the source. */
export const photosSchema = z.array(z.object({ source: filled, crop: z.object({ x: count, y: count, size: positiveInt }) }));

export type Concept = z.infer<typeof conceptSchema>;
export type Artist = z.infer<typeof artistSchema>;
export type Renderings = z.infer<typeof renderingsSchema>;
export type Icons = z.infer<typeof iconsSchema>;
export type Keywords = z.infer<typeof keywordsSchema>;
export type Split = z.infer<typeof splitSchema>;
export type Photos = z.infer<typeof photosSchema>;
