/** Paint with tokens: the page's image as a grid of tokens to change by hand, decoded at once. */
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import type { LabProps } from '../lab';
import { Failure } from '../shared/Failure';
import { readSamples } from '../shared/files';
import { focusOnLab } from '../shared/focus-on-lab';
import { SamplePicker } from '../shared/SamplePicker';
import { useChosen } from '../shared/use-chosen';
import { useFetched } from '../shared/use-fetched';
import { PaintBench } from './PaintBench';
import { paintTexts } from './texts';
import './PaintLab.css';

/** Offered where the page's codebook is unlimited: that of the gallery and of the experiments. */
const FINITE = 512;

export default function PaintLab({ host }: LabProps) {
  const t = useTexts(paintTexts);
  const number = useNumbers();
  const { picture, settings } = useChosen(host.chosen);
  const { value: samples, isFailed, fetch } = useFetched(host, readSamples);
  const { grid, codebook } = settings;

  return (
    <section className="paint-lab" aria-labelledby="paint-title">
      <h2 id="paint-title">{t('title')}</h2>
      <p className="paint-lede">{t('lede')}</p>
      {samples && <SamplePicker host={host} samples={samples} />}
      {codebook === 'inf' && (
        <p className="paint-message">
          {t('noCodebook')}{' '}
          <Button
            onPress={() => {
              focusOnLab();
              host.chosen.choose({ codebook: FINITE });
            }}
          >
            {t('useCodebook', { size: number(FINITE) })}
          </Button>
        </p>
      )}
      {isFailed && (
        <Failure className="paint-message" again={t('tryAgain')} onAgain={() => void fetch()}>
          {t('failedSamples')}
        </Failure>
      )}
      {codebook !== 'inf' && !isFailed && (!samples || !picture) && <p className="paint-message">{t('waiting')}</p>}
      {codebook !== 'inf' && samples && picture && (
        <PaintBench host={host} samples={samples} picture={picture} settings={{ grid, codebook }} />
      )}
    </section>
  );
}
