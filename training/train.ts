/** `npm run train -- <model>`: trains in worker threads, shows progress, saves, resumes; then measures and writes the weights. */
import { availableParallelism } from 'node:os';
import { Argument, Command, Option } from 'commander';
import { MODEL_IDS, type ModelId } from '../src/model/registry';
import { loadDataset } from './dataset';
import { exportModel } from './export';
import { checkpointPath, loadCheckpoint } from './run/checkpoint';
import { RUN_DEFAULTS, type RunOptions, runOptionsSchema } from './run/options';
import { runTraining } from './run/run';

/** Ends with the sentence alone: a missing file or a wrong option is no bug, and needs no stack. */
function explain(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const whole = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`'${text}' is not a positive whole number`);
  return value;
};

interface Flags {
  readonly steps?: number;
  readonly batch?: number;
  readonly workers: number;
  readonly learningRate?: number;
  readonly seed: number;
  readonly loss?: 'sigmoid' | 'softmax';
  readonly only?: string;
  readonly resume: boolean;
  readonly folder: string;
  readonly saveEvery: number;
  readonly export: boolean;
}

function optionsOf(model: ModelId, flags: Flags, data: RunOptions['data']): RunOptions {
  const only = flags.only === undefined ? {} : { only: flags.only === 'inf' ? ('inf' as const) : whole(flags.only) };
  const defaults = RUN_DEFAULTS[model];
  return runOptionsSchema.parse({
    model,
    seed: flags.seed,
    workers: flags.workers,
    loss: flags.loss ?? defaults.loss,
    steps: flags.steps ?? defaults.steps,
    batch: flags.batch ?? defaults.batch,
    learningRate: flags.learningRate ?? defaults.learningRate,
    data,
    ...only,
  });
}

/** A resumed run keeps its own options; only its length may be changed, which also moves the end of the learning rate's cosine. */
function resumed(path: string, flags: Flags, data: RunOptions['data']): RunOptions {
  const { options } = loadCheckpoint(path);
  if (options.data.data !== data.data || options.data.split !== data.split)
    throw new Error(`${path} was trained on other data than data/ holds now`);
  return { ...options, steps: flags.steps ?? options.steps };
}

async function train(model: ModelId, flags: Flags): Promise<void> {
  const dataset = loadDataset();
  const asked = optionsOf(model, flags, dataset.sha256);
  const checkpoint = checkpointPath(flags.folder, asked);
  const options = flags.resume ? resumed(checkpoint, flags, dataset.sha256) : asked;
  const done = await runTraining({ options, dataset, checkpoint, resume: flags.resume, checkpointSeconds: flags.saveEvery });
  if (done && flags.export && options.only === undefined) await exportModel(checkpoint, dataset);
}

await new Command('train')
  .description('Train a model on this machine; needs `npm run data` first.')
  .addArgument(new Argument('<model>').choices(MODEL_IDS))
  .option('--steps <n>', 'updates in all', whole)
  .option('--batch <n>', 'images (VQ-VAE) or concepts (contrastive) an update, over all workers', whole)
  .option('--workers <n>', 'worker threads, one core each', whole, availableParallelism())
  .option('--learning-rate <x>', 'peak learning rate', Number)
  .option('--seed <n>', 'seed of everything random', whole, 1)
  .addOption(new Option('--loss <loss>', 'contrastive loss').choices(['sigmoid', 'softmax']))
  .option('--only <K>', 'VQ-VAE for one codebook size alone, to compare with the shared one; not exported')
  .option('--resume', 'go on exactly from the checkpoint', false)
  .option('--folder <path>', 'where checkpoints and logs are kept', 'checkpoints')
  .option('--save-every <seconds>', 'time between checkpoints', whole, 120)
  .option('--no-export', 'leave public/models as it is')
  .action(train)
  .parseAsync()
  .catch(explain);
