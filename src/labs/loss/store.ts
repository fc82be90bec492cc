/**
 * The state of the lab. The sliders act on the similarities at hand; another batch has to be fetched first, and until it has
 * come the old one stays (`shown`).
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Failure, failureOf } from '../../engine/errors';
import type { Language } from '../../model/types';
import type { BatchSize, Pair, Positives } from './batch';
import { cosinesOf } from './losses';
import { headedBy, type OwnPair, type ShownPair } from './own-pair';
import type { VectorSource } from './vectors';

/** How a batch was drawn; null once a pair was changed by hand. */
export type Drawn = { readonly seed: number; readonly size: BatchSize } | null;

/** A batch with what is known about it. */
export interface ShownBatch {
  readonly drawn: Drawn;
  readonly pairs: readonly ShownPair[];
  readonly language: Language;
  /** Drawings by captions. [N·N] */
  readonly cosines: Float64Array;
}

export type Progress =
  | { readonly state: 'running' }
  | { readonly state: 'ready' }
  | { readonly state: 'failed'; readonly failure: Failure };

/** What the reader sets. */
export interface Settings {
  readonly temperature: number;
  readonly bias: number;
  readonly positives: Positives;
}

/**
 * Where the sliders begin: SigLIP starts at t = 10 (arXiv 2303.15343, §3.2), and b is about −ln(N − 1) for eight pairs, so
 * that the one match and the seven others weigh the same; SigLIP's own −10 is for batches of ten thousands.
 */
export const DEFAULTS: Settings = { temperature: 0.1, bias: -2, positives: 'diagonal' };

export const TEMPERATURES = { low: 0.01, high: 1 } as const;
export const BIASES = { low: -12, high: 2 } as const;

export interface Requested {
  readonly drawn: Drawn;
  /** What can be named, and so be in an address. */
  readonly pairs: readonly Pair[];
  /** The reader's own picture, which goes before them. */
  readonly own: OwnPair | null;
  readonly language: Language;
}

export interface LossState {
  readonly progress: Progress;
  readonly requested: Requested;
  readonly shown: ShownBatch | null;
  readonly settings: Settings;
  compare(changes: Partial<Pick<Requested, 'drawn' | 'pairs' | 'own'>>): void;
  speak(language: Language): void;
  set(changes: Partial<Settings>): void;
  /** Asks again after a failure. */
  catchUp(): void;
}

export interface LossOptions {
  readonly source: VectorSource;
  readonly drawn: Drawn;
  readonly pairs: readonly Pair[];
  readonly own: OwnPair | null;
  readonly settings: Settings;
  readonly language: Language;
}

export function createLossStore(options: LossOptions): StoreApi<LossState> {
  let lastAsked = 0;
  return createStore<LossState>((set, get) => {
    async function refresh(): Promise<void> {
      lastAsked += 1;
      const id = lastAsked;
      const { drawn, pairs, own, language } = get().requested;
      set({ progress: { state: 'running' } });
      try {
        const vectors = await options.source.vectorsOf(headedBy(own, pairs), language);
        if (id !== lastAsked) return;
        // An earlier request, dropped here, may reach the engine after a later one and push that aside.
        if (vectors === 'superseded') return void refresh();
        const cosines = cosinesOf(vectors.drawings, vectors.captions);
        set({ shown: { drawn, pairs: vectors.pairs, language, cosines }, progress: { state: 'ready' } });
      } catch (cause) {
        if (id === lastAsked) set({ progress: { state: 'failed', failure: failureOf(cause) } });
      }
    }
    return {
      progress: { state: 'running' },
      requested: { drawn: options.drawn, pairs: options.pairs, own: options.own, language: options.language },
      shown: null,
      settings: options.settings,
      compare(changes) {
        set(({ requested }) => ({ requested: { ...requested, ...changes } }));
        void refresh();
      },
      speak(language) {
        const { requested, shown } = get();
        set({ requested: { ...requested, language } });
        // What is under way in another language is not to come after all, even where this one is shown already.
        if (!shown || requested.language !== language) void refresh();
      },
      set: (changes) => set(({ settings }) => ({ settings: { ...settings, ...changes } })),
      catchUp() {
        if (get().progress.state === 'failed') void refresh();
      },
    };
  });
}
