/** The lab's store: it follows what all labs share while the lab is near the window, and writes what is looked at into the address. */
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { LabHost } from '../lab';
import { useRejected } from '../shared/use-rejected';
import { createInsideStore, type InsideState } from './store';
import { FIRST_VIEW, openedView, openIn, packView, rejectedOf, unpackView } from './view';

/** Of a moving slider only where it comes to rest is worth an address. */
const REST_MS = 300;
/** How far from the window a lab still follows: about half a window. */
const NEAR = '50%';

export function useInsideStore(host: LabHost, root: RefObject<HTMLElement | null>): InsideState {
  useRejected(host, () => rejectedOf(host.opened));
  const [store] = useState(() =>
    createInsideStore({
      engine: host.engine,
      requested: { ...host.chosen.get(), picture: null },
      view: openedView(host.opened),
    }),
  );
  const state = useStore(store);
  const { view } = state;

  // Its pass is the longest of all: while nobody can see it, a slider elsewhere need not wait for it.
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry && setIsNear(entry.isIntersecting), { rootMargin: NEAR });
    if (root.current) observer.observe(root.current);
    return () => observer.disconnect();
  }, [root]);
  useEffect(() => {
    if (!isNear) return;
    const follow = () => {
      const { picture, settings } = host.chosen.get();
      const { requested, ask } = store.getState();
      if (picture !== requested.picture || settings !== requested.settings) ask({ picture, settings });
    };
    follow();
    return host.chosen.subscribe(follow);
  }, [host, store, isNear]);
  useEffect(() => host.onEngineReady(() => store.getState().catchUp()), [host, store]);
  // Before anything else can happen: whoever sees the lab may ask.
  useLayoutEffect(
    () =>
      host.onAsked(({ inside }) => {
        const asked = inside === undefined ? null : unpackView(inside);
        if (asked) store.getState().look(inside === openIn(asked) ? { open: asked.open } : asked);
      }),
    [host, store],
  );
  useEffect(() => host.tell({ inside: openIn(view) }), [host, view]);
  useEffect(() => {
    const packed = packView(view);
    const timer = setTimeout(() => host.share({ inside: packed === packView(FIRST_VIEW) ? undefined : packed }), REST_MS);
    return () => clearTimeout(timer);
  }, [host, view]);
  return state;
}
