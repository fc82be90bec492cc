/** ops start and restore: choose a backend, load what the first view needs, warm it up. */
import type { OpenBackend } from '../backends/backend';
import { climb } from '../backends/ladder';
import { EngineError } from '../errors';
import type { BackendAttempt, BackendName, EngineEvent, EngineInfo, WorkerOptions } from '../protocol';
import { type FetchFile, fetchFromSite } from '../stores/files';
import { createGalleryStore } from '../stores/gallery';
import { listening } from '../stores/listening';
import { createModelStore, type ModelStore } from '../stores/models';
import { warmUp } from './warm-up';
import type { Workshop } from './workshop';

type Tell = (event: EngineEvent) => void;

interface Ready {
  readonly backend: OpenBackend;
  readonly info: EngineInfo;
}

/** Downloads run while the backends are tried; weights are decoded once one is chosen, since decoding uses tfjs. */
export async function start(options: WorkerOptions, tell: Tell): Promise<{ workshop: Workshop; info: EngineInfo }> {
  const fetchFile = listening(fetchFromSite, () => tell({ kind: 'news' }));
  const models = createModelStore(options.baseUrl, fetchFile);
  const gallery = createGalleryStore(options.baseUrl, fetchFile);
  models.prefetch('contrastive');
  models.prefetch(`vqvae-${options.grid}`);
  gallery.prefetch(options.language);
  const { backend, info } = await getReady(models, fetchFile, options, tell);
  return { workshop: { models, gallery, backend, current: undefined }, info };
}

/** After a lost context: the ladder again, and the weights that are still on the CPU. */
export async function restore(workshop: Workshop, options: WorkerOptions, tell: Tell): Promise<EngineInfo> {
  workshop.models.unload();
  workshop.backend.close();
  const fetchFile = listening(fetchFromSite, () => undefined);
  const { backend, info } = await getReady(workshop.models, fetchFile, options, tell);
  workshop.backend = backend;
  return info;
}

/** A backend that answers the probe may still fail on the models; then the next one down is tried. */
async function getReady(models: ModelStore, fetchFile: FetchFile, options: WorkerOptions, tell: Tell): Promise<Ready> {
  const { baseUrl, backend: forced, grid } = options;
  const skip: BackendAttempt[] = [...options.skip];
  for (;;) {
    const onTry = (stage: BackendName, isFetching: boolean): void => tell({ kind: 'stage', stage, isFetching });
    const { backend, attempts } = await climb({ baseUrl, fetchFile, forced, skip, onTry });
    try {
      tell({ kind: 'stage', stage: 'weights', isFetching: true });
      await Promise.all([models.contrastive(), models.vqvae(grid)]);
      tell({ kind: 'stage', stage: 'warm-up', isFetching: false });
      const encodeMs = await warmUp(models, backend, grid);
      backend.lost.addEventListener('abort', () => tell({ kind: 'context-lost' }));
      return {
        backend,
        info: { backend: backend.name, attempts, forced: forced !== undefined, encodeMs, models: models.opened() },
      };
    } catch (error) {
      models.unload();
      backend.close();
      const hopeless =
        forced !== undefined || backend.name === 'cpu' || (error instanceof EngineError && error.failure.code !== 'context-lost');
      if (hopeless) throw error;
      skip.push({ backend: backend.name, outcome: 'unavailable', detail: String(error) });
    }
  }
}
