/** Which backend computes, and how fast. */

import type { BackendName, EngineStatus as Status } from '../engine/protocol';
import { useNumbers } from '../i18n/use-numbers';
import { useTexts } from '../i18n/use-texts';
import { useEngineStatus } from './engine';
import { appTexts } from './texts';

const BACKEND_NAMES: Readonly<Record<BackendName, string>> = { webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU' };

export function EngineStatus() {
  const t = useTexts(appTexts);
  const number = useNumbers();
  const status = useEngineStatus();

  const textOf = (now: Status): string => {
    switch (now.state) {
      case 'starting':
        return t('engineStarting');
      case 'recovering':
        return t('engineRecovering');
      case 'failed':
        return t('engineFailed');
      case 'ready': {
        const { backend, encodeMs } = now.info;
        return t('engineReady', { backend: BACKEND_NAMES[backend], ms: number(encodeMs, encodeMs < 10 ? 1 : 0) });
      }
    }
  };
  return (
    <p className="engine-status tabular" role="status" aria-label={t('engine')} data-state={status.state}>
      <span>{t('engine')}</span> {textOf(status)}
    </p>
  );
}
