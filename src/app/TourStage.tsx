/** Where the guided tour runs: its script is fetched when it is taken, and where it fails the page goes on without it. */
import { Suspense, useState } from 'react';
import { Catcher } from './Catcher';
import { fetchedComponent } from './fetch-script';
import type { TourLoan } from './tour-loan';

const load = () => import('../tour/Tour');

interface TourStageProps {
  readonly ask: TourLoan['ask'];
  readonly onClose: () => void;
  /** It could not be fetched, or has stopped; nothing of it is left on the page. */
  readonly onFailure: (cause: unknown) => void;
}

export function TourStage({ ask, onClose, onFailure }: TourStageProps) {
  const [Tour] = useState(() => fetchedComponent(load));
  return (
    <Catcher fallback={() => null} onCaught={onFailure}>
      <Suspense>
        <Tour ask={ask} onClose={onClose} />
      </Suspense>
    </Catcher>
  );
}
