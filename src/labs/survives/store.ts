/**
 * The state of the lab. What the reader asked for (`requested`) is kept apart from what is on the page (`shown`); results that
 * come late are dropped. The codes of the unchanged picture are asked for once, then each move of the slider costs one pass.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Change } from '../../dataset/changes';
import type { EngineClient } from '../../engine/client';
import { type Failure, failureOf } from '../../engine/errors';
import type { GenerationSettings, ImageCodes, ManyCodes } from '../../engine/protocol';
import type { RgbImage } from '../../model/types';
import type { Picture } from '../lab';
import type { ImageSource } from './change-image';
import { changedCells, changedShare, cosineOf } from './measures';

export const LAB_ID = 'survives';

/** How far a picture is from the unchanged one in each code. */
export interface Distance {
  readonly cosine: number;
  /** Share of the tokens; null where there is no codebook. */
  readonly tokensChanged: number | null;
}

/** The unchanged picture in both codes, and how far something unrelated is from it. */
export interface Baseline {
  readonly picture: Picture;
  readonly settings: GenerationSettings;
  readonly models: ManyCodes['models'];
  readonly codes: ImageCodes;
  readonly entries: Float32Array;
  readonly codeDim: number;
  readonly unrelated: Distance & { readonly image: RgbImage };
}

export interface Shown {
  readonly baseline: Baseline;
  readonly change: Change;
  readonly level: number;
  readonly image: RgbImage;
  readonly codes: ImageCodes;
  readonly distance: Distance;
  /** 1 where the token of a cell is another than in the unchanged picture. [N] */
  readonly cells: Float32Array;
  /** 1 where it is another than in what was shown before. [N] */
  readonly fresh: Float32Array;
  /** Counts what has been shown. */
  readonly turn: number;
}

/** A step of the slider that has been measured. */
export interface Trace extends Distance {
  readonly level: number;
}

export type Progress = { readonly state: 'idle' | 'running' | 'ready' } | { readonly state: 'failed'; readonly failure: Failure };

export interface Requested {
  readonly picture: Picture | null;
  readonly settings: GenerationSettings;
  readonly change: Change;
  readonly level: number;
}

export interface SurvivesState {
  readonly progress: Progress;
  readonly requested: Requested;
  readonly shown: Shown | null;
  /** What was measured of this picture, by change, in the order of the slider. */
  readonly traces: Readonly<Partial<Record<Change, readonly Trace[]>>>;
  /** Asks for something else; what is not named stays. */
  ask(changes: Partial<Requested>): void;
  /** Forgets what was measured of this picture. */
  forget(): void;
  /** Asks again after a failure. */
  catchUp(): void;
}

export interface SurvivesOptions {
  readonly engine: () => Promise<EngineClient>;
  readonly images: ImageSource;
  readonly requested: Requested;
}

const NO_CELLS = new Float32Array();

export function createSurvivesStore({ engine, images, requested: first }: SurvivesOptions): StoreApi<SurvivesState> {
  let lastAsked = 0;
  let lastShown = 0;

  return createStore<SurvivesState>((set, get) => {
    const isOfSubject = ({ picture, settings }: Pick<Baseline, 'picture' | 'settings'>): boolean => {
      const { requested } = get();
      return (
        picture === requested.picture &&
        settings.grid === requested.settings.grid &&
        settings.codebook === requested.settings.codebook
      );
    };

    async function refresh(): Promise<void> {
      const { picture, settings, change, level } = get().requested;
      if (!picture) return;
      lastAsked += 1;
      const id = lastAsked;
      set({ progress: { state: 'running' } });
      try {
        const image = await images.changed(picture, change, level);
        const known = get().shown?.baseline;
        const baseline = known && isOfSubject(known) ? known : undefined;
        const unrelated = baseline?.unrelated.image ?? (await images.unrelated(picture));
        const others = baseline ? [] : [picture.image, unrelated];
        // Pictures take time to make; only the last one asked for is worth a pass.
        if (id !== lastAsked) return;
        const answer = await (await engine()).codes(LAB_ID, [image, ...others], settings);
        if (answer === 'superseded' || id < lastShown || !isOfSubject({ picture, settings })) return;
        lastShown = id;
        const [codes] = answer.images as [ImageCodes];
        accept(image, codes, change, level, baseline ?? baselineOf(picture, settings, answer, unrelated));
        if (id === lastAsked) set({ progress: { state: 'ready' } });
      } catch (cause) {
        if (id === lastAsked) set({ progress: { state: 'failed', failure: failureOf(cause) } });
      }
    }

    function accept(image: RgbImage, codes: ImageCodes, change: Change, level: number, baseline: Baseline): void {
      const { shown: before, traces } = get();
      const cells = changedCells(codes.tokens, baseline.codes.tokens);
      const distance = { cosine: cosineOf(codes.embedding, baseline.codes.embedding), tokensChanged: changedShare(cells) };
      const isSame = before?.baseline === baseline;
      const fresh = isSame ? changedCells(codes.tokens, before.codes.tokens) : NO_CELLS;
      const kept = isSame ? traces : {};
      const trace = [...(kept[change] ?? []).filter((step) => step.level !== level), { level, ...distance }];
      set({
        shown: { baseline, change, level, image, codes, distance, cells, fresh, turn: lastShown },
        traces: { ...kept, [change]: trace.sort((a, b) => a.level - b.level) },
      });
    }

    return {
      progress: { state: 'idle' },
      requested: first,
      shown: null,
      traces: {},
      ask(changes) {
        set(({ requested }) => ({ requested: { ...requested, ...changes } }));
        void refresh();
      },
      forget: () => set({ traces: {} }),
      catchUp() {
        if (get().progress.state === 'failed') void refresh();
      },
    };
  });
}

function baselineOf(
  picture: Picture,
  settings: GenerationSettings,
  { models, entries, codeDim, images: [, codes, other] }: ManyCodes,
  image: RgbImage,
): Baseline {
  if (!codes || !other) throw new Error('the engine answered for fewer pictures than it was asked about');
  const unrelated = {
    image,
    cosine: cosineOf(codes.embedding, other.embedding),
    tokensChanged: changedShare(changedCells(codes.tokens, other.tokens)),
  };
  return { picture, settings, models, codes, entries, codeDim, unrelated };
}
