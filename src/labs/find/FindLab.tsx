/** Find it. The gallery in the order of three representations, and its drawings on a map of each. */
import { useTexts } from '../../i18n/use-texts';
import type { LabProps } from '../lab';
import { Failure } from '../shared/Failure';
import { readGallery } from '../shared/files';
import { useFetched } from '../shared/use-fetched';
import { FindBench } from './FindBench';
import { findTexts } from './texts';
import './FindLab.css';

export default function FindLab({ host }: LabProps) {
  const t = useTexts(findTexts);
  const { value: gallery, isFailed, fetch } = useFetched(host, readGallery);
  return (
    <section className="find" aria-labelledby="find-title">
      <h2 id="find-title">{t('title')}</h2>
      <p className="find-lede">{t('lede')}</p>
      {gallery && <FindBench host={host} gallery={gallery} />}
      {isFailed && (
        <Failure again={t('tryAgain')} onAgain={() => void fetch()}>
          {t('failedGallery')}
        </Failure>
      )}
    </section>
  );
}
