/** Keeps a lab's failure to itself: the rest of the page goes on, and the lab can be tried again. */
import { Component, lazy, type ReactNode, Suspense, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import type { Lab, LabHost } from '../labs/lab';
import { Button } from '../ui/Button';
import { appTexts } from './texts';

interface CatcherProps {
  readonly fallback: (cause: unknown) => ReactNode;
  readonly children: ReactNode;
}

class Catcher extends Component<CatcherProps, { readonly cause: unknown; readonly isBroken: boolean }> {
  override state = { cause: undefined as unknown, isBroken: false };

  static getDerivedStateFromError(cause: unknown) {
    return { cause, isBroken: true };
  }

  override render() {
    return this.state.isBroken ? this.props.fallback(this.state.cause) : this.props.children;
  }
}

/** Its script did not arrive, as opposed to failing while it ran. */
class FetchError extends Error {}

function LabFailure({ isMissing, onRetry }: { readonly isMissing: boolean; readonly onRetry: () => void }) {
  const t = useTexts(appTexts);
  return (
    <div className="lab-failure" role="alert">
      <p>{t(isMissing ? 'labMissing' : 'labBroken')}</p>
      <Button look="strong" onPress={onRetry}>
        {t('tryAgain')}
      </Button>
    </div>
  );
}

/** The lab's script, asked for anew each time. */
const fetched = ({ load }: Lab) =>
  lazy(() =>
    load().catch((cause: unknown) => {
      throw new FetchError(String(cause));
    }),
  );

export function LabBoundary({ lab, host }: { readonly lab: Lab; readonly host: LabHost }) {
  const [{ attempt, View }, setShown] = useState(() => ({ attempt: 0, View: fetched(lab) }));
  const tryAgain = () => setShown({ attempt: attempt + 1, View: fetched(lab) });
  return (
    <Catcher key={attempt} fallback={(cause) => <LabFailure isMissing={cause instanceof FetchError} onRetry={tryAgain} />}>
      <Suspense fallback={<div className="lab-pending" />}>
        <View host={host} />
      </Suspense>
    </Catcher>
  );
}
