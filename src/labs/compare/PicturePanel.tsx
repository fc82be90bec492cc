/** The picture itself, between its two codes, and where it comes from. */
import type { ReactNode } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE } from '../../model/types';
import { CellOutline } from '../../ui/CellOutline';
import { PixelImage } from '../../ui/PixelImage';
import type { Picture } from '../lab';
import { sharedTexts } from '../shared/texts';
import { ArtistChoice } from './ArtistChoice';
import { CropTools } from './CropTools';
import { DownloadJson } from './DownloadJson';
import { OwnImageSources } from './OwnImageSources';
import type { Shown } from './store';
import { compareTexts } from './texts';
import type { OwnImageState } from './use-own-image';
import type { SamplesState } from './use-samples';
import './PicturePanel.css';

interface PicturePanelProps {
  /** The picture whose codes are shown; before the first codes, the one asked for. */
  readonly picture: Picture | null;
  readonly shown: Shown | null;
  readonly activeCell: number;
  readonly samples: SamplesState;
  readonly own: OwnImageState;
  readonly fileUrl: (path: string) => string;
}

export function PicturePanel({ picture, shown, activeCell, samples, own, fileUrl }: PicturePanelProps) {
  const t = useTexts(compareTexts);
  const shared = useTexts(sharedTexts);
  const number = useNumbers();
  const language = useLanguage();

  const sample =
    picture?.kind === 'sample' ? samples.samples?.concepts.find(({ concept }) => concept === picture.concept) : undefined;
  // The drawing may come before the list that names it.
  const nameOf = (artist: string) => {
    if (!sample) return null;
    const label = sample.label[language];
    const title = samples.samples?.attributions.find(({ id }) => id === artist)?.title ?? artist;
    return shared('drawnBy', { concept: label, artist: title });
  };
  const name = picture && (picture.kind === 'sample' ? nameOf(picture.artist) : picture.name);

  const pixels = t('pixels', { side: number(IMAGE_SIZE) });
  const figureUnder = (overlay: ReactNode, note: string) => (
    <figure className="picture-figure" data-symbol="image">
      <PixelImage pixels={picture?.image.data ?? null} side={IMAGE_SIZE} label={t('inputImage')}>
        {shown && <CellOutline grid={shown.generation.grid} cell={activeCell} symbol="z" />}
        {overlay}
      </PixelImage>
      <figcaption className="panel-note tabular">
        <span>{note}</span>
        <span>{sample ? t(sample.split === 'train' ? 'trainedOn' : 'heldOut') : '\u00a0'}</span>
      </figcaption>
    </figure>
  );

  return (
    <section className="panel panel-picture" aria-label={t('pictureTitle')}>
      <h2>{t('pictureTitle')}</h2>
      <p className="panel-lede picture-name" title={name ?? undefined}>
        {name ?? '\u00a0'}
      </p>
      <div className="picture-body">
        {picture?.kind === 'own' && own.framed ? (
          <CropTools
            framed={own.framed}
            onFrame={own.frame}
            figureUnder={(overlay, isAdjusting) => figureUnder(overlay, isAdjusting ? t('framing') : pixels)}
          />
        ) : (
          <>
            {figureUnder(null, pixels)}
            <ArtistChoice samples={samples} fileUrl={fileUrl} />
          </>
        )}
        <div className="picture-sources">
          <OwnImageSources own={own} isShown={picture?.kind === 'own'} />
          <DownloadJson shown={shown} />
        </div>
      </div>
    </section>
  );
}
