/** From the flags of `npm run train` to the options of a run, new or resumed; flags that do not fit are refused, none is passed over. */
import { InvalidArgumentError } from 'commander';
import type { ModelManifest } from '../../src/model/manifest';
import type { CodebookSize } from '../../src/model/types';
import { positiveInteger, positiveNumber } from '../command/option-values';
import { mostWorkers } from '../recipes/share';
import { checkData } from './checkpoint';
import { RUN_DEFAULTS, type RunOptions, runOptionsSchema } from './options';

export type Restart = NonNullable<RunOptions['restarts']>[number];

const STORED = 'stored';

/** Parses `9400:0.003`: from the 9,400th update on, up to that rate and down again; with `:stored`, from the weights as they are stored. */
export function restartOf(text: string): Restart {
  const [at = '', rate = '', from, ...rest] = text.split(':');
  if (rest.length > 0 || rate === '' || (from !== undefined && from !== STORED))
    throw new InvalidArgumentError(
      'It is a number of updates and a learning rate, such as 9400:0.003, or 9400:0.003:stored to go on from the stored weights alone.',
    );
  return { at: positiveInteger(at), learningRate: positiveNumber(rate), ...(from === STORED && { stored: true }) };
}

/** As `restartOf` parses it. */
export const restartText = ({ at, learningRate, stored }: Restart): string =>
  [at, learningRate, ...(stored ? [STORED] : [])].join(':');

/** The command that gives a run of these options from nothing. */
export function commandOf({ model, earlierEnds = [], steps, restarts = [], ...options }: RunOptions): string {
  const anew = restarts.length === 0 ? '' : ` --restarts ${restarts.map(restartText).join(' ')}`;
  const { batch, workers, learningRate, seed, loss } = options;
  return `npm run train -- ${model} --steps ${[...earlierEnds, steps].join(' ')}${anew} --batch ${batch} --workers ${workers} --learning-rate ${learningRate} --seed ${seed} --loss ${loss}`;
}

/** What is undefined was not said. */
export interface RunFlags {
  /** The last is the number in all. */
  readonly steps?: readonly number[];
  readonly restarts?: readonly Restart[];
  readonly batch?: number;
  readonly workers?: number;
  readonly learningRate?: number;
  readonly seed?: number;
  readonly loss?: RunOptions['loss'];
  readonly only?: CodebookSize;
}

const DEFAULT_SEED = 1;

function checkRising(flag: string, steps: readonly number[]): void {
  if (steps.some((step, i) => step <= (steps[i - 1] ?? 0))) throw new Error(`${flag} ${steps.join(' ')} does not rise`);
}

/** Throws where the run is to begin anew at a step that is none of these ends, out of order, or from stored weights that are not enough. */
function checkRestarts(model: RunOptions['model'], restarts: readonly Restart[], ends: readonly number[]): void {
  const short = model === 'contrastive' ? undefined : restarts.find(({ stored }) => stored);
  if (short)
    throw new Error(`--restarts ${restartText(short)}: a VQ-VAE needs its codebooks' moving averages, which are not stored`);
  const stray = restarts.find(({ at }) => !ends.includes(at));
  if (stray)
    throw new Error(
      `--restarts ${stray.at}: a run can begin anew only where it ended before, at ${ends.join(', ') || 'no step'}`,
    );
  checkRising(
    '--restarts',
    restarts.map(({ at }) => at),
  );
}

const endsOf = (ends: readonly number[]): Pick<RunOptions, 'steps' | 'earlierEnds'> => ({
  steps: ends.at(-1) as number,
  ...(ends.length > 1 && { earlierEnds: ends.slice(0, -1) }),
});

/** Throws where a flag is for the other family. The VQ-VAEs' published commands name their default `--loss`, which they have no use for. */
function checkFamily(model: RunOptions['model'], { only, loss }: RunFlags): void {
  if (model === 'contrastive') {
    if (only !== undefined) throw new Error('--only is for the VQ-VAEs: the contrastive model has no codebook');
  } else if (loss !== undefined && loss !== RUN_DEFAULTS[model].loss)
    throw new Error(`--loss ${loss} is for the contrastive model: a VQ-VAE compares no pictures with captions`);
}

/** The options of a run from the start. Throws where flags do not fit together. */
export function newOptions(model: RunOptions['model'], flags: RunFlags, data: RunOptions['data']): RunOptions {
  const { seed = DEFAULT_SEED, only } = flags;
  checkFamily(model, flags);
  const defaults = RUN_DEFAULTS[model];
  if (flags.steps) checkRising('--steps', flags.steps);
  const ends = endsOf(flags.steps ?? [...(defaults.earlierEnds ?? []), defaults.steps]);
  const restarts = flags.restarts ?? (flags.steps ? undefined : defaults.restarts);
  checkRestarts(model, restarts ?? [], ends.earlierEnds ?? []);
  const batch = flags.batch ?? defaults.batch;
  return runOptionsSchema.parse({
    model,
    seed,
    ...ends,
    ...(restarts && { restarts }),
    batch,
    workers: flags.workers ?? mostWorkers({ model, batch, ...ends }),
    learningRate: flags.learningRate ?? defaults.learningRate,
    loss: flags.loss ?? defaults.loss,
    data,
    ...(only !== undefined && { only }),
  });
}

/** What a run keeps from its first step to its last. */
const KEPT = {
  batch: '--batch',
  workers: '--workers',
  learningRate: '--learning-rate',
  seed: '--seed',
  loss: '--loss',
} as const satisfies Partial<Record<keyof RunFlags, string>>;

/** A run that was saved, at the step that it had reached. */
export interface SavedRun {
  readonly path: string;
  readonly options: RunOptions;
  readonly step: number;
}

/**
 * The options with which a saved run goes on: its own, and where it is over, more steps if they are asked for. Flags may say again what
 * holds already, so that the same command goes on after an interruption. Throws where they say something else.
 */
export function resumedOptions({ path, options, step }: SavedRun, flags: RunFlags, data: RunOptions['data']): RunOptions {
  checkData(path, options, data);
  for (const name of Object.keys(KEPT) as (keyof typeof KEPT)[])
    if (flags[name] !== undefined && flags[name] !== options[name])
      throw new Error(`${KEPT[name]} ${flags[name]}: ${path} was begun with ${options[name]}, and goes on with that`);

  const ends = [...(options.earlierEnds ?? []), options.steps];
  const asked = flags.steps ?? [options.steps];
  checkRising('--steps', asked);
  const added = asked.filter((end) => end > options.steps);
  const known = asked.filter((end) => end <= options.steps);
  if (added.length > 0 && step < options.steps)
    throw new Error(`${path} is at step ${step} of ${options.steps}; only a run that is over can be made longer`);
  if (known.join() !== ends.slice(Math.max(0, ends.length - known.length)).join())
    throw new Error(`--steps ${asked.join(' ')}: ${path} ends at ${ends.join(' ')}, and can only be made longer`);

  const before = options.restarts ?? [];
  const begunAnew = (flags.restarts ?? []).filter(
    (restart) => !before.some((each) => restartText(each) === restartText(restart)),
  );
  if (added.length === 0) {
    const [first] = begunAnew;
    if (first) throw new Error(`--restarts ${first.at}: a resumed run begins anew only where more --steps make it longer`);
    return options;
  }
  checkRestarts(options.model, begunAnew, [options.steps, ...added.slice(0, -1)]);
  const restarts = [...before, ...begunAnew];
  return { ...options, ...endsOf([...ends, ...added]), ...(restarts.length > 0 && { restarts }) };
}

/** A run whose weights are published, as its manifest tells it. */
export interface PublishedRun {
  readonly path: string;
  readonly training: ModelManifest['training'];
}

/** What the published weights were trained on. */
export const publishedData = (training: PublishedRun['training']): RunOptions['data'] => ({
  data: training.dataSha256,
  split: training.splitSha256,
  rest: training.restSha256,
  further: training.furtherSha256,
  furtherRest: training.furtherRestSha256,
});

/**
 * The options with which the published contrastive run is made longer where no checkpoint of it is left. Throws where it is not asked to
 * begin anew from its stored weights: there is nothing else to go on from.
 */
export function continuedOptions({ path, training }: PublishedRun, flags: RunFlags, data: RunOptions['data']): RunOptions {
  const model = 'contrastive';
  checkFamily(model, flags);
  const { steps, seed, workers } = training;
  const defaults = RUN_DEFAULTS[model];
  if (steps !== defaults.steps) throw new Error(`${path} tells of ${steps} steps, RUN_DEFAULTS of ${defaults.steps}`);
  const ofWeights = publishedData(training);
  const options = runOptionsSchema.parse({ model, seed, workers, ...defaults, data: ofWeights });
  const longer = resumedOptions({ path, options, step: steps }, flags, data);
  if (!longer.restarts?.some(({ at, stored }) => at === steps && stored))
    throw new Error(`--from-stored needs --steps beyond ${steps} and --restarts ${steps}:<rate>:stored`);
  return longer;
}
