/**
 * The state of the lab. What the reader asked for (`requested`) is kept apart from what is on the page (`shown`); results that
 * come late are dropped. A phrase has neither tokens nor pixels: in their columns the first drawing that it finds stands in for it.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MapRepresentation } from '../../dataset/maps';
import type { EngineClient } from '../../engine/client';
import { type Failure, failureOf } from '../../engine/errors';
import type { DrawingRanking, PhraseRanking } from '../../engine/protocol';
import type { Language } from '../../model/types';
import type { Picture } from '../lab';
import type { Query } from './query';
import { type Ranking, rankingOf } from './ranking';

export const LAB_ID = 'find';

/** Grid whose tokens are compared: the one that the map was made of. */
export const TOKEN_GRID = 16;

export type Rankings = Readonly<Record<MapRepresentation, Ranking>>;

export interface Shown {
  readonly query: Query;
  /** The shared picture, where it was asked with. */
  readonly picture: Picture | null;
  /** Of a phrase, what became of its words. */
  readonly phrase: Pick<PhraseRanking, 'words' | 'limit'> | null;
  /** null where no word of the phrase is known. */
  readonly rankings: Rankings | null;
  /** Row that tokens and pixels were compared with instead of a phrase. */
  readonly standIn: number | null;
  /** Hashes of the weights that compared, by representation, and of those that read a phrase. */
  readonly weights: (Readonly<Record<'embedding' | 'tokens', string>> & Partial<PhraseRanking['readers']>) | null;
}

export type Progress = { readonly state: 'idle' | 'running' | 'ready' } | { readonly state: 'failed'; readonly failure: Failure };

export interface FindState {
  readonly progress: Progress;
  readonly requested: { readonly query: Query; readonly picture: Picture | null };
  readonly shown: Shown | null;
  ask(changes: Partial<FindState['requested']>): void;
  /** Asks again after a failure. */
  catchUp(): void;
}

export interface FindOptions {
  readonly engine: () => Promise<EngineClient>;
  readonly query: Query;
  /** Row of the gallery's own drawing that a picture is; null where it is none. */
  readonly rowOf: (picture: Picture) => number | null;
  /** The engine ranks captions along; nobody asks here in which language. */
  readonly language: Language;
}

const hashes = ({ models }: Pick<DrawingRanking, 'models'>) => ({
  embedding: models.understanding.sha256,
  tokens: models.generation.sha256,
});

const allBy = ({ embedding, tokens, pixels }: DrawingRanking, own: number | null): Rankings => ({
  embedding: rankingOf(embedding, own),
  tokens: rankingOf(tokens, own),
  pixels: rankingOf(pixels, own),
});

export function createFindStore({ engine, query: first, rowOf, language }: FindOptions): StoreApi<FindState> {
  let lastAsked = 0;

  async function byPhrase(client: EngineClient, text: string): Promise<Omit<Shown, 'query' | 'picture'> | 'superseded'> {
    const phrase = await client.phrase(LAB_ID, text);
    if (phrase === 'superseded') return phrase;
    if (!phrase.embedding) return { phrase, rankings: null, standIn: null, weights: null };
    const embedding = rankingOf(phrase.embedding, null);
    const standIn = embedding.order[0] ?? 0;
    const like = await client.rankRow(LAB_ID, standIn, TOKEN_GRID);
    if (like === 'superseded') return like;
    return { phrase, standIn, rankings: { ...allBy(like, standIn), embedding }, weights: { ...hashes(like), ...phrase.readers } };
  }

  async function byDrawing(client: EngineClient, row: number): Promise<Omit<Shown, 'query' | 'picture'> | 'superseded'> {
    const like = await client.rankRow(LAB_ID, row, TOKEN_GRID);
    if (like === 'superseded') return like;
    return { phrase: null, standIn: null, rankings: allBy(like, row), weights: hashes(like) };
  }

  async function byPicture(client: EngineClient, picture: Picture): Promise<Omit<Shown, 'query' | 'picture'> | 'superseded'> {
    const like = await client.rank(LAB_ID, picture.image, TOKEN_GRID, language);
    if (like === 'superseded') return like;
    return { phrase: null, standIn: null, rankings: allBy(like, rowOf(picture)), weights: hashes(like) };
  }

  return createStore<FindState>((set, get) => {
    async function refresh(): Promise<void> {
      const { query, picture } = get().requested;
      if (query.kind === 'picture' && !picture) return;
      lastAsked += 1;
      const id = lastAsked;
      set({ progress: { state: 'running' } });
      try {
        const client = await engine();
        const found =
          query.kind === 'phrase'
            ? await byPhrase(client, query.text)
            : query.kind === 'drawing'
              ? await byDrawing(client, query.row)
              : await byPicture(client, picture as Picture);
        // A newer question tells its own answer.
        if (found === 'superseded' || id !== lastAsked) return;
        const shown = { query, picture: query.kind === 'picture' ? picture : null, ...found };
        set({ shown, progress: { state: 'ready' } });
      } catch (cause) {
        if (id === lastAsked) set({ progress: { state: 'failed', failure: failureOf(cause) } });
      }
    }

    return {
      progress: { state: 'idle' },
      requested: { query: first, picture: null },
      shown: null,
      ask(changes) {
        const { requested } = get();
        const next = { ...requested, ...changes };
        set({ requested: next });
        // Another shared picture is of no concern to a question about something else.
        if (changes.query || next.query.kind === 'picture') void refresh();
      },
      catchUp() {
        if (get().progress.state === 'failed') void refresh();
      },
    };
  });
}
