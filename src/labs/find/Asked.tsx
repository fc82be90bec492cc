/** What the columns answer: the picture asked with, or the phrase with what became of each of its words. */
import { useRef } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE } from '../../model/types';
import { Button } from '../../ui/Button';
import { PixelImage } from '../../ui/PixelImage';
import type { LabHost } from '../lab';
import { useChosen } from '../shared/use-chosen';
import { PICTURE } from './query';
import type { Shown } from './store';
import { findTexts } from './texts';
import type { FindLabState } from './use-find-store';
import type { GalleryNames } from './use-gallery-names';

interface AskedProps {
  readonly host: LabHost;
  readonly shown: Shown;
  readonly names: GalleryNames;
  readonly onSearch: FindLabState['search'];
}

export function Asked({ host, shown, names, onSearch }: AskedProps) {
  const t = useTexts(findTexts);
  const root = useRef<HTMLDivElement>(null);
  const chosen = useChosen(host.chosen);
  const { query, picture, phrase, rankings } = shown;
  const unknown = phrase?.words.filter(({ isKnown }) => !isKnown).map(({ word }) => word) ?? [];
  const taught = phrase?.words.filter(({ isTaught }) => isTaught).length ?? 0;
  const sentence = () => {
    if (query.kind === 'drawing') return t('askedWithDrawing', { name: names.nameOf(query.row) });
    if (!picture) return t('askedWithPhrase');
    return t('askedWithPicture', { name: picture.kind === 'own' ? picture.name : names.nameOfConcept(picture.concept) });
  };
  return (
    // The page's picture changes in other labs too, out of sight of this one.
    <div ref={root} className="find-asked" role="status" aria-live={query.kind === 'picture' ? 'off' : 'polite'} tabIndex={-1}>
      {picture && (
        <div className="find-asked-picture">
          <PixelImage pixels={picture.image.data} side={IMAGE_SIZE} />
        </div>
      )}
      {query.kind === 'drawing' && <div className="find-asked-picture">{names.thumbOf(query.row)}</div>}
      <div>
        <p>
          {sentence()}{' '}
          {phrase && (
            <span className="find-words">
              {phrase.words.map(({ word, isKnown }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice, and its place names it
                <span key={at} className="find-word" data-unknown={!isKnown || undefined}>
                  {word}
                </span>
              ))}
            </span>
          )}
        </p>
        {unknown.length > 0 && <p className="find-unknown">{t('unknownWords', { words: [...new Set(unknown)].join(' · ') })}</p>}
        {phrase && !rankings && <p className="find-unknown">{t('noKnownWord')}</p>}
        {phrase && taught > phrase.limit && <p className="find-note">{t('cutOff', { limit: phrase.limit })}</p>}
        {query.kind !== 'picture' && chosen.picture && (
          <Button
            look="quiet"
            onPress={() => {
              // The button goes with the question.
              root.current?.focus();
              onSearch(PICTURE);
            }}
          >
            {t('backToPicture')}
          </Button>
        )}
      </div>
    </div>
  );
}
