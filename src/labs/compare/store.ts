/**
 * The state of the compare view. What the reader asked for (`requested`) is kept apart from what is on the page
 * (`shown`): figures always belong to the picture shown. Results that come late are dropped.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../../engine/client';
import { type Failure, failureOf } from '../../engine/errors';
import type { GenerationResult, GenerationSettings, UnderstandingResult } from '../../engine/protocol';
import type { Language } from '../../model/types';
import type { Picture } from '../lab';

/** One picture with its two codes, as the page shows them. */
export interface Shown {
  readonly picture: Picture;
  readonly understanding: UnderstandingResult;
  readonly generation: GenerationResult;
  /** When the reader asked for this, on the clock of `performance.now()`. */
  readonly askedAt: number;
}

export type Progress =
  | { readonly state: 'idle' }
  | { readonly state: 'running' }
  | { readonly state: 'ready' }
  | { readonly state: 'failed'; readonly failure: Failure };

/** Distances of one cell's latent to every entry, and the result they belong to. */
export interface CellDistances {
  readonly generation: GenerationResult;
  readonly cell: number;
  readonly values: Float32Array;
}

export interface CompareState {
  readonly progress: Progress;
  readonly requested: { readonly picture: Picture | null; readonly settings: GenerationSettings; readonly language: Language };
  readonly shown: Shown | null;
  readonly distances: CellDistances | null;
  /** Encodes a picture both ways. */
  showPicture(picture: Picture): void;
  /** Redraws the picture with another codebook or grid. */
  choose(settings: Partial<GenerationSettings>): void;
  /** Asks for captions in another language. */
  speak(language: Language): void;
  /** Asks for the distances that chose the token of a cell. */
  measure(cell: number): void;
  /** Asks again for what was requested and is not shown, as after a failure. */
  catchUp(): void;
}

export interface CompareOptions {
  readonly engine: () => Promise<EngineClient>;
  readonly settings: GenerationSettings;
  readonly language: Language;
  /** Tells the reader. @returns how to withdraw it, once it no longer holds */
  readonly onFailure: (failure: Failure) => () => void;
  /** Milliseconds, for `askedAt`. */
  readonly now: () => number;
}

const sameSettings = (a: GenerationSettings, b: GenerationSettings) => a.grid === b.grid && a.codebook === b.codebook;

export function createCompareStore(options: CompareOptions): StoreApi<CompareState> {
  /** Requests are numbered; a result is shown unless a later one already is. */
  let lastAsked = 0;
  let lastShown = 0;
  let withdrawFailure = () => {};

  return createStore<CompareState>((set, get) => {
    /** Shows a result, unless the reader has gone on to another picture or a later result is shown. */
    function accept(id: number, shown: Shown): void {
      const { requested } = get();
      if (id < lastShown || shown.picture !== requested.picture) return;
      lastShown = id;
      withdrawFailure();
      const isLast = sameSettings(requested.settings, shown.generation);
      set({ shown, progress: isLast ? { state: 'ready' } : { state: 'running' } });
      void refreshCaptions();
    }

    /** Brings the page to what is requested: a full encoding for a new picture, a redrawing for new settings. */
    async function refresh(): Promise<void> {
      const { requested, shown } = get();
      const { picture, settings, language } = requested;
      if (!picture) return;
      lastAsked += 1;
      const id = lastAsked;
      const askedAt = options.now();
      set({ progress: { state: 'running' } });
      try {
        const client = await options.engine();
        if (shown?.picture === picture) {
          const generation = await client.regenerate(settings);
          const current = get().shown;
          if (generation !== 'superseded' && current) accept(id, { ...current, generation, askedAt });
        } else {
          const encoding = await client.encode(picture.image, settings, language);
          if (encoding !== 'superseded') accept(id, { picture, ...encoding, askedAt });
        }
      } catch (cause) {
        // A newer request tells its own fate.
        if (id === lastAsked) fail(cause);
      }
    }

    async function refreshCaptions(): Promise<void> {
      const { shown, requested } = get();
      const { language } = requested;
      if (!shown || shown.understanding.captions[0]?.lang === language) return;
      try {
        const client = await options.engine();
        const captions = await client.captions(language);
        const { shown: current, requested: wanted } = get();
        if (captions === 'superseded' || current?.picture !== shown.picture || wanted.language !== language) return;
        set({ shown: { ...current, understanding: { ...current.understanding, captions } } });
      } catch (cause) {
        fail(cause);
      }
    }

    function fail(cause: unknown): void {
      const failure = failureOf(cause);
      set({ progress: { state: 'failed', failure } });
      withdrawFailure();
      withdrawFailure = options.onFailure(failure);
    }

    return {
      progress: { state: 'idle' },
      requested: { picture: null, settings: options.settings, language: options.language },
      shown: null,
      distances: null,
      showPicture(picture) {
        set(({ requested }) => ({ requested: { ...requested, picture } }));
        void refresh();
      },
      choose(changes) {
        const { requested } = get();
        const settings = { ...requested.settings, ...changes };
        if (sameSettings(settings, requested.settings)) return;
        set({ requested: { ...requested, settings } });
        void refresh();
      },
      speak(language) {
        set(({ requested }) => ({ requested: { ...requested, language } }));
        void refreshCaptions();
      },
      async measure(cell) {
        const generation = get().shown?.generation;
        if (!generation || generation.codebook === 'inf') return;
        try {
          const client = await options.engine();
          const values = await client.distances(cell);
          // The engine answers for its current settings: they must still be those shown.
          if (values !== 'superseded' && get().shown?.generation === generation) set({ distances: { generation, cell, values } });
        } catch (cause) {
          fail(cause);
        }
      },
      catchUp() {
        const { progress, requested } = get();
        if (progress.state === 'failed' && requested.picture) void refresh();
      },
    };
  });
}
