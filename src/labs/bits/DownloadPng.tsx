/** Saves the pictures that the bits buy, and the planes, as one PNG. */
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import type { LabHost } from '../lab';
import type { Column } from '../shared/picture-row';
import { saveFile } from '../shared/save-file';
import { useFetchedPictureName } from '../shared/use-picture-name';
import { WELL_COVERED } from './coverage';
import { fileStem } from './downloads';
import { pngOf } from './picture';
import type { PlaneParts } from './picture-plane';
import { bestWithin } from './rivals';
import type { Measure } from './series';
import type { BitsState } from './store';
import { bitsTexts } from './texts';
import { usePointText } from './use-point-text';
import { RIVALS, type RivalOffers } from './use-rivals';

interface DownloadPngProps {
  readonly host: LabHost;
  readonly shown: NonNullable<BitsState['shown']>;
  readonly rivals: RivalOffers | null;
  /** Without their words: of this picture, and of the evaluation set where it was measured. */
  readonly planes: readonly Omit<PlaneParts, 'words'>[];
}

export function DownloadPng({ host, shown, rivals, planes }: DownloadPngProps) {
  const t = useTexts(bitsTexts);
  const number = useNumbers();
  const nameOf = useFetchedPictureName(host);
  const { wayText, sizeText, valueText, bitsText } = usePointText();
  const { picture, result } = shown;
  const { grid, codebook, metrics } = result;

  const figuresOf = ({ psnr, ssim }: { readonly psnr: number | null; readonly ssim: number | null }): Column['figures'] => [
    { name: t('psnr'), value: valueText('psnr', psnr) },
    { name: t('ssim'), value: valueText('ssim', ssim) },
  ];
  const rivalColumns = RIVALS.flatMap((rival): Column[] => {
    const offers = rivals?.offers[rival];
    if (!offers || codebook === 'inf') return [];
    const best = bestWithin(offers, metrics.bitsPerImage);
    const [cheapest] = offers;
    return [
      best
        ? { name: wayText(rival), ink: 'ink-soft', pixels: best.drawing, bits: bitsText(best.bits), figures: figuresOf(best) }
        : {
            name: wayText(rival),
            ink: 'ink-soft',
            pixels: null,
            bits: t('tooDear', { bits: number(cheapest?.bits ?? 0) }),
            figures: [],
          },
    ];
  });
  const columns: Column[] = [
    { name: t('original'), ink: 'ink', pixels: picture.image.data, figures: [] },
    {
      name: t('reconstruction'),
      ink: 'gen',
      pixels: result.reconstruction,
      bits: bitsText(metrics.bitsPerImage),
      figures: figuresOf(metrics),
    },
    ...rivalColumns,
  ];
  const axisOf = (measure: Measure) => t(measure === 'psnr' ? 'psnrAxis' : 'ssim');
  const save = async () => {
    const texts = { lab: t('title'), title: `${grid}×${grid} · ${sizeText(codebook)}`, subject: await nameOf(picture) };
    const file = await pngOf(
      columns,
      planes.map((plane) => ({
        ...plane,
        words: {
          bitsAxis: t('bitsAxis'),
          measure: axisOf(plane.measure),
          partial: t('partialLegend', { share: number(100 * WELL_COVERED) }),
          number,
          wayText,
        },
      })),
      texts,
    );
    saveFile(file, `${fileStem(shown)}.png`);
  };
  return <Button onPress={() => void save()}>{t('downloadPng')}</Button>;
}
