/** The lab's store: it follows the picture that all labs share, opens with what the address says and writes back into it. */
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useLanguage } from '../../i18n/use-texts';
import type { LabHost, Picture } from '../lab';
import type { Gallery } from '../shared/files';
import { openedQuery, PICTURE, type Query, sharedQuery } from './query';
import { createFindStore, type FindState } from './store';

export interface FindLabState extends FindState {
  search(query: Query): void;
}

export function useFindStore(host: LabHost, { concepts }: Gallery): FindLabState {
  const language = useLanguage();
  const [store] = useState(() =>
    createFindStore({
      engine: host.engine,
      query: openedQuery(host.opened, concepts),
      language,
      rowOf(picture: Picture) {
        if (picture.kind !== 'sample') return null;
        const row = concepts.findIndex(({ concept, artist }) => concept === picture.concept && artist === picture.artist);
        return row < 0 ? null : row;
      },
    }),
  );
  const state = useStore(store);

  const search = useCallback(
    (next: Query) => {
      store.getState().ask({ query: next });
      host.share(sharedQuery(next, concepts));
    },
    [host, store, concepts],
  );
  useEffect(() => {
    const follow = () => {
      const { picture } = host.chosen.get();
      const { requested, ask } = store.getState();
      if (picture === requested.picture) return;
      // The page's first picture leaves a question of the address standing; one that is chosen later is what to look for.
      const isFirst = requested.picture === null;
      ask({ picture, ...(isFirst ? {} : { query: PICTURE }) });
      if (!isFirst) host.share(sharedQuery(PICTURE, concepts));
    };
    // What the address asks need not wait for a picture.
    const { requested, ask } = store.getState();
    if (requested.query.kind !== 'picture') ask({ query: requested.query });
    follow();
    return host.chosen.subscribe(follow);
  }, [host, store, concepts]);
  useEffect(() => host.onEngineReady(() => store.getState().catchUp()), [host, store]);
  // Before anything else can happen: whoever sees the lab may ask.
  useLayoutEffect(
    () =>
      host.onAsked(({ phrase, like }) => {
        if (phrase !== undefined || like !== undefined) search(openedQuery({ phrase, like }, concepts));
      }),
    [host, search, concepts],
  );
  const { query } = state.requested;
  useEffect(() => host.tell(sharedQuery(query, concepts)), [host, query, concepts]);
  return { ...state, search };
}
