/** `npm run train -- <model>`: trains in worker threads, shows progress, saves, resumes; then measures and writes the weights. */
import { availableParallelism } from 'node:os';
import { Argument, Command, Option } from 'commander';
import { MODEL_IDS, type ModelId } from '../src/model/registry';
import { loadDataset } from './dataset';
import { exportModel } from './export';
import { type Further, loadFurther } from './further';
import { checkpointPath, loadCheckpoint } from './run/checkpoint';
import { RUN_DEFAULTS, type RunOptions, readsFurther, runOptionsSchema } from './run/options';
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

/** `9400:0.003`: from the 9,400th update on, up to that rate and down again. */
function restartOf(text: string): NonNullable<RunOptions['restarts']>[number] {
  const [at = '', rate = ''] = text.split(':');
  const learningRate = Number(rate);
  if (!(learningRate > 0)) throw new Error(`'${text}' is not a number of updates and a learning rate, such as 9400:0.003`);
  return { at: whole(at), learningRate };
}

interface Flags {
  /** The last is the number in all. */
  readonly steps?: readonly number[];
  readonly restarts?: RunOptions['restarts'];
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
  const defaults = RUN_DEFAULTS[model];
  return runOptionsSchema.parse({
    model,
    seed: flags.seed,
    workers: flags.workers,
    loss: flags.loss ?? defaults.loss,
    ...(flags.steps ? endsOf(flags.steps) : { steps: defaults.steps, earlierEnds: defaults.earlierEnds }),
    batch: flags.batch ?? defaults.batch,
    learningRate: flags.learningRate ?? defaults.learningRate,
    restarts: flags.steps ? restartsAmong(endsOf(flags.steps).earlierEnds, flags) : defaults.restarts,
    data,
    ...onlyOf(flags),
  });
}

const onlyOf = ({ only }: Flags): Pick<RunOptions, 'only'> =>
  only === undefined ? {} : { only: only === 'inf' ? only : whole(only) };

/** Throws where the learning rate is to begin anew at a step that is no earlier end. */
function restartsAmong(earlierEnds: readonly number[] = [], { restarts }: Flags): RunOptions['restarts'] {
  const stray = restarts?.find(({ at }) => !earlierEnds.includes(at));
  if (stray)
    throw new Error(
      `--restarts ${stray.at}: a run can begin anew only where it ended before, at ${earlierEnds.join(', ') || 'no step'}`,
    );
  return restarts;
}

function endsOf(steps: readonly number[]): Pick<RunOptions, 'steps' | 'earlierEnds'> {
  if (steps.some((end, i) => end <= (steps[i - 1] ?? 0))) throw new Error(`--steps ${steps.join(' ')} does not rise`);
  const earlierEnds = steps.slice(0, -1);
  return { steps: steps.at(-1) as number, ...(earlierEnds.length > 0 && { earlierEnds }) };
}

/** A resumed run keeps its own options; one that is over may be made longer. */
function resumed(path: string, flags: Flags, data: RunOptions['data']): RunOptions {
  const { options, snapshot } = loadCheckpoint(path);
  if (options.data.data !== data.data || options.data.split !== data.split)
    throw new Error(`${path} was trained on other data than data/ holds now`);
  const steps = flags.steps?.at(-1) ?? options.steps;
  if (steps === options.steps) return options;
  if (steps < options.steps || snapshot.step < options.steps)
    throw new Error(`${path} is at step ${snapshot.step} of ${options.steps}; only a run that is over can be made longer`);
  const earlierEnds = [...(options.earlierEnds ?? []), options.steps];
  const added = restartsAmong([options.steps], flags);
  return { ...options, steps, earlierEnds, ...(added && { restarts: [...(options.restarts ?? []), ...added] }) };
}

/** The options with the hash of the further drawings, where they read these. Throws where a resumed run read others. */
function withFurther(options: RunOptions, further: Further | undefined): RunOptions {
  if (!further) return options;
  const { data } = options;
  if (data.further !== undefined && data.further !== further.sha256)
    throw new Error('the run was trained on other further drawings than data/ holds now');
  return { ...options, data: { ...data, further: further.sha256 } };
}

async function train(model: ModelId, flags: Flags): Promise<void> {
  const dataset = loadDataset();
  const checkpoint = checkpointPath(flags.folder, { model, ...onlyOf(flags) });
  const wanted = flags.resume ? resumed(checkpoint, flags, dataset.sha256) : optionsOf(model, flags, dataset.sha256);
  const further = readsFurther(wanted) ? loadFurther() : undefined;
  const options = withFurther(wanted, further);
  const done = await runTraining({
    options,
    dataset,
    further,
    checkpoint,
    resume: flags.resume,
    checkpointSeconds: flags.saveEvery,
  });
  if (done && flags.export && options.only === undefined) await exportModel(checkpoint, dataset);
}

await new Command('train')
  .description('Train a model on this machine; needs `npm run data` first.')
  .addArgument(new Argument('<model>').choices(MODEL_IDS))
  .option(
    '--steps <n...>',
    'updates in all; of several numbers the last, and the learning rate falls to its floor at each',
    (text: string, before: readonly number[] = []) => [...before, whole(text)],
  )
  .option(
    '--restarts <step:rate...>',
    'where the learning rate warms up and falls anew, and to which peak; from the first on, the contrastive model reads further drawings',
    (text: string, before: readonly ReturnType<typeof restartOf>[] = []) => [...before, restartOf(text)],
  )
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
