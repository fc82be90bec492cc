/** Keeps a lab's failure to itself: the rest of the page goes on, and the lab can be tried again. */
import { memo, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { failureOf } from '../engine/errors';
import { useLanguage, useTexts } from '../i18n/use-texts';
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

/** Says once when what stands beside it has come to life. */
function Born({ onBorn }: { readonly onBorn: () => void }) {
  useEffect(onBorn, [onBorn]);
  return null;
}

interface LabBoundaryProps {
  readonly lab: Lab;
  readonly host: LabHost;
}

/** Drawn anew for another lab or host only: what has not come to life yet would else be thrown away. */
export const LabBoundary = memo(function LabBoundary({ lab, host }: LabBoundaryProps) {
  const language = useLanguage();
  const [isBorn, setIsBorn] = useState(false);
  const bear = useCallback(() => setIsBorn(true), []);
  // A lab that the page was built with comes to life in that language: where the reader is quicker, it is put up anew.
  const [bornIn, setBornIn] = useState(language);
  if (!isBorn && bornIn !== language) setBornIn(language);
  const [{ attempt, View }, setShown] = useState(() => ({ attempt: 0, View: fetchedComponent(lab.load) }));
  const tryAgain = () => setShown({ attempt: attempt + 1, View: fetchedComponent(lab.load) });
  return (
    <Catcher
      key={attempt}
      // Of the lab that the page opens with, which sets the engine going: the others need it all the same.
      onCaught={() => void host.engine().catch(() => undefined)}
      fallback={(cause) => <LabFailure isMissing={failureOf(cause).code === 'script-missing'} onRetry={tryAgain} />}
    >
      <Suspense key={bornIn} fallback={<div className="lab-pending" />}>
        <View host={host} />
        <Born onBorn={bear} />
      </Suspense>
    </Catcher>
  );
});
