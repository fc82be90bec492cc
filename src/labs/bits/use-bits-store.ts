/** The lab's store: it follows what all labs share, and tells them where the reader has come to rest. */
import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { GenerationSettings } from '../../engine/protocol';
import type { LabHost } from '../lab';
import { isSame } from './plane';
import { type BitsState, createBitsStore } from './store';

/** While the reader drags, the other labs are left in peace. */
const REST_MS = 200;

export interface BitsLabState extends BitsState {
  move(settings: GenerationSettings): void;
}

export function useBitsStore(host: LabHost): BitsLabState {
  const [store] = useState(() => createBitsStore({ engine: host.engine, settings: host.chosen.get().settings }));
  const state = useStore(store);
  const { settings } = state.requested;

  useEffect(() => {
    let last = host.chosen.get();
    const follow = () => {
      const chosen = host.chosen.get();
      const { requested, ask } = store.getState();
      // Of the settings only a change elsewhere: those here may be newer, and not told yet.
      const isElsewhere = chosen.settings !== last.settings && !isSame(chosen.settings, requested.settings);
      if (chosen.picture !== requested.picture || isElsewhere)
        ask({ picture: chosen.picture, ...(isElsewhere ? { settings: chosen.settings } : {}) });
      last = chosen;
    };
    follow();
    return host.chosen.subscribe(follow);
  }, [host, store]);
  useEffect(() => host.onEngineReady(() => store.getState().catchUp()), [host, store]);
  useEffect(() => {
    if (isSame(settings, host.chosen.get().settings)) return;
    const timer = setTimeout(() => host.chosen.choose(settings), REST_MS);
    return () => clearTimeout(timer);
  }, [host, settings]);

  const move = useCallback(
    (next: GenerationSettings) => {
      if (!isSame(next, store.getState().requested.settings)) store.getState().ask({ settings: next });
    },
    [store],
  );
  return { ...state, move };
}
