/** The picture, what the tokens give back of it, and what the same bits give otherwise. */
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE } from '../../model/types';
import { PixelImage } from '../../ui/PixelImage';
import { bestWithin } from './rivals';
import type { BitsState } from './store';
import { bitsTexts } from './texts';
import { usePointText } from './use-point-text';
import { RIVALS, type Rival, type RivalOffers } from './use-rivals';

interface PicturesProps {
  readonly shown: NonNullable<BitsState['shown']>;
  readonly rivals: RivalOffers | null;
}

interface RivalFigureProps {
  readonly rival: Rival;
  readonly rivals: RivalOffers | null;
  /** null without a codebook. */
  readonly bits: number | null;
}

function RivalFigure({ rival, rivals, bits }: RivalFigureProps) {
  const t = useTexts(bitsTexts);
  const number = useNumbers();
  const { wayText, valueText, bitsText } = usePointText();
  const offers = rivals?.offers[rival];
  const best = bits !== null && offers ? bestWithin(offers, bits) : null;
  const reason = () => {
    if (bits === null) return t('noPrice');
    if (offers === undefined) return t('working');
    if (offers === null) return rival === 'pca' ? t('notFetched') : t('notWritten');
    return t('tooDear', { bits: number(offers[0]?.bits ?? 0) });
  };
  return (
    <figure data-rival={rival}>
      {best ? (
        <PixelImage
          pixels={best.drawing}
          side={IMAGE_SIZE}
          label={t('drawnBy', { way: wayText(rival), bits: number(bits ?? 0) })}
        />
      ) : (
        <div className="bits-absent">{reason()}</div>
      )}
      <figcaption className="tabular">
        <b>{wayText(rival)}</b>
        {best && (
          <>
            <span>{valueText('psnr', best.psnr)}</span>
            <span>{t('ssimOf', { value: valueText('ssim', best.ssim) })}</span>
            <span title={best.headerBits > 0 ? t('headersFree', { bits: number(best.headerBits) }) : undefined}>
              {bitsText(best.bits)}
            </span>
          </>
        )}
      </figcaption>
    </figure>
  );
}

export function Pictures({ shown, rivals }: PicturesProps) {
  const t = useTexts(bitsTexts);
  const { sizeText, valueText, bitsText } = usePointText();
  const { picture, result } = shown;
  const { grid, codebook, metrics } = result;
  return (
    <div className="bits-pictures">
      <div className="bits-pair">
        <figure>
          <PixelImage pixels={picture.image.data} side={IMAGE_SIZE} label={t('original')} />
          <figcaption>
            <b>{t('original')}</b>
          </figcaption>
        </figure>
        <figure className="bits-drawn">
          <PixelImage
            pixels={result.reconstruction}
            side={IMAGE_SIZE}
            label={t('reconstructionOf', { grid, size: sizeText(codebook) })}
          />
          <figcaption className="tabular">
            <b>{t('reconstruction')}</b>
            <span data-figure="psnr">{valueText('psnr', metrics.psnr)}</span>
            <span data-figure="ssim">{t('ssimOf', { value: valueText('ssim', metrics.ssim) })}</span>
            <span data-figure="bits">{bitsText(metrics.bitsPerImage)}</span>
          </figcaption>
        </figure>
      </div>
      <h3>{t('atThisPrice')}</h3>
      <div className="bits-rivals">
        {RIVALS.map((rival) => (
          <RivalFigure key={rival} rival={rival} rivals={rivals} bits={codebook === 'inf' ? null : metrics.bitsPerImage} />
        ))}
      </div>
      <p className="bits-note">{t('rivalsNote')}</p>
    </div>
  );
}
