/** What a training run is asked to do; saved with its checkpoints and told in the manifest. */
import * as z from 'zod/mini';
import { positive, positiveInt } from '../../src/checks';
import { MODEL_IDS } from '../../src/model/registry';
import { sameHashes } from '../same-hashes';

export const runOptionsSchema = z.object({
  model: z.enum(MODEL_IDS),
  seed: z.int(),
  /** Updates in all, resumed ones included; the learning rate's cosine ends here. */
  steps: positiveInt,
  /** Updates after which the run was over before it was made longer; ascending. */
  earlierEnds: z.optional(z.array(positiveInt)),
  /** Earlier ends at which the learning rate began anew, with its peak from there on; ascending. */
  restarts: z.optional(
    z.array(
      z.object({
        at: positiveInt,
        learningRate: positive,
        /** Whether the run went on from its weights as they are stored for the page, without moments and memory. */
        stored: z.optional(z.literal(true)),
      }),
    ),
  ),
  /** Images an update (VQ-VAE) or concepts an update (contrastive), over all workers. */
  batch: positiveInt,
  workers: positiveInt,
  learningRate: positive,
  /** Contrastive: which loss. */
  loss: z.enum(['sigmoid', 'softmax']),
  /** Hashes of the data that the run reads; a run goes on only with the same. */
  data: z.object({
    data: z.string(),
    split: z.string(),
    /** Lists and photographs; not told by older runs. */
    rest: z.optional(z.string()),
    further: z.optional(z.string()),
    furtherRest: z.optional(z.string()),
  }),
  /** VQ-VAE: train for this codebook size alone. */
  only: z.optional(z.union([z.int(), z.literal('inf')])),
});
export type RunOptions = z.infer<typeof runOptionsSchema>;

/** Updates that the run had at first: what depends on a run's length must not change when it is made longer. */
export const firstEndOf = ({ earlierEnds, steps }: Pick<RunOptions, 'earlierEnds' | 'steps'>): number =>
  earlierEnds?.[0] ?? steps;

/** The step from which a contrastive run reads further drawings: where its learning rate first began anew; never, where it did not. */
export const furtherFrom = ({ restarts }: Pick<RunOptions, 'restarts'>): number => restarts?.[0]?.at ?? Number.POSITIVE_INFINITY;

/** Whether a run reads further drawings at some step. */
export const readsFurther = (options: Pick<RunOptions, 'model' | 'restarts'>): boolean =>
  options.model === 'contrastive' && furtherFrom(options) < Number.POSITIVE_INFINITY;

/** What differs between the options of a saved run and those wanted, in words; empty where nothing does. */
export function differences(saved: RunOptions, wanted: RunOptions): string[] {
  const names = Object.keys(runOptionsSchema.shape) as (keyof RunOptions)[];
  return names
    .filter((name) =>
      name === 'data' ? !sameHashes(saved.data, wanted.data) : JSON.stringify(saved[name]) !== JSON.stringify(wanted[name]),
    )
    .map((name) => (name === 'data' ? 'other data' : `${name} ${shown(saved[name])} instead of ${shown(wanted[name])}`));
}

const shown = (value: RunOptions[keyof RunOptions]): string => (value === undefined ? 'none' : JSON.stringify(value));

/** Defaults by model: what the published weights were trained with. */
export const RUN_DEFAULTS: Readonly<
  Record<RunOptions['model'], Pick<RunOptions, 'steps' | 'earlierEnds' | 'restarts' | 'batch' | 'learningRate' | 'loss'>>
> = {
  contrastive: {
    steps: 19500,
    earlierEnds: [2600, 6000, 9400, 12100, 16500],
    restarts: [
      { at: 9400, learningRate: 3e-3 },
      { at: 12100, learningRate: 3e-3 },
      { at: 16500, learningRate: 3e-3, stored: true },
    ],
    batch: 96,
    learningRate: 2e-3,
    loss: 'softmax',
  },
  'vqvae-16': { steps: 25000, earlierEnds: [20000], batch: 16, learningRate: 2e-3, loss: 'softmax' },
  'vqvae-8': { steps: 23000, earlierEnds: [16000], batch: 16, learningRate: 2e-3, loss: 'softmax' },
};
