/** The same concept by its several artists: what changes in the codes when only the drawing does? */
import { memo } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { Sprite } from '../../ui/Sprite';
import { SpriteChoice } from '../../ui/SpriteChoice';
import { sampleSheet, spriteIndex } from '../shared/sample-sheet';
import { compareTexts } from './texts';
import type { SamplesState } from './use-samples';

interface ArtistChoiceProps {
  readonly samples: SamplesState;
  readonly fileUrl: (path: string) => string;
}

export const ArtistChoice = memo(function ArtistChoice({ samples: { samples, chosen, choose }, fileUrl }: ArtistChoiceProps) {
  const t = useTexts(compareTexts);
  const sheet = samples && sampleSheet(samples, fileUrl);
  const options = (chosen?.sample.artists ?? []).map((artist) => ({
    value: artist,
    name: samples?.attributions.find(({ id }) => id === artist)?.title ?? artist,
    content: <Sprite sheet={sheet} index={samples && chosen ? spriteIndex(samples, chosen.sample, artist) : 0} />,
  }));
  return (
    <div className="artist-choice">
      <SpriteChoice
        label={t('artists')}
        options={options}
        value={chosen?.artist ?? null}
        onChange={(artist) => chosen && choose(chosen.sample, artist)}
      />
    </div>
  );
});
