/** The lab's store: it follows what all labs share, opens with what the address says and writes back into it. */
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Change } from '../../dataset/changes';
import type { LabHost } from '../lab';
import type { Samples } from '../shared/files';
import { useRejected } from '../shared/use-rejected';
import { createImageSource } from './change-image';
import { countOf, DEFAULT_CHANGE, firstLevel, isBeyond, levelAt, otherArtists, strengthAt } from './levels';
import { createSurvivesStore, type SurvivesState } from './store';

/** Of a moving slider only where it comes to rest is worth an address. */
const REST_MS = 300;

export interface SurvivesLabState extends SurvivesState {
  choose(change: Change): void;
  move(level: number): void;
  reset(): void;
}

export function useSurvivesStore(host: LabHost, samples: Samples): SurvivesLabState {
  const { strength: rejected } = useRejected(host, () => {
    const { change = DEFAULT_CHANGE, strength } = host.opened;
    return strength !== undefined && isBeyond(change, strength, samples) ? { strength } : {};
  });
  const [store] = useState(() => {
    const { change = DEFAULT_CHANGE } = host.opened;
    const strength = rejected === undefined ? host.opened.strength : undefined;
    const level = strength === undefined ? firstLevel(change) : levelAt(change, strength);
    return createSurvivesStore({
      engine: host.engine,
      images: createImageSource(samples, host.fileUrl),
      requested: { ...host.chosen.get(), picture: null, change, level },
    });
  });
  const state = useStore(store);
  const { change, level } = state.requested;

  useEffect(() => {
    const follow = () => {
      const { picture, settings } = host.chosen.get();
      const { requested, ask } = store.getState();
      if (picture === requested.picture && settings === requested.settings) return;
      const count = countOf(requested.change, otherArtists(picture, samples));
      if (count === 0) ask({ picture, settings, change: DEFAULT_CHANGE, level: firstLevel(DEFAULT_CHANGE) });
      else ask({ picture, settings, level: Math.min(requested.level, count - 1) });
    };
    follow();
    return host.chosen.subscribe(follow);
  }, [host, store, samples]);
  useEffect(() => host.onEngineReady(() => store.getState().catchUp()), [host, store]);
  useEffect(() => {
    const isDefault = change === DEFAULT_CHANGE && level === firstLevel(change);
    const told = isDefault ? { change: undefined, strength: undefined } : { change, strength: strengthAt(change, level) };
    const timer = setTimeout(() => host.share(told), REST_MS);
    return () => clearTimeout(timer);
  }, [host, change, level]);

  const choose = useCallback((next: Change) => store.getState().ask({ change: next, level: firstLevel(next) }), [store]);
  const move = useCallback((next: number) => store.getState().ask({ level: next }), [store]);
  const reset = useCallback(() => {
    store.getState().forget();
    choose(DEFAULT_CHANGE);
  }, [store, choose]);

  useEffect(() => host.tell({ change, strength: strengthAt(change, level) }), [host, change, level]);
  // Before anything else can happen: whoever sees the lab may ask.
  useLayoutEffect(
    () =>
      host.onAsked(({ change: askedChange, strength }) => {
        if (askedChange === undefined && strength === undefined) return;
        const { requested, ask } = store.getState();
        const next = askedChange ?? requested.change;
        const wanted = strength === undefined ? firstLevel(next) : levelAt(next, strength);
        const count = countOf(next, otherArtists(requested.picture, samples));
        if (count > 0) ask({ change: next, level: Math.min(wanted, count - 1) });
      }),
    [host, store, samples],
  );
  return { ...state, choose, move, reset };
}
