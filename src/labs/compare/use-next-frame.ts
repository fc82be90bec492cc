/** Spreads a first result over frames: what need not come at once comes in the next one. */
import { startTransition, useEffect, useState } from 'react';
import { afterFrame } from '../../ui/after-frame';

/** Whether a frame has passed since `isReady` was first true; true from then on. */
export function useNextFrame(isReady: boolean): boolean {
  const [isPast, setIsPast] = useState(false);
  useEffect(() => {
    if (isReady && !isPast) return afterFrame(() => startTransition(() => setIsPast(true)));
  }, [isReady, isPast]);
  return isPast;
}
