/** What the reader chose to see, as it is shared in the address. */
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import type { LabHost } from '../lab';
import type { Measures } from './measures';

export interface Choices extends Measures {
  readonly view: 'drawing' | 'miss';
}

const FIRST: Choices = { view: 'drawing', tell: 'group', draw: 'psnr' };

export interface ChoicesState {
  readonly choices: Choices;
  choose(changes: Partial<Choices>): void;
  reset(): void;
}

export function useChoices(host: LabHost): ChoicesState {
  const { view = FIRST.view, tell = FIRST.tell, draw = FIRST.draw } = host.opened;
  const [choices, setChoices] = useState<Choices>({ view, tell, draw });
  const choose = useCallback(
    (changes: Partial<Choices>) => {
      setChoices((before) => ({ ...before, ...changes }));
      host.share(changes);
    },
    [host],
  );
  // Before anything else can happen: whoever sees the lab may ask.
  useLayoutEffect(
    () =>
      host.onAsked(({ view, tell, draw }) => {
        if (view || tell || draw) choose({ ...(view && { view }), ...(tell && { tell }), ...(draw && { draw }) });
      }),
    [host, choose],
  );
  useEffect(() => host.tell(choices), [host, choices]);
  const reset = useCallback(() => {
    setChoices(FIRST);
    host.share({ view: undefined, tell: undefined, draw: undefined });
  }, [host]);
  return { choices, choose, reset };
}
