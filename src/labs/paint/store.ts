/**
 * The state of the lab: tokens changed by hand, and the pictures of them before and after the last edit. What is asked for is
 * the present of the history; `shown` follows it. Pictures are kept with their tokens, so that a stroke costs one decoding and
 * going back costs none. Of edits that come faster than pictures, the latest wins.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../../engine/client';
import { type Failure, failureOf } from '../../engine/errors';
import type { ManyCodes, ModelIdentity } from '../../engine/protocol';
import type { CodebookSize, GridSize } from '../../model/types';
import type { Picture, SamplePicture } from '../lab';
import type { Canvas } from './edits';
import { amend, begin, type History, redo, step, undo } from './history';
import { packCanvas, unpackCanvas } from './packing';
import { createPaintedPictures } from './painted';

export type Codebook = Exclude<CodebookSize, 'inf'>;

export interface PaintSettings {
  readonly grid: GridSize;
  readonly codebook: Codebook;
}

/** The other image. */
export type PartnerDrawing = Pick<SamplePicture, 'concept' | 'image'>;

/** Both images as their codes. */
export interface Ground {
  readonly settings: PaintSettings;
  readonly model: ModelIdentity;
  readonly picture: Picture;
  readonly partner: PartnerDrawing;
  /** As the encoder gives them. */
  readonly canvas: Canvas;
  /** Unit vectors. [E] */
  readonly embedding: Float32Array;
  readonly partnerEmbedding: Float32Array;
  /** [K·D] */
  readonly entries: Float32Array;
  readonly codeDim: number;
}

/** Tokens and the picture that they decode to. [G·G], [64·64·3] */
export interface Decoded {
  readonly tokens: Uint16Array;
  readonly pixels: Uint8Array;
}

export interface Shown {
  readonly ground: Ground;
  /** Before the last edit, and after it. */
  readonly before: Decoded;
  readonly after: Decoded;
  /** The other image after it. */
  readonly other: Decoded;
}

export type Progress =
  | { readonly state: 'running' }
  | { readonly state: 'ready' }
  | { readonly state: 'failed'; readonly failure: Failure };

export interface PaintState {
  readonly progress: Progress;
  readonly ground: Ground | null;
  readonly history: History<Canvas>;
  readonly shown: Shown | null;
  /** The entry that the reader chose for the brush; null where none was chosen. */
  readonly chosen: number | null;
  /** Encodes both images; what was painted on this image at these settings, now or before others, is there. */
  open(opened: Opened): void;
  edit(changes: Partial<Canvas>): void;
  /** Goes on with the last edit. */
  amend(changes: Partial<Canvas>): void;
  undo(): void;
  redo(): void;
  reset(): void;
  pick(entry: number): void;
  /** Asks again after a failure. */
  catchUp(): void;
}

export interface Opened {
  readonly picture: Picture;
  readonly partner: PartnerDrawing;
  readonly settings: PaintSettings;
  /** Tokens to go on with, as the address tells them, and the brush's entry. */
  readonly packed?: string | undefined;
  readonly entry?: number | undefined;
}

const NOTHING = new Uint16Array();

const isSame = (a: Canvas, b: Canvas): boolean =>
  a.tokens.every((token, cell) => token === b.tokens[cell]) && a.other.every((token, cell) => token === b.other[cell]);

/**
 * The tokens as the address tells them; undefined where nothing was painted. Of the reader's own picture it tells none, not even of
 * those painted over: the rest are the picture's, and a swap carries them into the other half.
 */
export function packedOf({ ground, history }: Pick<PaintState, 'ground' | 'history'>): string | undefined {
  if (!ground || ground.picture.kind === 'own' || isSame(history.present, ground.canvas)) return undefined;
  return packCanvas(history.present, ground.canvas, ground.settings.codebook);
}

/** The entry that the brush paints: at first the other image's colour in the middle, which shows on this one. */
export function entryOf({ chosen, ground }: Pick<PaintState, 'chosen' | 'ground'>): number {
  if (!ground) return 0;
  const { canvas, settings } = ground;
  const middle = (settings.grid / 2) * settings.grid + settings.grid / 2;
  return Math.min(Math.floor(chosen ?? canvas.other[middle] ?? 0), settings.codebook - 1);
}

function groundOf({ picture, partner, settings }: Opened, codes: ManyCodes): Ground {
  const [own, other] = codes.images;
  if (!own || !other) throw new Error('the engine answered for fewer images than it was asked about');
  return {
    settings,
    model: codes.models.generation,
    picture,
    partner,
    canvas: { tokens: own.tokens, other: other.tokens },
    embedding: own.embedding,
    partnerEmbedding: other.embedding,
    entries: codes.entries,
    codeDim: codes.codeDim,
  };
}

export function createPaintStore(engine: () => Promise<EngineClient>): StoreApi<PaintState> {
  let lastOpened = 0;
  let lastDrawn = 0;
  let lastShown = 0;
  let again = () => {};
  /** By tokens, which are never written to once made. */
  const pictures = new WeakMap<Uint16Array, Uint8Array>();
  const painted = createPaintedPictures();

  return createStore<PaintState>((set, get) => {
    const fail = (cause: unknown, retry: () => void) => {
      again = retry;
      set({ progress: { state: 'failed', failure: failureOf(cause) } });
    };

    async function draw(): Promise<void> {
      const { ground, history } = get();
      if (!ground) return;
      lastDrawn += 1;
      const id = lastDrawn;
      const { tokens, other } = history.present;
      const before = history.past.at(-1)?.tokens ?? ground.canvas.tokens;
      const missing = [...new Set([before, tokens, other])].filter((each) => !pictures.has(each));
      set({ progress: { state: 'running' } });
      try {
        if (missing.length > 0) {
          const answer = await (await engine()).draw('paint', missing, ground.settings);
          if (answer === 'superseded' || get().ground !== ground) return;
          missing.forEach((each, i) => pictures.set(each, answer.drawings[i] as Uint8Array));
        }
        const decoded = (each: Uint16Array): Decoded => ({ tokens: each, pixels: pictures.get(each) as Uint8Array });
        // What the reader has gone back from, and seen gone, does not come back.
        if (id < lastShown) return;
        lastShown = id;
        set({
          shown: { ground, before: decoded(before), after: decoded(tokens), other: decoded(other) },
          progress: { state: id === lastDrawn ? 'ready' : 'running' },
        });
      } catch (cause) {
        if (get().ground === ground && id === lastDrawn) fail(cause, () => void draw());
      }
    }

    function keepPainted(): void {
      const { ground, history } = get();
      if (!ground) return;
      const { tokens } = history.present;
      const isPainted = tokens.some((token, cell) => token !== ground.canvas.tokens[cell]);
      painted.keep(ground.picture.image, ground.settings, isPainted ? tokens : null);
    }

    /** What stands on the canvas when it is opened: what was painted here before, or what the address tells. */
    function standing(ground: Ground, packed: string | undefined): Canvas {
      const tokens = painted.find(ground.picture.image, ground.settings);
      if (tokens) return { ...ground.canvas, tokens };
      return (packed && unpackCanvas(packed, ground.canvas, ground.settings.codebook)) || ground.canvas;
    }

    async function open(opened: Opened): Promise<void> {
      const { picture, partner, settings, packed, entry } = opened;
      lastOpened += 1;
      const id = lastOpened;
      set({ progress: { state: 'running' } });
      try {
        const codes = await (await engine()).codes('paint', [picture.image, partner.image], settings);
        if (codes === 'superseded' || id !== lastOpened) return;
        const ground = groundOf(opened, codes);
        keepPainted();
        const canvas = standing(ground, packed);
        const history = isSame(canvas, ground.canvas) ? begin(ground.canvas) : step(begin(ground.canvas), canvas);
        set({ ground, history, chosen: entry ?? get().chosen });
        await draw();
      } catch (cause) {
        if (id === lastOpened) fail(cause, () => void open(opened));
      }
    }

    const change = (history: History<Canvas>) => {
      set({ history });
      void draw();
    };
    return {
      progress: { state: 'running' },
      ground: null,
      history: begin({ tokens: NOTHING, other: NOTHING }),
      shown: null,
      chosen: null,
      open: (opened) => void open(opened),
      edit: (changes) => change(step(get().history, { ...get().history.present, ...changes })),
      amend: (changes) => change(amend(get().history, { ...get().history.present, ...changes })),
      undo: () => change(undo(get().history)),
      redo: () => change(redo(get().history)),
      reset() {
        const { ground } = get();
        if (!ground) return;
        set({ chosen: null });
        change(begin(ground.canvas));
      },
      pick: (chosen) => set({ chosen }),
      catchUp() {
        if (get().progress.state === 'failed') again();
      },
    };
  });
}
