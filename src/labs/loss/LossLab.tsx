/** Which loss? One batch of drawings and captions, and what softmax and sigmoid do to each of its similarities. */
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import type { LabProps } from '../lab';
import { readSamples } from '../shared/files';
import { useFetched } from '../shared/use-fetched';
import { LossBench } from './LossBench';
import { lossTexts } from './texts';
import './LossLab.css';

export default function LossLab({ host }: LabProps) {
  const t = useTexts(lossTexts);
  const { value: samples, isFailed, fetch } = useFetched(host, readSamples);

  return (
    <section className="loss-lab" aria-labelledby="loss-title">
      <h2 id="loss-title">{t('title')}</h2>
      <p className="loss-lede">{t('lede')}</p>
      {samples && <LossBench host={host} samples={samples} />}
      {isFailed && (
        <p role="alert">
          {t('failed')} <Button onPress={() => void fetch()}>{t('tryAgain')}</Button>
        </p>
      )}
    </section>
  );
}
