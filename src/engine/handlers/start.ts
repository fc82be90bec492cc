/** ops start and restore: choose a backend, load what the first view needs, warm it up. */
import { climb } from '../backends/ladder';
import type { BackendAttempt, EngineEvent, EngineInfo, WorkerOptions } from '../protocol';
import { createGalleryStore } from '../stores/gallery';
import { createModelStore } from '../stores/models';
import { warmUp } from './warm-up';
import type { Workshop } from './workshop';

type Tell = (event: EngineEvent) => void;

/** Downloads run while the backends are tried; weights are decoded once one is chosen, since decoding uses tfjs. */
export async function start(options: WorkerOptions, tell: Tell): Promise<{ workshop: Workshop; info: EngineInfo }> {
  const models = createModelStore(options.baseUrl);
  const gallery = createGalleryStore(options.baseUrl);
  models.prefetch('contrastive');
  models.prefetch(`vqvae-${options.grid}`);
  gallery.prefetch();
  const { backend, attempts } = await climbAs(options, tell);
  const workshop: Workshop = { models, gallery, backend, current: undefined };
  return { workshop, info: await getReady(workshop, attempts, options, tell) };
}

/** After a lost context: the ladder again, and the weights that are still on the CPU. */
export async function restore(workshop: Workshop, options: WorkerOptions, tell: Tell): Promise<EngineInfo> {
  workshop.models.unload();
  workshop.backend.close();
  const { backend, attempts } = await climbAs(options, tell);
  workshop.backend = backend;
  return getReady(workshop, attempts, options, tell);
}

const climbAs = ({ baseUrl, backend, skip }: WorkerOptions, tell: Tell) =>
  climb({ baseUrl, skip, forced: backend, onTry: (stage) => tell({ kind: 'stage', stage }) });

async function getReady(
  workshop: Workshop,
  attempts: readonly BackendAttempt[],
  { backend: forced, grid }: WorkerOptions,
  tell: Tell,
): Promise<EngineInfo> {
  const { backend, models } = workshop;
  backend.lost.addEventListener('abort', () => tell({ kind: 'context-lost' }));
  tell({ kind: 'stage', stage: 'weights' });
  await Promise.all([models.contrastive(), models.vqvae(grid)]);
  tell({ kind: 'stage', stage: 'warm-up' });
  const encodeMs = await warmUp(workshop, grid);
  return { backend: backend.name, attempts, forced: forced !== undefined, encodeMs, models: models.opened() };
}
