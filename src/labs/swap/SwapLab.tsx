/** The swap: the shared picture drawn from the wrong code and told from the wrong code, beside what both give over the evaluation set. */
import { useCallback, useEffect, useState } from 'react';
import { failureOf } from '../../engine/errors';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import type { LabProps } from '../lab';
import { type Gallery, readGallery, readSamples, type Samples } from '../shared/files';
import { useChosen } from '../shared/use-chosen';
import { SwapBench } from './SwapBench';
import { swapTexts } from './texts';
import './SwapLab.css';

export default function SwapLab({ host }: LabProps) {
  const t = useTexts(swapTexts);
  const { picture } = useChosen(host.chosen);
  const [lists, setLists] = useState<{ readonly samples: Samples; readonly gallery: Gallery } | null>(null);
  const [isFailed, setIsFailed] = useState(false);
  const start = useCallback(async () => {
    setIsFailed(false);
    try {
      const [samples, gallery] = await Promise.all([readSamples(host.fileUrl), readGallery(host.fileUrl)]);
      setLists({ samples, gallery });
    } catch (cause) {
      setIsFailed(true);
      host.report(failureOf(cause), () => void start());
    }
  }, [host]);
  useEffect(() => void start(), [start]);
  return (
    <section className="swap-lab" aria-labelledby="swap-title">
      <h2 id="swap-title">{t('title')}</h2>
      <p className="swap-lede">{t('lede')}</p>
      {isFailed && (
        <p className="swap-message" role="alert">
          {t('failedLists')} <Button onPress={() => void start()}>{t('tryAgain')}</Button>
        </p>
      )}
      {!isFailed && (!lists || !picture) && <p className="swap-message">{t('waiting')}</p>}
      {lists && picture && <SwapBench host={host} {...lists} picture={picture} />}
    </section>
  );
}
