/**
 * `npm run compare:sharing -- <vqvae model>`: does one encoder and decoder for all codebook sizes cost quality?
 * Trains the shared network and one for each of three sizes alone, for the same number of steps, and puts both figures in the manifest.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Command, Option } from 'commander';
import { manifestSchema } from '../src/model/manifest';
import { parseManifest } from '../src/model/weights';
import { explain } from './command/explain';
import { positiveInteger } from './command/option-values';
import { loadDataset } from './dataset';
import { heldOutDrawings, scoreReconstructions } from './evaluate/vqvae';
import { mostWorkers } from './recipes/share';
import { vqvaeConfigOf } from './recipes/vqvae';
import { checkpointPath, loadCheckpoint } from './run/checkpoint';
import { differences, RUN_DEFAULTS, type RunOptions, runOptionsSchema } from './run/options';
import { runTraining } from './run/run';
import { initWasm } from './runtime/wasm';
import { MODELS_FOLDER } from './stored-weights';

/** The sizes compared. */
const SIZES = ['16', '128', '1024'];

interface Flags {
  readonly steps: number;
  readonly sizes: readonly string[];
  readonly workers?: number;
  readonly folder: string;
}

/** Throws where a checkpoint is of another run than the one that is wanted: its figures would be given for the wrong options. */
function checkSame(path: string, wanted: RunOptions): void {
  if (!existsSync(path)) return;
  const differing = differences(loadCheckpoint(path).options, wanted);
  if (differing.length > 0)
    throw new Error(`${path} was trained with ${differing.join(', ')}; name another --folder, or delete it to train anew`);
}

async function compare(model: 'vqvae-16' | 'vqvae-8', flags: Flags): Promise<void> {
  const { steps, folder } = flags;
  const sizes = flags.sizes.map(Number);
  const { batch, learningRate, loss } = RUN_DEFAULTS[model];
  const workers = flags.workers ?? mostWorkers({ model, batch, steps });
  const dataset = loadDataset();
  await initWasm();
  const images = heldOutDrawings(dataset);
  const base = runOptionsSchema.parse({ model, steps, batch, learningRate, loss, seed: 1, workers, data: dataset.sha256 });
  const kept = [base, ...sizes.map((only) => ({ ...base, only }))];
  for (const options of kept) checkSame(checkpointPath(folder, options), options);

  /** PSNR of one run by codebook size; a run that is there and done is not trained again. */
  async function measure(options: RunOptions): Promise<(size: number) => number> {
    const checkpoint = checkpointPath(folder, options);
    const start = existsSync(checkpoint) ? 'checkpoint' : 'nothing';
    const saved = start === 'checkpoint' ? loadCheckpoint(checkpoint).snapshot.step : 0;
    if (saved < options.steps && !(await runTraining({ options, dataset, checkpoint, start, checkpointSeconds: 60 })))
      process.exit(130);
    const { snapshot } = loadCheckpoint(checkpoint);
    const config = vqvaeConfigOf(options);
    const compared = config.codebooks.filter((size) => size !== 'inf' && sizes.includes(size));
    const scores = scoreReconstructions({ ...snapshot.params, ...snapshot.buffers }, { ...config, codebooks: compared }, images);
    return (size) => Number([...scores].find(([codebook]) => codebook === size)?.[1].psnr.toFixed(3));
  }

  const shared = await measure(base);
  const psnr = [];
  for (const only of sizes) psnr.push({ codebook: only, shared: shared(only), alone: (await measure({ ...base, only }))(only) });
  console.table(psnr);
  const path = join(MODELS_FOLDER, model, 'manifest.json');
  const manifest = parseManifest(JSON.parse(readFileSync(path, 'utf8')), path);
  const chosen = flags.sizes.join() === SIZES.join() ? '' : ` --sizes ${flags.sizes.join(' ')}`;
  const command = `npm run compare:sharing -- ${model} --steps ${steps}${chosen} --workers ${workers}`;
  const sharing = { command, steps, batch, seed: base.seed, psnr };
  writeFileSync(path, `${JSON.stringify(manifestSchema.parse({ ...manifest, sharing }), null, 1)}\n`);
}

await new Command('compare:sharing')
  .addArgument(new Argument('<model>').choices(['vqvae-16', 'vqvae-8']))
  .option('--steps <n>', 'updates of each run', positiveInteger, 600)
  .addOption(new Option('--sizes <entries...>', 'codebook sizes that are trained alone').choices(SIZES).default(SIZES))
  .option('--workers <n>', 'worker threads, one core each (default: as many as cores and batch allow)', positiveInteger)
  .option('--folder <path>', 'where the runs are kept', join('checkpoints', 'sharing'))
  .action(compare)
  .parseAsync()
  .catch(explain);
