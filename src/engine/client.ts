/** The engine as the page sees it: calls that never queue, and a status. All tfjs lives in the worker behind it. */
import type { GridSize, Language, RgbImage } from '../model/types';
import { EngineError, failureOf } from './errors';
import { beginLife, type Life, type SpawnEngine } from './life';
import type {
  BackendName,
  CaptionMatch,
  DrawableCode,
  DrawingRanking,
  Drawings,
  Encoding,
  EngineMemory,
  EngineStatus,
  GalleryRanking,
  GenerationResult,
  GenerationSettings,
  Likeness,
  ManyCodes,
  PhraseRanking,
  SwapDrawing,
  VectorDrawings,
  WorkerOptions,
} from './protocol';
import { type Asker, createRequestQueue, type EngineRequest, type Superseded } from './queue';
import { spawnEngineWorker } from './spawn';
import { createSupervisor, isFatal } from './supervisor';
import type { Trace } from './trace';

export interface EngineClientOptions {
  /** Force a backend, as `?backend=` asks. */
  readonly backend?: BackendName;
  /** URL of the folder that holds models/ and gallery/; may be relative to the page. */
  readonly baseUrl: string;
  /** Token grid shown first: its model is loaded at the start. 16 by default. */
  readonly grid?: GridSize;
  /** Language shown first: its captions are fetched at the start. */
  readonly language?: Language;
}

/**
 * Every call resolves to 'superseded' when a newer one made it pointless, and rejects with an {@link EngineError} when
 * it failed for good. Calls made while the engine starts or recovers wait for it.
 */
export interface EngineClient {
  /** The current status is delivered at once, later ones as they come. Returns the unsubscriber. */
  subscribe(listener: (status: EngineStatus) => void): () => void;
  /** Makes an image the current one and encodes it both ways. */
  encode(image: RgbImage, settings: GenerationSettings, language: Language): Promise<Encoding | Superseded>;
  /** Redraws the current image at other settings. */
  regenerate(settings: GenerationSettings): Promise<GenerationResult | Superseded>;
  /** Captions of the current image. */
  captions(language: Language): Promise<readonly CaptionMatch[] | Superseded>;
  /** Squared distances of one cell of the current image to every codebook entry. [K] */
  distances(cell: number): Promise<Float32Array | Superseded>;
  /**
   * Both codes of several images; the current image stays. Of each lab the latest wins; one that runs is answered all the same.
   * @param lab id of the lab that asks
   */
  codes(lab: Asker, images: readonly RgbImage[], settings: GenerationSettings): Promise<ManyCodes | Superseded>;
  /** Decodes several codes, with the same rules as `codes`. */
  draw(lab: Asker, codes: readonly DrawableCode[], settings: GenerationSettings): Promise<Drawings | Superseded>;
  /** An image drawn back from each frozen code, with the same rules; the decoders are fetched at the first call. */
  swap(lab: Asker, image: RgbImage): Promise<readonly SwapDrawing[] | Superseded>;
  /** How like an image the drawings and captions of the gallery are, with the same rules. [R] each */
  rank(lab: Asker, image: RgbImage, grid: GridSize, language: Language): Promise<GalleryRanking | Superseded>;
  /** Draws vectors of the embedding's space, with the same rules; the decoder is fetched at the first call. [E] each */
  drawVectors(lab: Asker, vectors: readonly Float32Array[]): Promise<VectorDrawings | Superseded>;
  /** How near a phrase the gallery's drawings are, with the same rules; text tower and lexicon are fetched at the first call. */
  phrase(lab: Asker, text: string): Promise<PhraseRanking | Superseded>;
  /** How like one of the gallery's drawings the others are, with the same rules. */
  rankRow(lab: Asker, row: number, grid: GridSize): Promise<DrawingRanking | Superseded>;
  /** One image drawn back at each of several settings, with the same rules. */
  sweep(lab: Asker, image: RgbImage, settings: readonly GenerationSettings[]): Promise<readonly GenerationResult[] | Superseded>;
  /** How like an image each of several drawings is, with the same rules. [64·64·3] each */
  likeness(lab: Asker, original: Uint8Array, drawings: readonly Uint8Array[]): Promise<readonly Likeness[] | Superseded>;
  /** What both encoders make of an image on the way, with the same rules. */
  trace(lab: Asker, image: RgbImage, settings: GenerationSettings): Promise<Trace | Superseded>;
  memory(): Promise<EngineMemory>;
  /** Starts again after 'failed'. */
  retry(): void;
  dispose(): void;
}

/** What a new worker is given so that it stands where the lost one stood. */
interface Scene {
  readonly image: RgbImage;
  readonly settings: GenerationSettings;
  readonly language: Language;
}

/** @param spawn makes the worker; tests put another one in its place */
export function createEngineClient(options: EngineClientOptions, spawn: SpawnEngine = spawnEngineWorker): EngineClient {
  const listeners = new Set<(status: EngineStatus) => void>();
  let status: EngineStatus = { state: 'starting' };
  let ready: Life | undefined;
  let scene: Scene | undefined;
  const queue = createRequestQueue(pump);

  const workerOptions: WorkerOptions = {
    baseUrl: new URL(options.baseUrl, globalThis.location?.href).href,
    grid: options.grid ?? 16,
    skip: [],
    ...(options.backend ? { backend: options.backend } : {}),
    ...(options.language ? { language: options.language } : {}),
  };
  const supervisor = createSupervisor({
    forced: options.backend !== undefined,
    begin: (skip, onContextLost) => beginLife(spawn, { ...workerOptions, skip }, onContextLost),
    async refill(life): Promise<void> {
      const last = scene;
      if (last) await life.call((engine) => engine.encode(last.image, last.settings, last.language));
    },
    onStatus(next, life): void {
      status = next;
      ready = life;
      for (const listener of listeners) listener(next);
      pump();
    },
  });

  function pump(): void {
    if (status.state === 'failed') queue.rejectAll(new EngineError(status.failure));
    const life = ready;
    const request = life && queue.next();
    if (life && request) void serve(life, request);
  }

  async function serve(life: Life, request: EngineRequest): Promise<void> {
    try {
      const answer = await life.call((engine) => request.send(engine));
      // Free before the caller hears of it: what the caller asks next need not wait.
      queue.done();
      supervisor.answered();
      answer();
    } catch (error) {
      const failure = failureOf(error);
      if (isFatal(failure)) {
        queue.putBack();
        supervisor.report(failure);
      } else {
        request.reject(new EngineError(failure));
        queue.done();
      }
    }
    pump();
  }

  supervisor.start();

  return {
    subscribe(listener): () => void {
      listeners.add(listener);
      listener(status);
      return () => listeners.delete(listener);
    },
    encode: (image, settings, language) =>
      queue.submit('encode', async (engine) => {
        const encoding = await engine.encode(image, settings, language);
        scene = { image, settings, language };
        return encoding;
      }),
    regenerate: (settings) =>
      queue.submit('regenerate', async (engine) => {
        const result = await engine.regenerate(settings);
        if (scene) scene = { ...scene, settings };
        return result;
      }),
    captions: (language) =>
      queue.submit('captions', async (engine) => {
        const matches = await engine.captions(language);
        if (scene) scene = { ...scene, language };
        return matches;
      }),
    distances: (cell) => queue.submit('distances', (engine) => engine.distances(cell)),
    swap: (lab, image) => queue.submit('swap', (engine) => engine.swap(image), lab),
    rank: (lab, image, grid, language) => queue.submit('rank', (engine) => engine.rank(image, grid, language), lab),
    codes: (lab, images, settings) => queue.submit('codes', (engine) => engine.codes(images, settings), lab),
    draw: (lab, codes, settings) => queue.submit('draw', (engine) => engine.draw(codes, settings), lab),
    drawVectors: (lab, vectors) => queue.submit('drawVectors', (engine) => engine.drawVectors(vectors), lab),
    phrase: (lab, text) => queue.submit('phrase', (engine) => engine.phrase(text), lab),
    rankRow: (lab, row, grid) => queue.submit('rankRow', (engine) => engine.rankRow(row, grid), lab),
    sweep: (lab, image, settings) => queue.submit('sweep', (engine) => engine.sweep(image, settings), lab),
    likeness: (lab, original, drawings) => queue.submit('likeness', (engine) => engine.likeness(original, drawings), lab),
    trace: (lab, image, settings) => queue.submit('trace', (engine) => engine.trace(image, settings), lab),
    memory(): Promise<EngineMemory> {
      if (!ready) return Promise.reject(new EngineError({ code: 'internal', detail: 'memory() before the engine is ready' }));
      return ready.call((engine) => engine.memory());
    },
    retry: () => supervisor.retry(),
    dispose(): void {
      supervisor.dispose();
      ready = undefined;
      queue.rejectAll(new EngineError({ code: 'worker-crashed', detail: 'the engine was disposed of' }));
      listeners.clear();
    },
  };
}
