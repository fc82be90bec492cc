/** The decoder: its first convolution, what it draws, and how far that is from the picture. */
import { useNumbers } from '../../../i18n/use-numbers';
import { useTexts } from '../../../i18n/use-texts';
import { IMAGE_SIZE } from '../../../model/types';
import { CellOutline } from '../../../ui/CellOutline';
import { PixelImage } from '../../../ui/PixelImage';
import { sideOf, valueAt } from '../arrays';
import { FormulaCard } from '../FormulaCard';
import { convolutionFormula } from '../formulas/convolution';
import { drawnFormula, meanSquaredError, psnrFormula } from '../formulas/decode';
import { firstPixel } from '../formulas/pixel';
import { cellAt, columnAt, rowAt } from '../place';
import { insideTexts } from '../texts';
import type { Measured } from '../use-measured';
import { MapsPanel } from './MapsPanel';
import type { PanelProps } from './panel';

const ABSENT = {
  reading: 'evaluationReading',
  failed: 'evaluationFailed',
  missing: 'evaluationMissing',
  stale: 'evaluationMissing',
  found: 'evaluationMissing',
} as const satisfies Record<Measured['state'], string>;

export function DecoderPanel({ measured, ...props }: PanelProps & { readonly measured: Measured }) {
  const t = useTexts(insideTexts);
  const number = useNumbers();
  const { shown, view } = props;
  const { decoder, pixels, reconstruction, psnr, latents } = shown.trace.generation;
  const original = shown.picture.image.data;
  const grid = sideOf(latents);
  const cell = cellAt(view.place, grid);
  const red = 3 * firstPixel(rowAt(view.place, grid), columnAt(view.place, grid), IMAGE_SIZE / grid, IMAGE_SIZE);
  return (
    <>
      <h5>{t('decoderLayer')}</h5>
      <MapsPanel {...props} box="decoder" formulaOf={(channel) => convolutionFormula('decoder', decoder, view.place, channel)} />
      <h5>{t('drawn')}</h5>
      <div className="inside-panel">
        <div className="inside-visual">
          <div className="inside-pair">
            <figure>
              <PixelImage pixels={original} side={IMAGE_SIZE} label={t('original')}>
                <CellOutline grid={grid} cell={cell} />
              </PixelImage>
              <figcaption className="inside-note">{t('original')}</figcaption>
            </figure>
            <figure data-symbol="decoder-drawn decoder-o decoder-mse">
              <PixelImage pixels={reconstruction} side={IMAGE_SIZE} label={t('drawn')}>
                <CellOutline grid={grid} cell={cell} />
              </PixelImage>
              <figcaption className="inside-note">{t('drawn')}</figcaption>
            </figure>
          </div>
          <p className="inside-note tabular">
            {measured.psnr
              ? t('evaluation', { drawings: number(measured.psnr.heldOut, 2), photos: number(measured.psnr.photos, 2) })
              : t(ABSENT[measured.state])}
          </p>
        </div>
        <div className="inside-formulas">
          <FormulaCard formula={drawnFormula(valueAt(pixels.values, red), valueAt(reconstruction, red))} />
          <FormulaCard formula={psnrFormula(meanSquaredError(original, reconstruction), psnr)} />
        </div>
      </div>
    </>
  );
}
