/**
 * `npm run compare:sharing -- <vqvae model>`: does one encoder and decoder for all codebook sizes cost quality?
 * Trains one network for each of three sizes alone, and the shared one for as many steps where the published weights are not to stand for
 * it, and puts both figures in the manifest.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Command, Option } from 'commander';
import { manifestSchema, type VqvaeManifest } from '../src/model/manifest';
import type { CodebookSize, ParamArrays } from '../src/model/types';
import type { VqvaeConfig } from '../src/model/vqvae/config';
import { parseManifest } from '../src/model/weights';
import { explain } from './command/explain';
import { positiveInteger } from './command/option-values';
import { loadDataset } from './dataset';
import { heldOutDrawings, scoreReconstructions } from './evaluate/vqvae';
import { readVqvae } from './published';
import { mostWorkers } from './recipes/share';
import { vqvaeConfigOf } from './recipes/vqvae';
import { checkpointPath, loadCheckpoint } from './run/checkpoint';
import { newOptions } from './run/flags';
import { differences, type RunOptions } from './run/options';
import { runTraining } from './run/run';
import { initWasm } from './runtime/wasm';
import { MODELS_FOLDER } from './stored-weights';

type VqvaeId = VqvaeManifest['id'];

/** The sizes compared. */
const SIZES = ['16', '128', '1024'];

interface Flags {
  readonly steps: number;
  readonly published: boolean;
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

/** The shared network's side: its options, and its PSNR by codebook size over the held-out drawings. */
interface Shared {
  readonly options: RunOptions;
  readonly psnr: (size: number) => number;
  /** Of the published weights, where these are the shared network. */
  readonly weights?: string;
}

async function compare(model: VqvaeId, flags: Flags): Promise<void> {
  const { folder, published } = flags;
  const sizes = flags.sizes.map(Number);
  const dataset = loadDataset();
  await initWasm();
  const images = heldOutDrawings(dataset);
  const optionsOf = (only?: CodebookSize): RunOptions => {
    const steps = published ? {} : { steps: [flags.steps] };
    const { batch, earlierEnds, steps: last } = newOptions(model, steps, dataset.sha256);
    const workers = flags.workers ?? mostWorkers({ model, batch, steps: last, earlierEnds });
    return newOptions(model, { ...steps, workers, ...(only !== undefined && { only }) }, dataset.sha256);
  };
  const kept = [...(published ? [] : [optionsOf()]), ...sizes.map((only) => optionsOf(only as CodebookSize))];
  for (const options of kept) checkSame(checkpointPath(folder, options), options);

  const score = (arrays: ParamArrays, config: VqvaeConfig): ((size: number) => number) => {
    const codebooks = config.codebooks.filter((size) => size !== 'inf' && sizes.includes(size));
    const scores = scoreReconstructions(arrays, { ...config, codebooks }, images);
    return (size) => Number([...scores].find(([codebook]) => codebook === size)?.[1].psnr.toFixed(3));
  };

  /** PSNR of one run by codebook size; a run that is there and done is not trained again. */
  async function trained(options: RunOptions): Promise<(size: number) => number> {
    const checkpoint = checkpointPath(folder, options);
    const start = existsSync(checkpoint) ? 'checkpoint' : 'nothing';
    const saved = start === 'checkpoint' ? loadCheckpoint(checkpoint).snapshot.step : 0;
    if (saved < options.steps && !(await runTraining({ options, dataset, checkpoint, start, checkpointSeconds: 60 })))
      process.exit(130);
    const { snapshot } = loadCheckpoint(checkpoint);
    return score({ ...snapshot.params, ...snapshot.buffers }, vqvaeConfigOf(options));
  }

  async function sharedSide(): Promise<Shared> {
    const options = optionsOf();
    if (!published) return { options, psnr: await trained(options) };
    const { manifest, arrays, sha256 } = readVqvae(model === 'vqvae-16' ? 16 : 8);
    const { steps, dataSha256 } = manifest.training;
    if (steps !== options.steps || dataSha256 !== dataset.sha256.data)
      throw new Error(`the published ${model} had ${steps} updates and is not what a run of ${options.steps} gives on data/ now`);
    return { options, psnr: score(arrays, manifest.config as VqvaeConfig), weights: sha256 };
  }

  const shared = await sharedSide();
  const psnr = [];
  for (const only of sizes) {
    const alone = await trained(optionsOf(only as CodebookSize));
    psnr.push({ codebook: only, shared: shared.psnr(only), alone: alone(only) });
  }
  console.table(psnr);
  const path = join(MODELS_FOLDER, model, 'manifest.json');
  const manifest = parseManifest(JSON.parse(readFileSync(path, 'utf8')), path);
  const { steps, batch, seed, workers } = shared.options;
  const chosen = flags.sizes.join() === SIZES.join() ? '' : ` --sizes ${flags.sizes.join(' ')}`;
  const length = published ? '--published' : `--steps ${steps}`;
  const command = `npm run compare:sharing -- ${model} ${length}${chosen} --workers ${workers}`;
  const sharing = { command, steps, batch, seed, ...(shared.weights && { weights: shared.weights }), psnr };
  writeFileSync(path, `${JSON.stringify(manifestSchema.parse({ ...manifest, sharing }), null, 1)}\n`);
}

await new Command('compare:sharing')
  .addArgument(new Argument('<model>').choices(['vqvae-16', 'vqvae-8']))
  .option('--steps <n>', 'updates of each run', positiveInteger, 600)
  .addOption(
    new Option('--published', 'compare the published weights with networks trained alone as long as these were: hours each')
      .default(false)
      .conflicts('steps'),
  )
  .addOption(new Option('--sizes <entries...>', 'codebook sizes that are trained alone').choices(SIZES).default(SIZES))
  .option('--workers <n>', 'worker threads, one core each (default: as many as cores and batch allow)', positiveInteger)
  .option('--folder <path>', 'where the runs are kept', join('checkpoints', 'sharing'))
  .action(compare)
  .parseAsync()
  .catch(explain);
