/** The swap: the shared picture drawn from the wrong code and told from the wrong code, beside what both give over the evaluation set. */
import { useTexts } from '../../i18n/use-texts';
import type { LabHost, LabProps } from '../lab';
import { Failure } from '../shared/Failure';
import { type Gallery, readGallery, readSamples, type Samples } from '../shared/files';
import { useChosen } from '../shared/use-chosen';
import { useFetched } from '../shared/use-fetched';
import { SwapBench } from './SwapBench';
import { swapTexts } from './texts';
import './SwapLab.css';

async function readLists(fileUrl: LabHost['fileUrl']): Promise<{ readonly samples: Samples; readonly gallery: Gallery }> {
  const [samples, gallery] = await Promise.all([readSamples(fileUrl), readGallery(fileUrl)]);
  return { samples, gallery };
}

export default function SwapLab({ host }: LabProps) {
  const t = useTexts(swapTexts);
  const { picture } = useChosen(host.chosen);
  const { value: lists, isFailed, fetch } = useFetched(host, readLists);
  return (
    <section className="swap-lab" aria-labelledby="swap-title">
      <h2 id="swap-title">{t('title')}</h2>
      <p className="swap-lede">{t('lede')}</p>
      {isFailed && (
        <Failure className="swap-message" again={t('tryAgain')} onAgain={() => void fetch()}>
          {t('failedLists')}
        </Failure>
      )}
      {!isFailed && (!lists || !picture) && <p className="swap-message">{t('waiting')}</p>}
      {lists && picture && <SwapBench host={host} {...lists} picture={picture} />}
    </section>
  );
}
