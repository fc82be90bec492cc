/** The state of the part beside the tokens: a move of the embedding that was asked for, and the pictures of the last one that came. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../../engine/client';
import { type Failure, failureOf } from '../../engine/errors';
import { FIRST_MOVE, type Move, moved } from './vectors';

/** Where moves begin, and what they may go towards. [E] each */
export interface Ends {
  readonly from: Float32Array;
  readonly to: Float32Array;
}

export interface ShownMove {
  readonly ends: Ends;
  readonly move: Move;
  /** What the decoder makes of both ends and of the vector moved. [64·64·3] each */
  readonly from: Uint8Array;
  readonly moved: Uint8Array;
  readonly to: Uint8Array;
}

export type MoveProgress =
  /** Nobody has asked for the decoder yet. */
  { readonly state: 'idle' | 'running' | 'ready' } | { readonly state: 'failed'; readonly failure: Failure };

export interface MoveState {
  readonly progress: MoveProgress;
  readonly requested: Move;
  readonly shown: ShownMove | null;
  /** Other images; what was asked for is drawn for them once the decoder has been asked for. */
  start(ends: Ends): void;
  /** Asks for the decoder, or again after a failure. */
  open(): void;
  ask(changes: Partial<Move>): void;
  /** As if nobody had asked for anything; the engine keeps the decoder for the next time. */
  reset(): void;
}

export function createMoveStore(engine: () => Promise<EngineClient>, first: Move): StoreApi<MoveState> {
  let ends: Ends | undefined;
  let lastAsked = 0;
  let lastShown = 0;

  return createStore<MoveState>((set, get) => {
    async function draw(): Promise<void> {
      if (!ends) return;
      const subject = ends;
      const move = get().requested;
      lastAsked += 1;
      const id = lastAsked;
      set({ progress: { state: 'running' } });
      try {
        const client = await engine();
        const vectors = [subject.from, moved(subject.from, subject.to, move), subject.to];
        const answer = await client.drawVectors('paint', vectors);
        if (answer === 'superseded' || id < lastShown || ends !== subject) return;
        lastShown = id;
        const [from, after, to] = answer.drawings as [Uint8Array, Uint8Array, Uint8Array];
        set({ shown: { ends: subject, move, from, moved: after, to } });
        if (id === lastAsked) set({ progress: { state: 'ready' } });
      } catch (cause) {
        if (id === lastAsked) set({ progress: { state: 'failed', failure: failureOf(cause) } });
      }
    }

    const redraw = () => {
      const { state } = get().progress;
      if (state === 'running' || state === 'ready') void draw();
    };
    return {
      progress: { state: 'idle' },
      requested: first,
      shown: null,
      start(next) {
        ends = next;
        redraw();
      },
      open: () => void draw(),
      ask(changes) {
        set(({ requested }) => ({ requested: { ...requested, ...changes } }));
        redraw();
      },
      reset() {
        // What is still under way comes too late for what was before.
        lastAsked += 1;
        lastShown = lastAsked;
        set({ progress: { state: 'idle' }, requested: FIRST_MOVE, shown: null });
      },
    };
  });
}
