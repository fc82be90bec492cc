/** The samples, one concept each, and whose art they are. */
import { memo } from 'react';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { Sprite } from '../../ui/Sprite';
import { SpriteChoice } from '../../ui/SpriteChoice';
import { sampleSheet, spriteIndex } from '../shared/sample-sheet';
import { Attributions } from './Attributions';
import { compareTexts } from './texts';
import type { SamplesState } from './use-samples';
import './SampleGallery.css';

interface SampleGalleryProps {
  readonly samples: SamplesState;
  /** The reader's own image is shown: no sample is. */
  readonly isOwnShown: boolean;
  readonly fileUrl: (path: string) => string;
}

export const SampleGallery = memo(function SampleGallery({
  samples: { samples, chosen, choose },
  isOwnShown,
  fileUrl,
}: SampleGalleryProps) {
  const t = useTexts(compareTexts);
  const language = useLanguage();
  const sheet = samples && sampleSheet(samples, fileUrl);
  const options = (samples?.concepts ?? []).map((sample) => ({
    value: sample.concept,
    name: sample.label[language],
    // Each concept in the hand of the artist looked at, so that choosing one changes only the concept.
    content: (
      <Sprite
        sheet={sheet}
        index={
          samples
            ? spriteIndex(samples, sample, sample.artists.find((artist) => artist === chosen?.artist) ?? sample.artists[0] ?? '')
            : 0
        }
      />
    ),
  }));
  const chooseConcept = (concept: string) => {
    const sample = samples?.concepts.find((candidate) => candidate.concept === concept);
    if (sample) choose(sample);
  };
  return (
    <section className="sample-gallery" aria-label={t('samples')}>
      <SpriteChoice
        label={t('samples')}
        options={options}
        value={isOwnShown ? null : (chosen?.sample.concept ?? null)}
        onChange={chooseConcept}
      />
      {samples && <Attributions attributions={samples.attributions} />}
    </section>
  );
});
