/** Find it. The gallery in the order of three representations, and its drawings on a map of each. */
import { useCallback, useEffect, useState } from 'react';
import { failureOf } from '../../engine/errors';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import type { LabProps } from '../lab';
import { type Gallery, readGallery } from '../shared/files';
import { FindBench } from './FindBench';
import { findTexts } from './texts';
import './FindLab.css';

export default function FindLab({ host }: LabProps) {
  const t = useTexts(findTexts);
  const [gallery, setGallery] = useState<Gallery | null>(null);
  const [isFailed, setIsFailed] = useState(false);
  const start = useCallback(async () => {
    setIsFailed(false);
    try {
      setGallery(await readGallery(host.fileUrl));
    } catch (cause) {
      setIsFailed(true);
      host.report(failureOf(cause), () => void start());
    }
  }, [host]);
  useEffect(() => void start(), [start]);
  return (
    <section className="find" aria-labelledby="find-title">
      <h2 id="find-title">{t('title')}</h2>
      <p className="find-lede">{t('lede')}</p>
      {gallery && <FindBench host={host} gallery={gallery} />}
      {isFailed && (
        <p role="alert">
          {t('failedGallery')} <Button onPress={() => void start()}>{t('tryAgain')}</Button>
        </p>
      )}
    </section>
  );
}
