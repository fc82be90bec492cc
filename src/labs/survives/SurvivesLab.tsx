/** What survives a change? The shared picture is changed step by step, and both codes are compared with those it had. */
import { useTexts } from '../../i18n/use-texts';
import type { LabProps } from '../lab';
import { Failure } from '../shared/Failure';
import { readSamples } from '../shared/files';
import { useFetched } from '../shared/use-fetched';
import { SurvivesBench } from './SurvivesBench';
import { survivesTexts } from './texts';
import './SurvivesLab.css';

export default function SurvivesLab({ host }: LabProps) {
  const t = useTexts(survivesTexts);
  const { value: samples, isFailed, fetch } = useFetched(host, readSamples);
  return (
    <section className="survives" aria-labelledby="survives-title">
      <h2 id="survives-title">{t('title')}</h2>
      <p className="survives-lede">{t('lede')}</p>
      {samples && <SurvivesBench host={host} samples={samples} />}
      {isFailed && (
        <Failure again={t('tryAgain')} onAgain={() => void fetch()}>
          {t('failedSamples')}
        </Failure>
      )}
    </section>
  );
}
