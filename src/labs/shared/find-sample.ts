/** Samples by name, as the address and the text choose them. */
import type { SampleChoice } from '../lab';
import type { Sample, Samples } from './files';

/** The sample that a choice names; undefined where there is none, or where the artist named did not draw it. */
export function findSample({ concepts }: Samples, { concept, artist }: SampleChoice): Sample | undefined {
  const sample = concepts.find((candidate) => candidate.concept === concept);
  return artist === undefined || sample?.artists.includes(artist) ? sample : undefined;
}
