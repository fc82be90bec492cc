/**
 * The state of the lab: the shared picture drawn back from each code, and the gallery ranked by each code. Both are asked for on
 * their own, so that either stands where the other fails. Results that come late are dropped.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../../engine/client';
import { type Failure, failureOf } from '../../engine/errors';
import type { GalleryRanking, SwapDrawing } from '../../engine/protocol';
import type { Language } from '../../model/types';
import type { Picture } from '../lab';

export const LAB_ID = 'swap';

/** Grid of the tokens: the one that a decoder is shipped for. */
const SWAP_GRID = 8;

export type Progress = { readonly state: 'idle' | 'running' | 'ready' } | { readonly state: 'failed'; readonly failure: Failure };

/** Something asked of a picture, and the last answer that came. */
export interface Part<Result> {
  readonly progress: Progress;
  readonly shown: { readonly picture: Picture; readonly result: Result } | null;
}

interface Answers {
  readonly drawn: readonly SwapDrawing[];
  readonly told: GalleryRanking & { readonly language: Language };
}
type PartName = keyof Answers;

export type Drawn = Part<Answers['drawn']>;
export type Told = Part<Answers['told']>;

export interface SwapState {
  readonly requested: { readonly picture: Picture | null; readonly language: Language };
  readonly drawn: Drawn;
  readonly told: Told;
  /** Asks for another picture, or in another language; what is not named stays. */
  ask(changes: Partial<SwapState['requested']>): void;
  /** Asks again for what failed. */
  catchUp(): void;
}

const NOTHING = { progress: { state: 'idle' }, shown: null } as const;

/** Without its decoders the lab does not draw, whatever the picture: asking for each anew would only fail again. */
export const isDecoderAmiss = ({ progress }: Drawn): boolean =>
  progress.state === 'failed' &&
  progress.failure.code.startsWith('weights') &&
  Boolean(progress.failure.subject?.startsWith('decoder'));

export function createSwapStore(engine: () => Promise<EngineClient>, language: Language): StoreApi<SwapState> {
  const lastAsked: Record<PartName, number> = { drawn: 0, told: 0 };

  return createStore<SwapState>((set, get) => {
    const answers: {
      readonly [Name in PartName]: (client: EngineClient, picture: Picture) => Promise<Answers[Name] | 'superseded'>;
    } = {
      drawn: (client, { image }) => client.swap(LAB_ID, image),
      async told(client, { image }) {
        const spoken = get().requested.language;
        const ranking = await client.rank(LAB_ID, image, SWAP_GRID, spoken);
        return ranking === 'superseded' ? ranking : { ...ranking, language: spoken };
      },
    };

    async function refresh<Name extends PartName>(name: Name): Promise<void> {
      const { picture } = get().requested;
      if (!picture) return;
      lastAsked[name] += 1;
      const id = lastAsked[name];
      const change = (part: Partial<Part<Answers[Name]>>) => set((state) => ({ ...state, [name]: { ...state[name], ...part } }));
      change({ progress: { state: 'running' } });
      try {
        const result = await answers[name](await engine(), picture);
        if (result === 'superseded' || id !== lastAsked[name]) return;
        change({ progress: { state: 'ready' }, shown: { picture, result } });
      } catch (cause) {
        // What stood there is of another picture, and would be taken for this one's.
        if (id === lastAsked[name]) change({ progress: { state: 'failed', failure: failureOf(cause) }, shown: null });
      }
    }

    return {
      requested: { picture: null, language },
      drawn: NOTHING,
      told: NOTHING,
      ask(changes) {
        const before = get().requested;
        const requested = { ...before, ...changes };
        set({ requested });
        if (requested.picture !== before.picture && !isDecoderAmiss(get().drawn)) void refresh('drawn');
        if (requested.picture !== before.picture || requested.language !== before.language) void refresh('told');
      },
      catchUp() {
        for (const name of ['drawn', 'told'] as const) if (get()[name].progress.state === 'failed') void refresh(name);
      },
    };
  });
}
