/** Runs everything a reader may ask for once, so that shaders are compiled before, and takes the time of an encoding. */
import { type CodebookSize, type GridSize, IMAGE_SIZE, type RgbImage } from '../../model/types';
import { median } from '../backends/probe';
import { reconstruct } from './generation';
import { configOf, createPasses } from './passes';
import type { CurrentImage, Workshop } from './workshop';

const TIMED_RUNS = 3;
/** A slow backend is timed by fewer runs. */
const TIMING_BUDGET_MS = 400;

const greyImage = (): RgbImage => ({
  width: IMAGE_SIZE,
  height: IMAGE_SIZE,
  data: new Uint8Array(IMAGE_SIZE ** 2 * 3).fill(128),
});

/**
 * Uploads the models of a grid and runs them at their real shapes.
 * @returns median milliseconds of one full encoding, once warm
 */
export async function warmUp(workshop: Workshop, grid: GridSize): Promise<number> {
  const [contrastive, vqvae] = await Promise.all([workshop.models.contrastive(), workshop.models.vqvae(grid)]);
  const passes = createPasses(workshop.backend, workshop.models);
  const image = greyImage();
  const { codebooks } = configOf(vqvae);

  async function encodeOnce(codebook: CodebookSize): Promise<number> {
    const before = performance.now();
    const { embedding, latents } = await passes.encode(contrastive, vqvae, image);
    const settings = { grid, codebook };
    const current: CurrentImage = { image, embedding, latents: new Map([[grid, latents]]), shown: settings };
    await reconstruct(passes, vqvae, current, settings);
    return performance.now() - before;
  }

  const cold = [codebooks.at(0), codebooks.at(-1)].filter((size) => size !== undefined);
  for (const codebook of cold) await encodeOnce(codebook);
  const times: number[] = [];
  let spent = 0;
  while (times.length < TIMED_RUNS && (times.length === 0 || spent < TIMING_BUDGET_MS)) {
    const ms = await encodeOnce(cold[0] ?? 'inf');
    times.push(ms);
    spent += ms;
  }
  return median(times);
}

/** The other grid's encoder alone, as a switch of the grid asks for it. */
export async function warmUpGrid(workshop: Workshop, grid: GridSize): Promise<void> {
  const vqvae = await workshop.models.vqvae(grid);
  const passes = createPasses(workshop.backend, workshop.models);
  const image = greyImage();
  const current: CurrentImage = { image, embedding: new Float32Array(), latents: new Map(), shown: { grid, codebook: 'inf' } };
  await reconstruct(passes, vqvae, current, current.shown);
}
