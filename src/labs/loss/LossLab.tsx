/** Which loss? One batch of drawings and captions, and what softmax and sigmoid do to each of its similarities. */
import { useTexts } from '../../i18n/use-texts';
import type { LabProps } from '../lab';
import { Failure } from '../shared/Failure';
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
        <Failure again={t('tryAgain')} onAgain={() => void fetch()}>
          {t('failed')}
        </Failure>
      )}
    </section>
  );
}
