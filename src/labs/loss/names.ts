/** What pairs are called: concept and artist as the samples name them. */
import type { Language } from '../../model/types';
import type { Samples } from '../shared/files';
import type { Pair } from './batch';
import { isOwn, type ShownPair } from './own-pair';

export const conceptName = (samples: Samples, { concept }: Pair, language: Language): string =>
  samples.concepts.find((candidate) => candidate.concept === concept)?.label[language] ?? concept;

export const artistName = (samples: Samples, { artist }: Pair): string =>
  samples.attributions.find(({ id }) => id === artist)?.title ?? artist;

export const captionOf = (samples: Samples, pair: ShownPair, language: Language): string =>
  isOwn(pair) ? pair.caption : conceptName(samples, pair, language);
