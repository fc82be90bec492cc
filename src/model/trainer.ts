/**
 * One update of any model: gradients on the backend, averaged over the workers, AdamW on the CPU.
 * The trainer owns no loop, no data and no clock; whoever drives it brings these.
 */
import { engine, keep, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { ADAMW, type AdamWSettings, adamwUpdate, type Moments } from './adamw';
import type { Collective } from './collective';
import { disposeParams, initialise, type ParamSpec, sizeOf, uploadParams } from './params';
import type { NamedArray, ParamArrays, Params, Rng } from './types';

/** One pass over a batch. */
export interface Pass {
  /** The scalar to minimise, averaged over the batch. */
  readonly loss: Scalar;
  /** What `afterStep` is to have the values of. Read once the gradients are made: a graphics card can be waited for then, not from within a pass. */
  readonly seen: Readonly<Record<string, Tensor>>;
}

type Numbers = Float32Array | Int32Array;

/** Values of what a pass has seen, by name. */
export type Seen = Readonly<Record<string, Numbers>>;

/** What a model minimises. */
export interface Objective<Batch> {
  readonly specs: readonly ParamSpec[];
  /** State that no gradient reaches (codebooks and their averages); updated by `afterStep`, saved with the parameters. */
  readonly buffers: ParamArrays;
  /** Called inside a tidy. */
  pass(params: Params, batch: Batch, step: number): Pass;
  /** Called once the parameters are updated; returns figures to log. */
  afterStep(step: number, batch: Batch, seen: Seen): Readonly<Record<string, number>>;
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
  /** One update. The next may begin only when this one has settled. */
  step(batch: Batch): Promise<StepReport>;
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

/** Reads them all, by name. */
const valuesOf = (tensors: readonly (readonly [string, Tensor])[]): Promise<(readonly [string, Numbers])[]> =>
  Promise.all(tensors.map(async ([name, tensor]) => [name, (await tensor.data()) as Numbers] as const));

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

  /** Loss of this worker's share of the batch, and what was seen on the way; gradients land in `gradients`. */
  async function backward(batch: Batch): Promise<{ loss: number; seen: Seen }> {
    const tensors = uploadParams(params);
    const inputs = names.map((name) => tensors[name] as Tensor);
    let seen: Pass['seen'] = {};
    const forward = (): Scalar => {
      const pass = objective.pass(tensors, batch, stepsDone);
      seen = pass.seen;
      for (const tensor of Object.values(seen)) keep(tensor);
      return pass.loss;
    };
    const made: Tensor[] = [];
    try {
      // `tf.valueAndGrads` refuses parameters that the loss does not reach, such as the heads of codebook sizes not drawn in this step.
      const { value, grads } = engine().gradients(forward, inputs, undefined, true);
      const slopes = names.flatMap((name, i) => {
        const slope = (grads as (Tensor | null)[])[i];
        return slope ? [[name, slope] as const] : [];
      });
      made.push(value, ...slopes.map(([, slope]) => slope));
      const [loss, read, values] = await Promise.all([value.data<'float32'>(), valuesOf(slopes), valuesOf(Object.entries(seen))]);
      gradient.fill(0);
      for (const [name, slope] of read) gradients[name]?.values.set(slope);
      return { loss: loss[0] as number, seen: Object.fromEntries(values) };
    } finally {
      for (const tensor of [...made, ...Object.values(seen)]) tensor.dispose();
      disposeParams(tensors);
    }
  }

  return {
    get stepsDone() {
      return stepsDone;
    },
    async step(batch) {
      const { loss, seen } = await backward(batch);
      const shared = new Float32Array([loss]);
      collective.allReduceMean(gradient);
      collective.allReduceMean(shared);
      const learningRate = learningRateAt(stepsDone, schedule);
      const gradientNorm = adamwUpdate(flat, gradient, moments, decays, stepsDone + 1, learningRate, optimiser);
      const figures = objective.afterStep(stepsDone, batch, seen);
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
