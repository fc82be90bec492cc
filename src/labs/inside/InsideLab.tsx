/** Inside: both encoders side by side, from overview to mathematics, with the numbers of the shared picture. */
import { useRef } from 'react';
import { useTexts } from '../../i18n/use-texts';
import type { LabProps } from '../lab';
import { Failure } from '../shared/Failure';
import { InsideBench } from './InsideBench';
import { insideTexts } from './texts';
import { useInsideStore } from './use-inside-store';
import './InsideLab.css';

export default function InsideLab({ host }: LabProps) {
  const t = useTexts(insideTexts);
  const root = useRef<HTMLElement>(null);
  const state = useInsideStore(host, root);
  const { shown, progress } = state;
  return (
    <section ref={root} className="inside" aria-labelledby="inside-title" aria-busy={progress.state === 'running'}>
      <h2 id="inside-title">{t('title')}</h2>
      <p className="inside-lede">{t('lede')}</p>
      {progress.state === 'failed' && (
        <Failure className="inside-message" again={t('tryAgain')} onAgain={state.catchUp}>
          {t('failed')}
        </Failure>
      )}
      {!shown && progress.state !== 'failed' && (
        <p className="inside-message">{t(progress.state === 'running' ? 'computing' : 'waiting')}</p>
      )}
      {shown && <InsideBench host={host} state={state} shown={shown} />}
    </section>
  );
}
