/** What survives a change? The shared picture is changed step by step, and both codes are compared with those it had. */
import { useCallback, useEffect, useState } from 'react';
import { failureOf } from '../../engine/errors';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import type { LabProps } from '../lab';
import { readSamples, type Samples } from '../shared/files';
import { SurvivesBench } from './SurvivesBench';
import { survivesTexts } from './texts';
import './SurvivesLab.css';

export default function SurvivesLab({ host }: LabProps) {
  const t = useTexts(survivesTexts);
  const [samples, setSamples] = useState<Samples | null>(null);
  const [isFailed, setIsFailed] = useState(false);
  const start = useCallback(async () => {
    setIsFailed(false);
    try {
      setSamples(await readSamples(host.fileUrl));
    } catch (cause) {
      setIsFailed(true);
      host.report(failureOf(cause), () => void start());
    }
  }, [host]);
  useEffect(() => void start(), [start]);
  return (
    <section className="survives" aria-labelledby="survives-title">
      <h2 id="survives-title">{t('title')}</h2>
      <p className="survives-lede">{t('lede')}</p>
      {samples && <SurvivesBench host={host} samples={samples} />}
      {isFailed && (
        <p role="alert">
          {t('failedSamples')} <Button onPress={() => void start()}>{t('tryAgain')}</Button>
        </p>
      )}
    </section>
  );
}
