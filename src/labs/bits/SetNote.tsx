/** What the evaluation set's lines rest on, and how file formats fare at the price at hand; or why there are none. */
import { useNumbers } from '../../i18n/use-numbers';
import { useSentenceSpace } from '../../i18n/use-sentence-space';
import { useTexts } from '../../i18n/use-texts';
import type { E4 } from '../../results/e4';
import type { AwaitedFinding } from '../shared/use-finding';
import { isDrawn } from './axes';
import type { Measure, PictureSet, Series } from './series';
import { bitsTexts } from './texts';
import { usePointText } from './use-point-text';

interface SetNoteProps {
  readonly evaluation: AwaitedFinding<E4>;
  readonly series: readonly Series[];
  readonly set: PictureSet;
  readonly measure: Measure;
  /** Of the point at hand; null without a codebook. */
  readonly bits: number | null;
}

const ABSENT = {
  reading: 'evaluationReading',
  missing: 'evaluationMissing',
  stale: 'evaluationStale',
  failed: 'evaluationFailed',
} as const;

export function SetNote({ evaluation, series, set, measure, bits }: SetNoteProps) {
  const space = useSentenceSpace();
  const t = useTexts(bitsTexts);
  const number = useNumbers();
  const { wayText, valueText } = usePointText();
  if (evaluation.state !== 'found') return <p className="bits-note">{t(ABSENT[evaluation.state])}</p>;
  const { sizes } = evaluation.result;
  const count = sizes[set === 'heldOut' ? 'heldOutDrawings' : 'photographs'] ?? 0;
  const formats = series.flatMap(({ way, points }) => {
    const point = points.find((each) => each.bits === bits && each.fits !== undefined && isDrawn(each));
    return point ? [{ way, point }] : [];
  });
  return (
    <p className="bits-note tabular">
      {t('setNote', { count: number(count) })}
      {bits !== null &&
        formats.map(({ way, point: { fits = 0, psnr, vqvaePsnr } }) => (
          <span key={way}>
            {space}
            {fits === 0
              ? t('fitsNone', { bits: number(bits), way: wayText(way) })
              : measure === 'psnr' &&
                fits < 1 &&
                t('fitsNote', {
                  bits: number(bits),
                  way: wayText(way),
                  share: number(100 * fits),
                  value: valueText('psnr', psnr),
                  vqvae: valueText('psnr', vqvaePsnr),
                })}
          </span>
        ))}
    </p>
  );
}
