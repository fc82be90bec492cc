/** ops start and restore: choose a backend, load what the first view needs, warm it up. */
import type { OpenBackend } from '../backends/backend';
import { climb } from '../backends/ladder';
import { EngineError } from '../errors';
import type { BackendAttempt, EngineEvent, EngineInfo, WorkerOptions } from '../protocol';
import { createGalleryStore } from '../stores/gallery';
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
  const models = createModelStore(options.baseUrl);
  const gallery = createGalleryStore(options.baseUrl);
  models.prefetch('contrastive');
  models.prefetch(`vqvae-${options.grid}`);
  gallery.prefetch(options.language);
  const { backend, info } = await getReady(models, options, tell);
  return { workshop: { models, gallery, backend, current: undefined }, info };
}

/** After a lost context: the ladder again, and the weights that are still on the CPU. */
export async function restore(workshop: Workshop, options: WorkerOptions, tell: Tell): Promise<EngineInfo> {
  workshop.models.unload();
  workshop.backend.close();
  const { backend, info } = await getReady(workshop.models, options, tell);
  workshop.backend = backend;
  return info;
}

/** A backend that answers the probe may still fail on the models; then the next one down is tried. */
async function getReady(models: ModelStore, options: WorkerOptions, tell: Tell): Promise<Ready> {
  const { baseUrl, backend: forced, grid } = options;
  const skip: BackendAttempt[] = [...options.skip];
  for (;;) {
    const { backend, attempts } = await climb({ baseUrl, forced, skip, onTry: (stage) => tell({ kind: 'stage', stage }) });
    try {
      tell({ kind: 'stage', stage: 'weights' });
      await Promise.all([models.contrastive(), models.vqvae(grid)]);
      tell({ kind: 'stage', stage: 'warm-up' });
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
