/** What a picture is called where it stands without the page around it. */
import { useCallback } from 'react';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import type { LabHost, Picture } from '../lab';
import { readSamples, type Samples } from './files';
import { sharedTexts } from './texts';

function useNaming(): (picture: Picture, samples: Samples) => string {
  const t = useTexts(sharedTexts);
  const language = useLanguage();
  return useCallback(
    (picture, { concepts, attributions }) => {
      if (picture.kind === 'own') return picture.name;
      const concept = concepts.find(({ concept }) => concept === picture.concept)?.label[language] ?? picture.concept;
      const artist = attributions.find(({ id }) => id === picture.artist)?.title ?? picture.artist;
      return t('drawnBy', { concept, artist });
    },
    [language, t],
  );
}

export function usePictureName(samples: Samples): (picture: Picture) => string {
  const name = useNaming();
  return useCallback((picture) => name(picture, samples), [name, samples]);
}

/** For labs that do without the samples' list: fetched when a name is wanted; where it does not come, ids serve. */
export function useFetchedPictureName({ fileUrl }: LabHost): (picture: Picture) => Promise<string> {
  const name = useNaming();
  return useCallback(
    async (picture) => {
      const samples = picture.kind === 'sample' ? await readSamples(fileUrl).catch(() => null) : null;
      if (samples) return name(picture, samples);
      return picture.kind === 'own' ? picture.name : `${picture.concept}.${picture.artist}`;
    },
    [fileUrl, name],
  );
}
