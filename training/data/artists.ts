/** The artists: who drew, under which licence, and how their drawings are found. */
import * as z from 'zod/mini';
import { filled } from '../../src/checks';
import { type Artist, artistSchema } from '../../src/dataset/schema';
import artistsJson from './artists.json';

const artistSourceSchema = z.extend(artistSchema, {
  package: filled,
  /** By the package's code-point table, by icon names, by file names that are code points, or by the characters of a font. */
  join: z.enum(['codepoints', 'names', 'files', 'font']),
});

export type ArtistSource = z.infer<typeof artistSourceSchema>;

const all = z.array(artistSourceSchema).parse(artistsJson);

/** Those that the dataset is made of. */
export const ARTISTS: readonly ArtistSource[] = all.filter(({ role }) => role !== 'further');

/** Those that the contrastive model's training reads beside them; shown nowhere, and no part of any measurement. */
export const FURTHER_ARTISTS: readonly ArtistSource[] = all.filter(({ role }) => role === 'further');

/** The part of an artist's entry that the dataset's files carry. */
export function publicArtist(source: ArtistSource): Artist {
  return artistSchema.parse(source);
}
