/** Runs what a reader will ask for once, so that shaders are compiled before, and takes the time of an encoding. */
import type { VqvaeManifest } from '../../model/manifest';
import { type GridSize, IMAGE_SIZE, type RgbImage } from '../../model/types';
import type { OpenBackend } from '../backends/backend';
import { medianTime } from '../backends/probe';
import type { ModelStore } from '../stores/models';
import type { StoredModel } from '../stores/parcel';
import { reconstruct } from './generation';
import { createPasses, type Passes } from './passes';
import type { CurrentImage, Workshop } from './workshop';

const TIMED_RUNS = 3;
const TIMING_BUDGET_MS = 100;

/** Any finite size: the shapes are those of all. */
const CODEBOOK = 2;

const GREY: RgbImage = { width: IMAGE_SIZE, height: IMAGE_SIZE, data: new Uint8Array(IMAGE_SIZE ** 2 * 3).fill(128) };

/**
 * Uploads the models of a grid and runs them at their real shapes, which are the same for every codebook size.
 * @returns median milliseconds of one full encoding, once warm
 */
export async function warmUp(models: ModelStore, backend: OpenBackend, grid: GridSize): Promise<number> {
  const [contrastive, vqvae] = await Promise.all([models.contrastive(), models.vqvae(grid)]);
  const passes = createPasses(backend, models);
  const encodeOnce = async (): Promise<void> => {
    const { embedding, ...drawn } = await passes.encode(contrastive, vqvae, GREY, CODEBOOK);
    await reconstruct(passes, vqvae, blank(grid, embedding, [[grid, drawn.latents]]), { grid, codebook: CODEBOOK }, drawn);
  };
  await passes.compile(contrastive, vqvae, GREY, CODEBOOK);
  await encodeOnce();
  await moveOnce(passes, vqvae);
  return medianTime(encodeOnce, TIMED_RUNS, TIMING_BUDGET_MS, () => performance.now());
}

/** The generation side alone at another grid, as a switch of the grid asks for it. */
export async function warmUpGrid({ models, backend }: Workshop, grid: GridSize): Promise<void> {
  const vqvae = await models.vqvae(grid);
  const passes = createPasses(backend, models);
  await reconstruct(passes, vqvae, blank(grid, new Float32Array(), []), { grid, codebook: CODEBOOK });
  await moveOnce(passes, vqvae);
}

/** A move of the slider: its codes are uploaded, and may lie otherwise in their texture than those that a pass itself looked up. */
async function moveOnce(passes: Passes, vqvae: StoredModel<VqvaeManifest>): Promise<void> {
  const { grid, codeDim } = vqvae.manifest.config;
  await passes.decode(vqvae, new Float32Array(grid ** 2 * codeDim), CODEBOOK);
}

const blank = (
  grid: GridSize,
  embedding: Float32Array,
  latents: readonly (readonly [GridSize, Float32Array])[],
): CurrentImage => ({ image: GREY, embedding, latents: new Map(latents), shown: { grid, codebook: CODEBOOK } });
