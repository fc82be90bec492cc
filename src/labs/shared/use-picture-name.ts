/** What a picture is called where it stands without the page around it. */
import { useCallback } from 'react';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import type { Picture } from '../lab';
import type { Samples } from './files';
import { sharedTexts } from './texts';

export function usePictureName({ concepts, attributions }: Samples): (picture: Picture) => string {
  const t = useTexts(sharedTexts);
  const language = useLanguage();
  return useCallback(
    (picture) => {
      if (picture.kind === 'own') return picture.name;
      const concept = concepts.find(({ concept }) => concept === picture.concept)?.label[language] ?? picture.concept;
      const artist = attributions.find(({ id }) => id === picture.artist)?.title ?? picture.artist;
      return t('drawnBy', { concept, artist });
    },
    [concepts, attributions, language, t],
  );
}
