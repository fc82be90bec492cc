/** The lab's store: it follows the shared picture and the language. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useLanguage } from '../../i18n/use-texts';
import type { LabHost } from '../lab';
import { createSwapStore, type SwapState } from './store';

export function useSwapStore(host: LabHost): SwapState {
  const language = useLanguage();
  const [store] = useState(() => createSwapStore(host.engine, language));
  useEffect(() => {
    const follow = () => {
      const { picture } = host.chosen.get();
      if (picture !== store.getState().requested.picture) store.getState().ask({ picture });
    };
    follow();
    return host.chosen.subscribe(follow);
  }, [host, store]);
  useEffect(() => store.getState().ask({ language }), [store, language]);
  useEffect(() => host.onEngineReady(() => store.getState().catchUp()), [host, store]);
  return useStore(store);
}
