/** Checks what was read of the samples and the gallery. Fetched when it is needed: the checking library is larger than a lab. */
import * as z from 'zod/mini';
import { galleryConceptsSchema, samplesSchema } from '../../dataset/shipped-schema';
import { breathe } from './breathe';
import type { Gallery, Samples } from './files';

/** Throws where the list is not what it should be. */
export const checkSamples = (json: unknown): Samples => samplesSchema.parse(json);

/** Concepts checked in a row: some milliseconds of a phone's time. */
const AT_ONCE = 50;
const someConcepts = galleryConceptsSchema.shape.concepts;
const unchecked = z.extend(galleryConceptsSchema, { concepts: z.array(z.unknown()) });

/** The same of the gallery, which is long: the page can answer the reader in between. */
export async function checkGallery(json: unknown): Promise<Gallery> {
  const { concepts, ...rest } = unchecked.parse(json);
  const checked: Gallery['concepts'] = [];
  for (let from = 0; from < concepts.length; from += AT_ONCE) {
    checked.push(...someConcepts.parse(concepts.slice(from, from + AT_ONCE)));
    await breathe();
  }
  return { ...rest, concepts: checked };
}
