/**
 * `npm run compare:sharing -- <vqvae model>`: does one encoder and decoder for all codebook sizes cost quality?
 * Trains the shared network and one for each of three sizes alone, for the same number of steps, and puts both figures in the manifest.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { parseManifest } from '../src/model/weights';
import { loadDataset } from './dataset';
import { heldOutDrawings, scoreReconstructions } from './evaluate/vqvae';
import { MODELS_FOLDER } from './export';
import { vqvaeConfigOf } from './recipes/vqvae';
import { checkpointPath, loadCheckpoint } from './run/checkpoint';
import { RUN_DEFAULTS, type RunOptions } from './run/options';
import { runTraining } from './run/run';
import { initWasm } from './runtime/wasm';

/** The sizes compared. */
const SIZES: readonly number[] = [16, 128, 1024];

interface Flags {
  readonly steps: string;
  readonly workers: number;
  readonly folder: string;
}

async function compare(model: 'vqvae-16' | 'vqvae-8', { steps, workers, folder }: Flags): Promise<void> {
  const dataset = loadDataset();
  await initWasm();
  const images = heldOutDrawings(dataset);
  const base: RunOptions = {
    model,
    ...RUN_DEFAULTS[model],
    steps: Number(steps),
    seed: 1,
    workers,
    data: dataset.sha256,
  };

  /** PSNR of one run by codebook size; a run that is there and done is not trained again. */
  async function measure(options: RunOptions): Promise<(size: number) => number> {
    const checkpoint = checkpointPath(folder, options);
    const resume = existsSync(checkpoint);
    const saved = resume ? loadCheckpoint(checkpoint).snapshot.step : 0;
    if (saved < options.steps && !(await runTraining({ options, dataset, checkpoint, resume, checkpointSeconds: 60 })))
      process.exit(130);
    const { snapshot } = loadCheckpoint(checkpoint);
    const config = vqvaeConfigOf(options);
    const compared = config.codebooks.filter((size) => size !== 'inf' && SIZES.includes(size));
    const scores = scoreReconstructions({ ...snapshot.params, ...snapshot.buffers }, { ...config, codebooks: compared }, images);
    return (size) => Number([...scores].find(([codebook]) => codebook === size)?.[1].psnr.toFixed(3));
  }

  const shared = await measure(base);
  const psnr = [];
  for (const only of SIZES) psnr.push({ codebook: only, shared: shared(only), alone: (await measure({ ...base, only }))(only) });
  console.table(psnr);
  const path = join(MODELS_FOLDER, model, 'manifest.json');
  const manifest = parseManifest(JSON.parse(readFileSync(path, 'utf8')), path);
  const command = `npm run compare:sharing -- ${model} --steps ${steps} --workers ${workers}`;
  writeFileSync(
    path,
    `${JSON.stringify({ ...manifest, sharing: { command, steps: base.steps, batch: base.batch, seed: base.seed, psnr } }, null, 1)}\n`,
  );
}

await new Command('compare:sharing')
  .addArgument(new Argument('<model>').choices(['vqvae-16', 'vqvae-8']))
  .option('--steps <n>', 'updates of each run', '600')
  .option('--workers <n>', 'worker threads, one core each', Number, availableParallelism())
  .option('--folder <path>', 'where the runs are kept', join('checkpoints', 'sharing'))
  .action(compare)
  .parseAsync();
