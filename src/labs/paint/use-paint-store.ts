/** The lab's store, fed with the page's picture and its partner, and written into the address. */
import { useEffect, useRef, useState } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { LabHost, Picture } from '../lab';
import { createPaintStore, type PaintSettings, type PaintState, type PartnerDrawing, packedOf } from './store';

/** Quiet time before the address follows: browsers refuse addresses that change with every cell of a stroke. */
const SHARE_AFTER_MS = 300;

/** @param partner null until it has come */
export function usePaintStore(
  host: LabHost,
  picture: Picture,
  partner: PartnerDrawing | null,
  { grid, codebook }: PaintSettings,
): { readonly state: PaintState; readonly store: StoreApi<PaintState> } {
  const [store] = useState(() => createPaintStore(host.engine));
  // Only the first image is the one that the address speaks of.
  const addressed = useRef({ packed: host.opened.paint, entry: host.opened.entry });
  useEffect(() => {
    if (!partner) return;
    store.getState().open({ picture, partner, settings: { grid, codebook }, ...addressed.current });
    addressed.current = { packed: undefined, entry: undefined };
  }, [store, picture, partner, grid, codebook]);
  useEffect(() => host.onEngineReady(() => store.getState().catchUp()), [host, store]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.subscribe((state, before) => {
      if (state.history === before.history && state.chosen === before.chosen) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const { chosen } = store.getState();
        host.share({ paint: packedOf(store.getState()), entry: chosen ?? undefined });
      }, SHARE_AFTER_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [host, store]);
  return { state: useStore(store), store };
}
