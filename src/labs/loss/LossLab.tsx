/** Which loss? One batch of drawings and captions, and what softmax and sigmoid do to each of its similarities. */
import { useCallback, useEffect, useState } from 'react';
import { failureOf } from '../../engine/errors';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import type { LabProps } from '../lab';
import { readSamples, type Samples } from '../shared/files';
import { LossBench } from './LossBench';
import { lossTexts } from './texts';
import './LossLab.css';

export default function LossLab({ host }: LabProps) {
  const t = useTexts(lossTexts);
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
    <section className="loss-lab" aria-labelledby="loss-title">
      <h2 id="loss-title">{t('title')}</h2>
      <p className="loss-lede">{t('lede')}</p>
      {samples && <LossBench host={host} samples={samples} />}
      {isFailed && (
        <p role="alert">
          {t('failed')} <Button onPress={() => void start()}>{t('tryAgain')}</Button>
        </p>
      )}
    </section>
  );
}
