/** The engine as the page sees it: calls that never queue, and a status. All tfjs lives in the worker behind it. */
import type { GridSize, Language, RgbImage } from '../model/types';
import { EngineError, failureOf } from './errors';
import { beginLife, type Life, type SpawnEngine } from './life';
import type {
  BackendName,
  CaptionMatch,
  Encoding,
  EngineMemory,
  EngineStatus,
  GenerationResult,
  GenerationSettings,
  WorkerOptions,
} from './protocol';
import { createRequestQueue, type EngineRequest, type Superseded } from './queue';
import { spawnEngineWorker } from './spawn';
import { createSupervisor, isFatal } from './supervisor';

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
