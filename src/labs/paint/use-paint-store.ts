/** The lab's store, fed with the page's picture and its partner, and written into the address. */
import { useEffect, useRef, useState } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { LabHost, Picture } from '../lab';
import { useRejected } from '../shared/use-rejected';
import { rejectedCanvas } from './rejected';
import { createPaintStore, entryOf, type PaintSettings, type PaintState, type PartnerDrawing, packedOf } from './store';

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
  const rejected = useRejected(host, () => rejectedCanvas(host.opened, picture, { grid, codebook }, host.chosen.first));
  // Only the first image is the one that the address speaks of.
  const addressed = useRef({
    packed: rejected.paint === undefined ? host.opened.paint : undefined,
    entry: rejected.entry === undefined ? host.opened.entry : undefined,
  });
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
        const now = store.getState();
        // The entry as it is painted: one that was chosen of a larger codebook would be past the end of this one.
        host.share({ paint: packedOf(now), entry: now.chosen === null ? undefined : entryOf(now) });
      }, SHARE_AFTER_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [host, store]);
  return { state: useStore(store), store };
}
