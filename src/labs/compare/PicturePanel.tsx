/** The picture itself, between its two codes, and where it comes from. */
import { useNumbers } from '../../i18n/use-numbers';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE } from '../../model/types';
import { CellOutline } from '../../ui/CellOutline';
import { PixelImage } from '../../ui/PixelImage';
import { ArtistChoice } from './ArtistChoice';
import { CropTools } from './CropTools';
import { DownloadJson } from './DownloadJson';
import type { Gallery } from './files';
import { OwnImageSources } from './OwnImageSources';
import type { Picture } from './picture';
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
  readonly gallery: Gallery | null;
  readonly fileUrl: (path: string) => string;
}

export function PicturePanel({ picture, shown, activeCell, samples, own, gallery, fileUrl }: PicturePanelProps) {
  const t = useTexts(compareTexts);
  const number = useNumbers();
  const language = useLanguage();

  const nameOf = ({ concept, artist }: { readonly concept: string; readonly artist: string }) => {
    const label = samples.samples?.concepts.find((candidate) => candidate.concept === concept)?.label[language] ?? '';
    const title = samples.samples?.attributions.find(({ id }) => id === artist)?.title ?? artist;
    return t('sampleName', { concept: label, artist: title });
  };
  const name = picture && (picture.kind === 'sample' ? nameOf(picture) : picture.name);
  const isOwn = picture?.kind === 'own' && own.framed !== null;

  return (
    <section className="panel panel-picture" aria-label={t('pictureTitle')}>
      <h2>{t('pictureTitle')}</h2>
      <p className="panel-lede picture-name" title={name ?? undefined}>
        {name ?? '\u00a0'}
      </p>
      <figure className="picture-figure">
        {isOwn && own.framed ? (
          <CropTools framed={own.framed} picture={picture} onFrame={own.frame} />
        ) : (
          <PixelImage pixels={picture?.image.data ?? null} side={IMAGE_SIZE} label={t('inputImage')}>
            {shown && <CellOutline grid={shown.generation.grid} cell={activeCell} />}
          </PixelImage>
        )}
        <figcaption className="panel-note tabular">{t('pixels', { side: number(IMAGE_SIZE) })}</figcaption>
      </figure>
      {!isOwn && <ArtistChoice samples={samples} fileUrl={fileUrl} />}
      <OwnImageSources own={own} />
      <DownloadJson shown={shown} gallery={gallery} />
    </section>
  );
}
