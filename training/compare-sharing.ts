/**
 * `npm run compare:sharing -- <vqvae model>`: does one encoder and decoder for all codebook sizes cost quality?
 * Trains one network for each of three sizes alone, and the shared one for as many steps where the published weights are not to stand for
 * it, and puts both figures in the manifest.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Command, Option } from 'commander';
import { manifestSchema, type PublishedSharing, type Sharing, type VqvaeManifest } from '../src/model/manifest';
import type { CodebookSize, ParamArrays } from '../src/model/types';
import type { VqvaeConfig } from '../src/model/vqvae/config';
import { parseManifest } from '../src/model/weights';
import { explain } from './command/explain';
import { positiveInteger } from './command/option-values';
import { type Dataset, loadDataset } from './dataset';
import { heldOutDrawings, scoreReconstructions } from './evaluate/vqvae';
import { readVqvae } from './published';
import { vqvaeConfigOf } from './recipes/vqvae';
import { checkpointPath, loadCheckpoint } from './run/checkpoint';
import { commandOf, newOptions, publishedData } from './run/flags';
import { differences, type RunOptions } from './run/options';
import { runTraining } from './run/run';
import { initWasm } from './runtime/wasm';
import { sameHashes } from './same-hashes';
import { mergedPsnr } from './sharing/merge';
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

type Psnr = (size: number) => number;

/** Options of the runs to compare: of the shared network, or of one for that size alone. */
type OptionsOf = (only?: CodebookSize) => RunOptions;

interface Comparison {
  readonly model: VqvaeId;
  readonly flags: Flags;
  readonly dataset: Dataset;
  readonly images: readonly Uint8Array[];
}

/** PSNR over the held-out drawings, by codebook size. */
function score({ flags, images }: Comparison, arrays: ParamArrays, config: VqvaeConfig): Psnr {
  const sizes = flags.sizes.map(Number);
  const codebooks = config.codebooks.filter((size) => size !== 'inf' && sizes.includes(size));
  const scores = scoreReconstructions(arrays, { ...config, codebooks }, images);
  return (size) => Number([...scores].find(([codebook]) => codebook === size)?.[1].psnr.toFixed(3));
}

/** Of a run's network; a run that is there and done is not trained again. */
async function trained(comparison: Comparison, options: RunOptions): Promise<Psnr> {
  const { dataset, flags } = comparison;
  const checkpoint = checkpointPath(flags.folder, options);
  const start = existsSync(checkpoint) ? 'checkpoint' : 'nothing';
  const saved = start === 'checkpoint' ? loadCheckpoint(checkpoint).snapshot.step : 0;
  if (saved < options.steps && !(await runTraining({ options, dataset, checkpoint, start, checkpointSeconds: 60 })))
    process.exit(130);
  const { snapshot } = loadCheckpoint(checkpoint);
  return score(comparison, { ...snapshot.params, ...snapshot.buffers }, vqvaeConfigOf(options));
}

async function aloneBeside(comparison: Comparison, optionsOf: OptionsOf, shared: () => Promise<Psnr>): Promise<Sharing['psnr']> {
  const { flags } = comparison;
  const sizes = flags.sizes.map((size) => Number(size) as CodebookSize & number);
  for (const options of sizes.map(optionsOf)) checkSame(checkpointPath(flags.folder, options), options);
  const together = await shared();
  const psnr = [];
  for (const only of sizes) {
    const alone = await trained(comparison, optionsOf(only));
    psnr.push({ codebook: only, shared: together(only), alone: alone(only) });
  }
  console.table(psnr);
  return psnr;
}

/** The part of the command that names the sizes, where not all are compared. */
const chosenSizes = (sizes: readonly (string | number)[]): string =>
  sizes.join() === SIZES.join() ? '' : ` --sizes ${sizes.join(' ')}`;

/** Both sides trained here, for few steps. */
async function trainBoth(comparison: Comparison): Promise<{ sharing: Sharing }> {
  const { model, flags, dataset } = comparison;
  const base = { steps: [flags.steps], ...(flags.workers && { workers: flags.workers }) };
  const optionsOf: OptionsOf = (only) => newOptions(model, { ...base, ...(only !== undefined && { only }) }, dataset.sha256);
  const options = optionsOf();
  const { steps, batch, seed, workers } = options;
  checkSame(checkpointPath(flags.folder, options), options);
  const psnr = await aloneBeside(comparison, optionsOf, () => trained(comparison, options));
  const command = `npm run compare:sharing -- ${model} --steps ${steps}${chosenSizes(flags.sizes)} --workers ${workers}`;
  return { sharing: { command, steps, batch, seed, psnr } };
}

/** The published weights beside networks trained alone by the same command, sizes measured before kept. Throws where `data/` or the defaults are no longer theirs. */
async function besidePublished(comparison: Comparison): Promise<{ publishedSharing: PublishedSharing }> {
  const { model, dataset } = comparison;
  const { manifest, arrays, sha256 } = readVqvae(model === 'vqvae-16' ? 16 : 8);
  const { training } = manifest;
  const { workers, steps, batch, seed } = training;
  const optionsOf: OptionsOf = (only) => newOptions(model, { workers, ...(only !== undefined && { only }) }, dataset.sha256);
  const command = commandOf(optionsOf());
  if (command !== training.command)
    throw new Error(`${model} was published by \`${training.command}\`, the defaults are now \`${command}\``);
  if (!sameHashes(publishedData(training), dataset.sha256))
    throw new Error(`${model} was trained on other data than data/ holds now`);
  const shared = async () => score(comparison, arrays, manifest.config as VqvaeConfig);
  const found = { command: '', steps, batch, seed, weights: sha256, psnr: await aloneBeside(comparison, optionsOf, shared) };
  const psnr = mergedPsnr(manifest.publishedSharing, found);
  const repeat = `npm run compare:sharing -- ${model} --published${chosenSizes(psnr.map(({ codebook }) => codebook))}`;
  return { publishedSharing: { ...found, command: repeat, psnr } };
}

async function compare(model: VqvaeId, flags: Flags): Promise<void> {
  if (flags.published && flags.workers)
    throw new Error('--workers: the networks alone take as many as the published weights did');
  const dataset = loadDataset();
  await initWasm();
  const comparison = { model, flags, dataset, images: heldOutDrawings(dataset) };
  const found = flags.published ? await besidePublished(comparison) : await trainBoth(comparison);
  const path = join(MODELS_FOLDER, model, 'manifest.json');
  const manifest = parseManifest(JSON.parse(readFileSync(path, 'utf8')), path);
  writeFileSync(path, `${JSON.stringify(manifestSchema.parse({ ...manifest, ...found }), null, 1)}\n`);
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
  .option('--folder <path>', 'where the runs are kept (default: checkpoints/sharing, with --published checkpoints/sharing-full)')
  .action((model: VqvaeId, { folder, ...flags }: Omit<Flags, 'folder'> & { folder?: string }) =>
    compare(model, { ...flags, folder: folder ?? join('checkpoints', flags.published ? 'sharing-full' : 'sharing') }),
  )
  .parseAsync()
  .catch(explain);
