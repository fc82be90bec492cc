/** The samples as small pictures, before them the reader's own while it is shown. The one chosen is shown by all labs, in the hand of the artist shown before where there is one. */
import { useRef } from 'react';
import { failureOf } from '../../engine/errors';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE } from '../../model/types';
import { PixelImage } from '../../ui/PixelImage';
import { Sprite } from '../../ui/Sprite';
import { SpriteChoice } from '../../ui/SpriteChoice';
import type { LabHost } from '../lab';
import { readDrawings, type Sample, type Samples } from './files';
import { sampleSheet, spriteIndex } from './sample-sheet';
import { sharedTexts } from './texts';
import { useChosen } from './use-chosen';
import './SamplePicker.css';

interface SamplePickerProps {
  readonly host: LabHost;
  readonly samples: Samples;
}

/** Stands for the reader's own picture among hexcodes. */
const OWN = 'own';

/** Counts the choices in all labs' pickers: the latest holds, whichever of its drawings comes first. */
let turns = 0;

export function SamplePicker({ host, samples }: SamplePickerProps) {
  const t = useTexts(sharedTexts);
  const language = useLanguage();
  const { picture } = useChosen(host.chosen);
  const withdrawFailure = useRef(() => {});
  const sheet = sampleSheet(samples, host.fileUrl);
  const artistOf = (sample: Sample) =>
    sample.artists.find((artist) => picture?.kind === 'sample' && artist === picture.artist) ?? (sample.artists[0] as string);

  const choose = async (concept: string) => {
    turns += 1;
    const turn = turns;
    const before = host.chosen.get().picture;
    // Unless something else has been chosen meanwhile, here or elsewhere; the picture that the page begins with was not.
    const isWanted = () => turn === turns && (before === null || host.chosen.get().picture === before);
    const sample = samples.concepts.find((candidate) => candidate.concept === concept);
    if (!sample) return;
    const artist = artistOf(sample);
    withdrawFailure.current();
    try {
      const image = (await readDrawings(sample, host.fileUrl))[sample.artists.indexOf(artist)];
      if (image && isWanted()) host.chosen.show({ kind: 'sample', concept, artist, image });
    } catch (cause) {
      if (isWanted()) withdrawFailure.current = host.report(failureOf(cause), () => void choose(concept));
    }
  };
  return (
    <div className="sample-picker">
      <SpriteChoice
        label={t('picture')}
        options={[
          ...(picture?.kind === 'own'
            ? [{ value: OWN, name: t('ownPicture'), content: <PixelImage pixels={picture.image.data} side={IMAGE_SIZE} /> }]
            : []),
          ...samples.concepts.map((sample) => ({
            value: sample.concept,
            name: sample.label[language],
            content: <Sprite sheet={sheet} index={spriteIndex(samples, sample, artistOf(sample))} />,
          })),
        ]}
        value={picture?.kind === 'own' ? OWN : (picture?.concept ?? null)}
        onChange={(concept) => void choose(concept)}
      />
    </div>
  );
}
