/** How much of the codebook is in use: by this picture, by all samples once counted, and by the evaluation set. */
import { useMemo } from 'react';
import type { GenerationResult } from '../../engine/protocol';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import type { E4 } from '../../results/e4';
import { Button } from '../../ui/Button';
import type { LabHost } from '../lab';
import { setPoint } from './series';
import { bitsTexts } from './texts';
import { UsageMap } from './UsageMap';
import { counted, noCounts } from './usage';
import { useCount } from './use-count';

interface UsagePanelProps {
  readonly host: LabHost;
  readonly result: GenerationResult;
  readonly evaluation: E4 | null;
}

export function UsagePanel({ host, result, evaluation }: UsagePanelProps) {
  const t = useTexts(bitsTexts);
  const number = useNumbers();
  const { codebook, tokens } = result;
  const size = codebook === 'inf' ? 0 : codebook;
  const own = useMemo(() => counted(noCounts(size), [tokens]), [size, tokens]);
  const settings = useMemo(() => ({ grid: result.grid, codebook }), [result.grid, codebook]);
  const count = useCount(host, settings);
  const set = evaluation && setPoint(evaluation, settings)?.vqvae;
  if (codebook === 'inf')
    return (
      <div className="bits-usage">
        <h3>{t('usage')}</h3>
        <p className="bits-note">{t('noCodebook')}</p>
      </div>
    );
  const progress = count.counts && number(count.counts.pictures);
  return (
    <div className="bits-usage">
      <h3>{t('usage')}</h3>
      <p className="bits-note">{t('usageLede')}</p>
      <div className="usage-columns">
        <section aria-label={t('thisPicture')} data-usage="picture">
          <h4>{t('thisPicture')}</h4>
          <UsageMap title={t('thisPicture')} counts={own} />
        </section>
        <section aria-label={t('samplesTitle')} data-usage="samples">
          <h4>{t('samplesTitle')}</h4>
          <UsageMap title={t('samplesTitle')} counts={count.counts ?? noCounts(size)} />
          <p className="usage-count">
            <Button isDisabled={count.state === 'counting'} onPress={count.start}>
              {t(count.state === 'done' ? 'countAgain' : 'count')}
            </Button>
            <span className="bits-note tabular" role="status" aria-busy={count.state === 'counting'}>
              {count.state === 'failed' && t('countFailed')}
              {count.state === 'counting' && progress && t('counting', { count: progress })}
              {count.state === 'done' && progress && t('countDone', { count: progress })}
            </span>
          </p>
        </section>
        {set && set.usage !== null && set.perplexity !== null && (
          <section aria-label={t('setUsage')} data-usage="set">
            <h4>{t('setUsage')}</h4>
            <dl className="usage-figures tabular">
              <div>
                <dt>{t('used')}</dt>
                <dd>{number(Math.round(size * set.usage))}</dd>
              </div>
              <div>
                <dt>{t('dead')}</dt>
                <dd>{number(size - Math.round(size * set.usage))}</dd>
              </div>
              <div>
                <dt>{t('perplexity')}</dt>
                <dd>{number(set.perplexity, 1)}</dd>
              </div>
            </dl>
          </section>
        )}
      </div>
    </div>
  );
}
