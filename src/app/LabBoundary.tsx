/** Keeps a lab's failure to itself: the rest of the page goes on, and the lab can be tried again. */
import { Suspense, useRef, useState } from 'react';
import { failureOf } from '../engine/errors';
import { useTexts } from '../i18n/use-texts';
import type { Lab, LabHost } from '../labs/lab';
import { Button } from '../ui/Button';
import { Catcher } from './Catcher';
import { fetchedComponent } from './fetch-script';
import { appTexts } from './texts';

function LabFailure({ isMissing, onRetry }: { readonly isMissing: boolean; readonly onRetry: () => void }) {
  const t = useTexts(appTexts);
  const alert = useRef<HTMLDivElement>(null);
  const retry = () => {
    // The button goes away, and the focus with it: it stays where the lab is to come.
    const home = alert.current?.closest<HTMLElement>('.stage-home');
    if (home) {
      home.tabIndex = -1;
      home.focus({ preventScroll: true });
    }
    onRetry();
  };
  return (
    <div ref={alert} className="lab-failure" role="alert">
      <p>{t(isMissing ? 'labMissing' : 'labBroken')}</p>
      <Button look="strong" onPress={retry}>
        {t('tryAgain')}
      </Button>
    </div>
  );
}

export function LabBoundary({ lab, host }: { readonly lab: Lab; readonly host: LabHost }) {
  const [{ attempt, View }, setShown] = useState(() => ({ attempt: 0, View: fetchedComponent(lab.load) }));
  const tryAgain = () => setShown({ attempt: attempt + 1, View: fetchedComponent(lab.load) });
  return (
    <Catcher
      key={attempt}
      fallback={(cause) => <LabFailure isMissing={failureOf(cause).code === 'script-missing'} onRetry={tryAgain} />}
    >
      <Suspense fallback={<div className="lab-pending" />}>
        <View host={host} />
      </Suspense>
    </Catcher>
  );
}
