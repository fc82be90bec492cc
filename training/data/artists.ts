/** The artists: who drew, under which licence, and how their drawings are found. */
import { z } from 'zod';
import { type Artist, artistSchema } from '../../src/dataset/schema';
import artistsJson from './artists.json';

const artistSourceSchema = artistSchema.extend({
  package: z.string().min(1),
  /** By the package's code-point table, by icon names, or by file names that are code points. */
  join: z.enum(['codepoints', 'names', 'files']),
});

export type ArtistSource = z.infer<typeof artistSourceSchema>;

export const ARTISTS: readonly ArtistSource[] = z.array(artistSourceSchema).parse(artistsJson);

/** The part of an artist's entry that the dataset's files carry. */
export function publicArtist(source: ArtistSource): Artist {
  return artistSchema.parse(source);
}
