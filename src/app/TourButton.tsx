/** Starts the guided tour, or takes it up where the reader left it; during the tour it ends it. */
import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { recallStop } from '../tour/progress';
import { Button } from '../ui/Button';
import { appTexts } from './texts';

interface TourButtonProps {
  readonly onPress: () => void;
  readonly isTouring: boolean;
}

export function TourButton({ onPress, isTouring }: TourButtonProps) {
  const t = useTexts(appTexts);
  // What this device remembers is not known while the page is built.
  const [isBegun, setIsBegun] = useState(false);
  useEffect(() => {
    if (!isTouring) setIsBegun(recallStop() !== null);
  }, [isTouring]);
  return (
    <div className="masthead-tour">
      <Button onPress={onPress}>
        <span aria-hidden="true">{isTouring ? '✕' : '▸'}</span> {t(isTouring ? 'endTour' : isBegun ? 'resumeTour' : 'startTour')}
      </Button>
    </div>
  );
}
