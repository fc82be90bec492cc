/** What the understanding encoder makes of the picture: a vector, what it lies near, and where it looked. */
import { memo, useMemo } from 'react';
import type { UnderstandingResult } from '../../engine/protocol';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE, type RgbImage } from '../../model/types';
import { PixelImage } from '../../ui/PixelImage';
import { SignedBars } from '../../ui/SignedBars';
import { WeightLayer } from '../../ui/WeightLayer';
import type { Gallery } from '../shared/files';
import { ValueTable } from '../shared/ValueTable';
import { CaptionList } from './CaptionList';
import { strongestOf } from './described';
import { NearestList } from './NearestList';
import { veilOf } from './pixels';
import { compareTexts } from './texts';
import './UnderstandingPanel.css';

interface UnderstandingPanelProps {
  /** The picture that the rest was made from. */
  readonly image: RgbImage | null;
  readonly understanding: UnderstandingResult | null;
  readonly gallery: Gallery | null;
  readonly isRunning: boolean;
  readonly fileUrl: (path: string) => string;
  /** Whether the picture is the reader's own. */
  readonly isOwn: boolean;
}

/** Until the first result is there, what its length will be is not known to the page. */
const PENDING = '…';
const NONE = new Float32Array();
/** So many of the strongest places are added up, for those who do not see how the attention is spread. */
const STRONGEST = 10;

export const UnderstandingPanel = memo(function UnderstandingPanel({
  image,
  understanding,
  gallery,
  isRunning,
  fileUrl,
  isOwn,
}: UnderstandingPanelProps) {
  const t = useTexts(compareTexts);
  const number = useNumbers();
  const veil = useMemo(() => understanding && veilOf(understanding.attention), [understanding]);
  const strongest = useMemo(
    () => understanding && strongestOf(understanding.attention, understanding.attentionSide, STRONGEST),
    [understanding],
  );
  const attentionLabel =
    understanding && strongest
      ? t('attentionLabel', {
          row: strongest.row,
          column: strongest.column,
          side: understanding.attentionSide,
          share: number(100 * strongest.share),
          count: STRONGEST,
          together: number(100 * strongest.together),
        })
      : t('attention');
  const count = understanding?.embedding.length ?? PENDING;
  const range = understanding && {
    count,
    low: number(Math.min(...understanding.embedding), 2),
    high: number(Math.max(...understanding.embedding), 2),
  };
  return (
    <section className="panel panel-understanding" aria-label={t('understandingTitle')} aria-busy={isRunning}>
      <h2>{t('understandingTitle')}</h2>
      <p className="panel-lede">{t('understandingLede')}</p>

      <div className="panel-row-head">
        <h3>{t('fingerprint')}</h3>
        <span className="panel-note tabular">{range ? t('fingerprintRange', range) : PENDING}</span>
      </div>
      <div data-symbol="x">
        <SignedBars className="fingerprint" label={t('fingerprint')} values={understanding?.embedding ?? null} />
      </div>

      <div className="understanding-places">
        <figure className="attention" data-symbol="alpha query">
          <h3>{t('attention')}</h3>
          <PixelImage pixels={image?.data ?? null} side={IMAGE_SIZE} label={attentionLabel}>
            <WeightLayer className="attention-veil" weights={veil} side={understanding?.attentionSide ?? 1} isSmooth />
          </PixelImage>
          <figcaption className="panel-note">{t('attentionNote')}</figcaption>
        </figure>
        <NearestList matches={understanding?.nearest ?? null} gallery={gallery} fileUrl={fileUrl} isOwn={isOwn} />
      </div>
      <CaptionList matches={understanding?.captions ?? null} />
      <ValueTable summary={t('fingerprintValues', { count })} values={understanding?.embedding ?? NONE} />
    </section>
  );
});
