/** Saves the picture and what was drawn back of it as one PNG. */
import type { SwapDrawing } from '../../engine/protocol';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import type { E3 } from '../../results/e3';
import { Button } from '../../ui/Button';
import type { Picture } from '../lab';
import type { Samples } from '../shared/files';
import type { Column } from '../shared/picture-row';
import { saveFile } from '../shared/save-file';
import { usePictureName } from '../shared/use-picture-name';
import { fileStem } from './downloads';
import { pngOf } from './picture';
import { SIDES } from './sides';
import { swapTexts } from './texts';
import { useFigureText } from './use-figure-text';

interface DownloadPngProps {
  readonly picture: Picture;
  readonly samples: Samples;
  /** null until they have come. */
  readonly drawings: readonly SwapDrawing[] | null;
  /** null where it has not been measured. */
  readonly evaluation: E3 | null;
}

export function DownloadPng({ picture, samples, drawings, evaluation }: DownloadPngProps) {
  const t = useTexts(swapTexts);
  const number = useNumbers();
  const figure = useFigureText();
  const nameOf = usePictureName(samples);

  const columnOf = ({ code, reconstruction, metrics }: SwapDrawing): Column => {
    const side = SIDES[code];
    const measured = evaluation?.figures.codes.find((each) => each.code === code)?.heldOut.psnr;
    return {
      name: t(code),
      ink: side === 'none' ? 'ink-soft' : side,
      pixels: reconstruction,
      bits: t('bits', { count: number(metrics.bitsPerImage) }),
      figures: [
        { name: t('psnrPicture'), value: metrics.psnr === null ? t('exact') : figure(metrics.psnr, 'dB') },
        ...(measured ? [{ name: t('psnrSet'), value: figure(measured.mean, 'dB') }] : []),
      ],
    };
  };
  const save = async (shown: readonly SwapDrawing[]) => {
    const original = { name: t('original'), ink: 'ink', pixels: picture.image.data, figures: [] } as const;
    const texts = { lab: t('title'), title: t('drawTitle'), lede: t('drawLede'), subject: nameOf(picture) };
    saveFile(await pngOf([original, ...shown.map(columnOf)], texts), `${fileStem(picture)}.png`);
  };
  return (
    <Button isDisabled={!drawings} onPress={() => drawings && void save(drawings)}>
      {t('downloadPng')}
    </Button>
  );
}
