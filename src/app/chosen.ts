/** The picture and the settings that the labs share; what the reader chooses is written into the address. */
import { createStore } from 'zustand/vanilla';
import { FIRST_SETTINGS } from '../labs/first-settings';
import type { Chosen, Picture, SharedChoice, SharedState } from '../labs/lab';
import type { AddressChanges } from './address';

/** @param opened what the address said when the page was opened */
export function createSharedChoice(opened: SharedState, share: (changes: AddressChanges) => void): SharedChoice {
  const first = { grid: opened.grid ?? FIRST_SETTINGS.grid, codebook: opened.k ?? FIRST_SETTINGS.codebook };
  const { subscribe, getState, setState } = createStore<Chosen>(() => ({ picture: null, settings: first }));
  const begin = (picture: Picture) => setState({ picture });
  return {
    first,
    get: getState,
    subscribe,
    begin,
    show(picture) {
      begin(picture);
      share({ sample: picture.kind === 'sample' ? { concept: picture.concept, artist: picture.artist } : undefined });
    },
    choose(changes) {
      const { settings } = getState();
      const { grid, codebook } = { ...settings, ...changes };
      if (grid !== settings.grid || codebook !== settings.codebook) setState({ settings: { grid, codebook } });
      share({ ...(changes.codebook ? { k: codebook } : {}), ...(changes.grid ? { grid } : {}) });
    },
  };
}
