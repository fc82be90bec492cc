/**
 * The state of the lab: what was asked of the engine (`requested`) apart from what is on the page (`shown`), and what of it the
 * reader looks at. Looking elsewhere costs no pass; answers that come late are dropped.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../../engine/client';
import { type Failure, failureOf } from '../../engine/errors';
import type { GenerationSettings } from '../../engine/protocol';
import type { Trace } from '../../engine/trace';
import type { Picture } from '../lab';
import type { View } from './view';

export const LAB_ID = 'inside';

export type Progress = { readonly state: 'idle' | 'running' | 'ready' } | { readonly state: 'failed'; readonly failure: Failure };

export interface Requested {
  readonly picture: Picture | null;
  readonly settings: GenerationSettings;
}

export interface Shown {
  readonly picture: Picture;
  readonly settings: GenerationSettings;
  readonly trace: Trace;
}

export interface InsideState {
  readonly progress: Progress;
  readonly requested: Requested;
  readonly shown: Shown | null;
  readonly view: View;
  ask(requested: Requested): void;
  /** Asks again after a failure. */
  catchUp(): void;
  /** Looks at something else; what is not named stays. */
  look(changes: Partial<View>): void;
}

export interface InsideOptions extends Pick<InsideState, 'requested' | 'view'> {
  readonly engine: () => Promise<EngineClient>;
}

export function createInsideStore({ engine, requested: first, view }: InsideOptions): StoreApi<InsideState> {
  let lastAsked = 0;
  let lastShown = 0;
  return createStore<InsideState>((set, get) => {
    async function refresh(): Promise<void> {
      const { picture, settings } = get().requested;
      if (!picture) return;
      lastAsked += 1;
      const id = lastAsked;
      set({ progress: { state: 'running' } });
      try {
        const trace = await (await engine()).trace(LAB_ID, picture.image, settings);
        // Of a moving slider every step that comes in order is worth showing; of another picture only the last one.
        if (trace === 'superseded' || id < lastShown || picture !== get().requested.picture) return;
        lastShown = id;
        set({ shown: { picture, settings, trace } });
        if (id === lastAsked) set({ progress: { state: 'ready' } });
      } catch (cause) {
        if (id === lastAsked) set({ progress: { state: 'failed', failure: failureOf(cause) } });
      }
    }

    return {
      progress: { state: 'idle' },
      requested: first,
      shown: null,
      view,
      ask(requested) {
        set({ requested });
        void refresh();
      },
      catchUp() {
        if (get().progress.state === 'failed') void refresh();
      },
      look: (changes) => set((state) => ({ view: { ...state.view, ...changes } })),
    };
  });
}
