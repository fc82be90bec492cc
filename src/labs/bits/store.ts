/**
 * The state of the lab. Where the reader is (`requested`) is computed first, the rest of the plane one point at a time behind it,
 * so that the reader never waits for more than the pass under way. A point that is known is shown at once.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../../engine/client';
import { type Failure, failureOf } from '../../engine/errors';
import type { GenerationResult, GenerationSettings } from '../../engine/protocol';
import type { Picture } from '../lab';
import { byNearness, isSame, keyOf } from './plane';

export const LAB_ID = 'bits';

/** One picture drawn back at each setting that has been computed, by `keyOf`. */
export interface Drawn {
  readonly picture: Picture;
  readonly points: ReadonlyMap<string, GenerationResult>;
}

export type Progress = { readonly state: 'idle' | 'running' | 'ready' } | { readonly state: 'failed'; readonly failure: Failure };

export interface BitsState {
  readonly progress: Progress;
  readonly requested: { readonly picture: Picture | null; readonly settings: GenerationSettings };
  /** What is on the page; its picture and settings may still be the last ones. */
  readonly shown: { readonly picture: Picture; readonly result: GenerationResult } | null;
  readonly drawn: Drawn | null;
  ask(changes: Partial<BitsState['requested']>): void;
  /** Asks again after a failure. */
  catchUp(): void;
}

export interface BitsOptions {
  readonly engine: () => Promise<EngineClient>;
  readonly settings: GenerationSettings;
}

export function createBitsStore({ engine, settings: first }: BitsOptions): StoreApi<BitsState> {
  let isWorking = false;

  return createStore<BitsState>((set, get) => {
    const known = (): Drawn | null => {
      const { drawn, requested } = get();
      return drawn && drawn.picture === requested.picture ? drawn : null;
    };

    /** The next point that is not known; undefined when the plane is full. */
    const next = () => {
      const points = known()?.points;
      return byNearness(get().requested.settings).find((point) => !points?.has(keyOf(point)));
    };

    /** Shows the point asked for, if it is known. */
    function reveal(): void {
      const { requested } = get();
      const result = known()?.points.get(keyOf(requested.settings));
      if (requested.picture && result) set({ shown: { picture: requested.picture, result } });
    }

    async function work(): Promise<void> {
      if (isWorking) return;
      isWorking = true;
      let worked: Picture | null = null;
      try {
        const client = await engine();
        for (;;) {
          const { picture } = get().requested;
          const point = next();
          if (!picture || !point) break;
          worked = picture;
          if (get().progress.state !== 'running') set({ progress: { state: 'running' } });
          const answer = await client.sweep(LAB_ID, picture.image, [point]);
          const [result] = answer === 'superseded' ? [] : answer;
          if (!result || picture !== get().requested.picture) continue;
          const points = new Map(known()?.points).set(keyOf(point), result);
          set({ drawn: { picture, points } });
          if (isSame(point, get().requested.settings)) reveal();
        }
        if (get().requested.picture) set({ progress: { state: 'ready' } });
      } catch (cause) {
        // A picture chosen meanwhile has not failed.
        if (worked && worked !== get().requested.picture) {
          isWorking = false;
          return work();
        }
        set({ progress: { state: 'failed', failure: failureOf(cause) } });
      }
      isWorking = false;
    }

    return {
      progress: { state: 'idle' },
      requested: { picture: null, settings: first },
      shown: null,
      drawn: null,
      ask(changes) {
        set(({ requested }) => ({ requested: { ...requested, ...changes } }));
        reveal();
        void work();
      },
      catchUp() {
        if (get().progress.state === 'failed') void work();
      },
    };
  });
}
