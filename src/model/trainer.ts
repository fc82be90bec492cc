/**
 * One update of any model: gradients on the backend, averaged over the workers, AdamW on the CPU.
 * The trainer owns no loop, no data and no clock; whoever drives it brings these.
 */
import { engine, type Scalar, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { ADAMW, type AdamWSettings, adamwUpdate, type Moments } from './adamw';
import type { Collective } from './collective';
import { disposeParams, initialise, type ParamSpec, sizeOf, uploadParams } from './params';
import type { NamedArray, ParamArrays, Params, Rng } from './types';

/** What a model minimises. */
export interface Objective<Batch> {
  readonly specs: readonly ParamSpec[];
  /** State that no gradient reaches (codebooks and their averages); updated by `afterStep`, saved with the parameters. */
  readonly buffers: ParamArrays;
  /** The scalar to minimise, averaged over the batch; called inside a tidy. */
  loss(params: Params, batch: Batch, step: number): Scalar;
  /** Called once the parameters are updated; returns figures to log. */
  afterStep(step: number): Readonly<Record<string, number>>;
}

export interface Schedule {
  /** Peak of the learning rate. */
  readonly learningRate: number;
  /** Steps of linear warm-up. */
  readonly warmup: number;
  /** Step at which the cosine reaches its floor. */
  readonly totalSteps: number;
  /** Steps at which it did so before, in a run that was made longer each time; ascending. */
  readonly earlierEnds?: readonly number[] | undefined;
  /** Earlier ends at which the rate began anew, and its peak from there on; ascending. */
  readonly restarts?: readonly Restart[] | undefined;
}

/** A warm restart of the learning rate. */
export interface Restart {
  readonly at: number;
  readonly learningRate: number;
}

/** Share of the peak at which the cosine ends. */
const FLOOR = 0.02;

/**
 * Linear warm-up, then a half cosine (SGDR, arXiv 1608.03983, eq. 5), both anew at each restart. After an earlier end without one the
 * rate is that of the longer run, as if it had been as long from where the rate began. `step` counts from 0.
 */
export function learningRateAt(
  step: number,
  { learningRate, warmup, totalSteps, earlierEnds = [], restarts = [] }: Schedule,
): number {
  const begin = restarts.findLast(({ at }) => at <= step) ?? { at: 0, learningRate };
  const done = step - begin.at;
  if (done < warmup) return (begin.learningRate * (done + 1)) / warmup;
  const end = (earlierEnds.find((each) => step < each) ?? totalSteps) - begin.at;
  const progress = Math.min(1, (done - warmup) / Math.max(1, end - warmup));
  return begin.learningRate * (FLOOR + ((1 - FLOOR) * (1 + Math.cos(Math.PI * progress))) / 2);
}

/** Everything a run needs to go on exactly where it stopped. */
export interface TrainerSnapshot {
  readonly step: number;
  readonly params: ParamArrays;
  readonly first: ParamArrays;
  readonly second: ParamArrays;
  readonly buffers: ParamArrays;
}

export interface StepReport {
  /** Updates made so far, this one included. */
  readonly step: number;
  readonly loss: number;
  readonly learningRate: number;
  readonly gradientNorm: number;
  readonly figures: Readonly<Record<string, number>>;
}

export interface Trainer<Batch> {
  step(batch: Batch): StepReport;
  readonly stepsDone: number;
  snapshot(): TrainerSnapshot;
  /** Throws when the snapshot is of another model. */
  restore(snapshot: TrainerSnapshot): void;
}

export interface TrainerOptions<Batch> {
  readonly objective: Objective<Batch>;
  readonly schedule: Schedule;
  readonly rng: Rng;
  readonly collective: Collective;
  readonly optimiser?: AdamWSettings;
}

/** Views of one flat array, by parameter. */
function viewsOf(flat: Float32Array, specs: readonly ParamSpec[]): ParamArrays {
  let offset = 0;
  return Object.fromEntries(
    specs.map(({ name, shape }): [string, NamedArray] => {
      const values = flat.subarray(offset, offset + sizeOf(shape));
      offset += values.length;
      return [name, { shape, values }];
    }),
  );
}

const copyOf = (arrays: ParamArrays): ParamArrays =>
  Object.fromEntries(Object.entries(arrays).map(([name, { shape, values }]) => [name, { shape, values: values.slice() }]));

function copyInto(target: ParamArrays, source: ParamArrays): void {
  for (const [name, { values }] of Object.entries(target)) {
    const from = source[name];
    if (from?.values.length !== values.length) throw new Error(`the snapshot has no ${name} of ${values.length} values`);
    values.set(from.values);
  }
}

export function createTrainer<Batch>({
  objective,
  schedule,
  rng,
  collective,
  optimiser = ADAMW,
}: TrainerOptions<Batch>): Trainer<Batch> {
  const { specs } = objective;
  const total = specs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  const flat = new Float32Array(total);
  const gradient = new Float32Array(total);
  const moments: Moments = { first: new Float32Array(total), second: new Float32Array(total) };
  const params = viewsOf(flat, specs);
  const gradients = viewsOf(gradient, specs);
  const decays = new Uint8Array(total);
  const names = specs.map(({ name }) => name);
  copyInto(params, initialise(specs, rng));
  let offset = 0;
  for (const { shape, decay } of specs) {
    decays.fill(Number(decay), offset, offset + sizeOf(shape));
    offset += sizeOf(shape);
  }
  let stepsDone = 0;

  /** Loss and gradients of this worker's share of the batch; gradients land in `gradients`. */
  function backward(batch: Batch): number {
    const tensors = uploadParams(params);
    const loss = tidy(() => {
      const inputs = names.map((name) => tensors[name] as Tensor);
      // `tf.valueAndGrads` refuses parameters that the loss does not reach, such as the heads of codebook sizes not drawn in this step.
      const { value, grads } = engine().gradients(() => objective.loss(tensors, batch, stepsDone), inputs, undefined, true);
      gradient.fill(0);
      (grads as (Tensor | null)[]).forEach(
        (grad, i) => grad && gradients[names[i] as string]?.values.set(grad.dataSync<'float32'>()),
      );
      return value.dataSync<'float32'>()[0] as number;
    });
    disposeParams(tensors);
    return loss;
  }

  return {
    get stepsDone() {
      return stepsDone;
    },
    step(batch) {
      const shared = new Float32Array([backward(batch)]);
      collective.allReduceMean(gradient);
      collective.allReduceMean(shared);
      const learningRate = learningRateAt(stepsDone, schedule);
      const gradientNorm = adamwUpdate(flat, gradient, moments, decays, stepsDone + 1, learningRate, optimiser);
      const figures = objective.afterStep(stepsDone);
      stepsDone += 1;
      return { step: stepsDone, loss: shared[0] as number, learningRate, gradientNorm, figures };
    },
    snapshot: () => ({
      step: stepsDone,
      params: copyOf(params),
      first: copyOf(viewsOf(moments.first, specs)),
      second: copyOf(viewsOf(moments.second, specs)),
      buffers: copyOf(objective.buffers),
    }),
    restore(snapshot) {
      copyInto(params, snapshot.params);
      copyInto(viewsOf(moments.first, specs), snapshot.first);
      copyInto(viewsOf(moments.second, specs), snapshot.second);
      copyInto(objective.buffers, snapshot.buffers);
      stepsDone = snapshot.step;
    },
  };
}
