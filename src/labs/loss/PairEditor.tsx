/** Puts another concept, or another artist's drawing, into one place of the batch. */
import { useId } from 'react';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import type { Samples } from '../shared/files';
import type { Pair } from './batch';
import { artistName, conceptName } from './names';
import { lossTexts } from './texts';

interface PairEditorProps {
  readonly samples: Samples;
  readonly pair: Pair;
  /** From 1. */
  readonly row: number;
  readonly onChange: (pair: Pair) => void;
}

export function PairEditor({ samples, pair, row, onChange }: PairEditorProps) {
  const t = useTexts(lossTexts);
  const language = useLanguage();
  const id = useId();
  const artistsOf = (concept: string) => samples.concepts.find((candidate) => candidate.concept === concept)?.artists ?? [];
  const chooseConcept = (concept: string) => {
    const artists = artistsOf(concept);
    onChange({ concept, artist: artists.includes(pair.artist) ? pair.artist : (artists[0] ?? pair.artist) });
  };
  return (
    <fieldset className="loss-editor">
      <legend>{t('editPair', { row })}</legend>
      <label htmlFor={`${id}-concept`}>{t('concept')}</label>
      <select id={`${id}-concept`} value={pair.concept} onChange={(event) => chooseConcept(event.target.value)}>
        {samples.concepts.map(({ concept }) => (
          <option key={concept} value={concept}>
            {conceptName(samples, { ...pair, concept }, language)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-artist`}>{t('artist')}</label>
      <select id={`${id}-artist`} value={pair.artist} onChange={(event) => onChange({ ...pair, artist: event.target.value })}>
        {artistsOf(pair.concept).map((artist) => (
          <option key={artist} value={artist}>
            {artistName(samples, { ...pair, artist })}
          </option>
        ))}
      </select>
    </fieldset>
  );
}
