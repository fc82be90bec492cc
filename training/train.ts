/** `npm run train -- <model>`: trains in worker threads, shows progress, saves, resumes; then measures and writes the weights. */
import { join } from 'node:path';
import { Argument, Command, Option } from 'commander';
import { MODEL_IDS, type ModelId } from '../src/model/registry';
import { CODEBOOK_SIZES } from '../src/model/types';
import { explain } from './command/explain';
import { oneOf, positiveInteger, positiveNumber } from './command/option-values';
import { loadDataset } from './dataset';
import { exportModel } from './export';
import { type Further, loadFurther } from './further';
import { readContrastive } from './published';
import { checkpointPath, loadCheckpoint } from './run/checkpoint';
import { continuedOptions, newOptions, type Restart, type RunFlags, restartOf, resumedOptions } from './run/flags';
import { type RunOptions, readsFurther } from './run/options';
import type { StoredStart } from './run/rank';
import { runTraining } from './run/run';
import { initWasm } from './runtime/wasm';
import { sameHashes } from './same-hashes';

interface Flags extends RunFlags {
  readonly resume: boolean;
  readonly fromStored: boolean;
  readonly folder: string;
  readonly saveEvery: number;
  readonly export: boolean;
}

function resumed(model: ModelId, path: string, flags: Flags, data: RunOptions['data']): RunOptions {
  const { options, snapshot } = loadCheckpoint(path);
  if (options.model !== model) throw new Error(`${path} is of a run of ${options.model}, not of ${model}`);
  return resumedOptions({ path, options, step: snapshot.step }, flags, data);
}

/** Where the run begins, and with which options. */
interface Beginning {
  readonly options: RunOptions;
  /** Where it goes on from the published weights alone. */
  readonly stored?: StoredStart;
}

/** Throws where there is nothing to begin from, or flags do not fit it. */
async function beginningOf(model: ModelId, checkpoint: string, flags: Flags, data: RunOptions['data']): Promise<Beginning> {
  if (flags.resume) return { options: resumed(model, checkpoint, flags, data) };
  if (!flags.fromStored) return { options: newOptions(model, flags, data) };
  if (model !== 'contrastive')
    throw new Error(
      "--from-stored is for the contrastive model: a VQ-VAE needs its codebooks' moving averages, which are not stored",
    );
  await initWasm();
  const { manifest, arrays, folder } = readContrastive();
  const { training } = manifest;
  const options = continuedOptions({ path: join(folder, 'manifest.json'), training }, flags, data);
  return { options, stored: { step: training.steps, params: arrays } };
}

/** The options with the hash of the further drawings, where they read these. Throws where a resumed run read others. */
function withFurther(options: RunOptions, further: Further | undefined): RunOptions {
  if (!further) return options;
  const { data } = options;
  if (!sameHashes(data, further.sha256)) throw new Error('the run was trained on other further drawings than data/ holds now');
  return { ...options, data: { ...data, ...further.sha256 } };
}

async function train(model: ModelId, flags: Flags): Promise<void> {
  const dataset = loadDataset();
  const checkpoint = checkpointPath(flags.folder, { model, only: flags.only });
  const beginning = await beginningOf(model, checkpoint, flags, dataset.sha256);
  const further = readsFurther(beginning.options) ? loadFurther() : undefined;
  const options = withFurther(beginning.options, further);
  const done = await runTraining({
    options,
    dataset,
    further,
    checkpoint,
    start: flags.resume ? 'checkpoint' : (beginning.stored ?? 'nothing'),
    checkpointSeconds: flags.saveEvery,
  });
  // What a shell gives for a command that Ctrl-C ended: whoever started this one must not take the model for finished.
  if (!done) process.exitCode = 130;
  else if (flags.export && options.only === undefined) await exportModel(checkpoint, dataset);
}

await new Command('train')
  .description('Train a model on this machine; needs `npm run data` first.')
  .addArgument(new Argument('<model>').choices(MODEL_IDS))
  .option(
    '--steps <n...>',
    'updates in all; of several numbers the last, and the learning rate falls to its floor at each',
    (text: string, before: readonly number[] = []) => [...before, positiveInteger(text)],
  )
  .option(
    '--restarts <step:rate...>',
    'where the learning rate warms up and falls anew, and to which peak; with :stored, from the weights as stored for the page; from the first on, the contrastive model reads further drawings',
    (text: string, before: readonly Restart[] = []) => [...before, restartOf(text)],
  )
  .option('--batch <n>', 'images (VQ-VAE) or concepts (contrastive) an update, over all workers', positiveInteger)
  .option('--workers <n>', 'worker threads, one core each (default: as many as cores and batch allow)', positiveInteger)
  .option('--learning-rate <x>', 'peak learning rate', positiveNumber)
  .option('--seed <n>', 'seed of everything random (default: 1)', positiveInteger)
  .addOption(new Option('--loss <loss>', 'contrastive model: which loss').choices(['sigmoid', 'softmax']))
  .option('--only <K>', 'VQ-VAE for one codebook size alone, to compare with the shared one; not exported', oneOf(CODEBOOK_SIZES))
  .option('--resume', 'go on exactly from the checkpoint', false)
  .addOption(
    new Option('--from-stored', 'go on from the published weights alone, where no checkpoint of their run is left')
      .default(false)
      .conflicts('resume'),
  )
  .option('--folder <path>', 'where checkpoints and logs are kept', 'checkpoints')
  .option('--save-every <seconds>', 'time between checkpoints', positiveInteger, 120)
  .option('--no-export', 'leave public/models as it is')
  .action(train)
  .parseAsync()
  .catch(explain);
