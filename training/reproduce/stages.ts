/** The stages from packages to results, in order: what each runs, what it reads and what it leaves behind. */
import { decoderId, LEXICON_ID, MODEL_IDS, type ModelId } from '../../src/model/registry';
import { SWAP_CODES } from '../../src/model/types';
import { EXPERIMENTS } from '../experiments/list';
import { RUN_DEFAULTS } from '../run/options';

export interface Stage {
  readonly name: string;
  /** Script under training/, which is run in the folder that everything is written below. */
  readonly script: string;
  readonly args: readonly string[];
  /** Files and folders that it reads; when they are the same, so is what it makes. */
  readonly reads: readonly string[];
  /** Files and folders that it makes and no later stage changes. */
  readonly makes: readonly string[];
  /** Files that it makes and later stages add to. */
  readonly begins?: readonly string[];
  /** A checkpoint from which `--resume` goes on, and the number of steps that end it. */
  readonly resume?: { readonly checkpoint: string; readonly steps: number };
  /** What an earlier run left for itself to go on from, removed where command, source or inputs are others now. */
  readonly discards?: readonly string[];
  /** Minutes that it takes about, by which the stages' shares of the whole are judged. */
  readonly minutes: number;
}

const filesOf = (names: readonly string[]): string[] => names.map((name) => `data/${name}`);
const DATA = filesOf(['concepts.json', 'split.json', 'renderings.json', 'renderings.bin', 'photos.json', 'photos.bin']);
const FURTHER = filesOf(['further.json', 'further.bin', 'icons.json', 'icons.bin']);
const KEYWORDS = filesOf(['keywords.json']);
const models = (ids: readonly ModelId[]): string[] =>
  ids.flatMap((id) => WEIGHTS[id].map((name) => `public/models/${id}/${name}`));

const DECODERS = SWAP_CODES.map(decoderId).flatMap((id) =>
  ['weights.bin', 'manifest.json'].map((name) => `public/models/${id}/${name}`),
);

const LEXICON = ['weights.bin', 'units.json', 'manifest.json'].map((name) => `public/models/${LEXICON_ID}/${name}`);

const resultOf = (id: string): string => `public/results/${id}.json`;

/** Written with the decoders that it is about; the rest are measured together. */
const DECODERS_RESULT = resultOf('e3');
const RESULTS = EXPERIMENTS.map(({ id }) => resultOf(id)).filter((path) => path !== DECODERS_RESULT);

/** Files of weights. */
const WEIGHTS: Readonly<Record<ModelId, readonly string[]>> = {
  contrastive: ['image.bin', 'text.bin', 'vocabulary.json'],
  'vqvae-16': ['weights.bin'],
  'vqvae-8': ['weights.bin'],
};

/** How much of everything: the whole, or little enough to try all of it in minutes. */
interface Amounts {
  readonly data: readonly string[];
  readonly train: Readonly<Record<ModelId, { readonly args: readonly string[]; readonly steps: number }>>;
  readonly sharing: readonly string[];
  readonly maps: readonly string[];
  readonly pca: readonly string[];
  /** Of the commands that measure, which know a trial run themselves. */
  readonly trial: boolean;
}

/** How the weights on the page were trained, on any machine: the number of workers decides which pictures a step sees. */
const published = (id: ModelId, workers: number): Amounts['train'][ModelId] => ({
  args: ['--workers', String(workers)],
  steps: RUN_DEFAULTS[id].steps,
});

const WHOLE: Amounts = {
  data: [],
  train: {
    contrastive: published('contrastive', 2),
    'vqvae-16': published('vqvae-16', 1),
    'vqvae-8': published('vqvae-8', 1),
  },
  // As published: the number of workers decides which pictures a step sees.
  sharing: ['--workers', '2'],
  maps: [],
  pca: [],
  trial: false,
};

const TRIAL_STEPS = 4;
/** Made longer in the middle, as the published runs were. Two workers on any machine, so that batches divide among them. */
const trialTraining = {
  args: ['--steps', `${TRIAL_STEPS / 2}`, `${TRIAL_STEPS}`, '--batch', '8', '--workers', '2'],
  steps: TRIAL_STEPS,
};
/** Begins anew where it was made longer, from its stored weights; from there on it reads further drawings. */
const trialContrastive = { ...trialTraining, args: [...trialTraining.args, '--restarts', `${TRIAL_STEPS / 2}:0.002:stored`] };
const TRIAL: Amounts = {
  data: ['--concepts', '40'],
  train: { contrastive: trialContrastive, 'vqvae-16': trialTraining, 'vqvae-8': trialTraining },
  sharing: ['--steps', '2', '--sizes', '16', '--workers', '1'],
  maps: ['--concepts', '30', '--epochs', '30'],
  pca: ['--components', '12', '--pictures', '60'],
  trial: true,
};

/** On two cores. */
const TRIAL_MINUTES = 0.25;
const TRAINING_MINUTES: Readonly<Record<ModelId, number>> = { contrastive: 493, 'vqvae-16': 120, 'vqvae-8': 90 };

/** @param date that results carry; without it, the day of the run */
export function stagesOf(trial: boolean, date?: string): Stage[] {
  const amounts = trial ? TRIAL : WHOLE;
  const dated = date === undefined ? [] : ['--date', date];
  const measuring = (out: string): string[] => [...(amounts.trial ? ['--smoke', '--out', out] : []), ...dated];
  const stages: Stage[] = [
    {
      name: 'data',
      script: 'data/build.ts',
      args: amounts.data,
      reads: [],
      makes: [...DATA, ...FURTHER, ...KEYWORDS, 'public/samples', 'public/gallery/concepts.json', 'public/gallery/thumbs'],
      minutes: 1,
    },
    ...MODEL_IDS.map((id): Stage => {
      const { args, steps } = amounts.train[id];
      return {
        name: `train ${id}`,
        script: 'train.ts',
        args: [id, ...args],
        reads: id === 'contrastive' ? [...DATA, ...FURTHER] : DATA,
        makes: models([id]),
        begins: [`public/models/${id}/manifest.json`],
        resume: { checkpoint: `checkpoints/${id}.ckpt`, steps },
        minutes: TRAINING_MINUTES[id],
      };
    }),
    ...(['vqvae-16', 'vqvae-8'] as const).map(
      (id): Stage => ({
        name: `compare sharing ${id}`,
        script: 'compare-sharing.ts',
        args: [id, '--folder', `checkpoints/sharing/${id}`, ...amounts.sharing],
        reads: DATA,
        makes: [],
        discards: [`checkpoints/sharing/${id}`],
        minutes: 25,
      }),
    ),
    {
      name: 'lexicon',
      script: 'lexicon.ts',
      args: [],
      reads: [...DATA, ...KEYWORDS, ...models(['contrastive'])],
      makes: LEXICON,
      minutes: 5,
    },
    {
      name: 'gallery',
      script: 'gallery.ts',
      args: [],
      reads: [...DATA, 'public/gallery/concepts.json', ...models(MODEL_IDS)],
      makes: [
        'index.json',
        'embeddings.bin',
        'captions.en.bin',
        'captions.zh.bin',
        'codes.json',
        'tokens.16.bin',
        'tokens.8.bin',
        'pixels.bin',
      ].map((name) => `public/gallery/${name}`),
      minutes: 1,
    },
    {
      name: 'maps',
      script: 'maps.ts',
      args: amounts.maps,
      reads: [...DATA, 'public/gallery/concepts.json', ...models(['contrastive', 'vqvae-16'])],
      makes: ['public/gallery/maps.json'],
      minutes: 1,
    },
    {
      name: 'principal components',
      script: 'pca.ts',
      args: amounts.pca,
      reads: DATA,
      makes: ['pca.json', 'pca.jpg', 'pca-levels.bin'].map((name) => `public/baselines/${name}`),
      minutes: 2,
    },
    {
      name: 'decoders',
      script: 'train-decoders.ts',
      args: [...measuring('public'), '--workers', '2'],
      reads: [...DATA, ...models(MODEL_IDS)],
      makes: [...DECODERS, DECODERS_RESULT],
      discards: [trial ? 'checkpoints/decoders-trial' : 'checkpoints/decoders', DECODERS_RESULT],
      minutes: 22,
    },
    {
      name: 'evaluate',
      script: 'evaluate.ts',
      args: measuring('public/results'),
      reads: [...DATA, ...models(MODEL_IDS), ...LEXICON, DECODERS_RESULT],
      makes: RESULTS,
      discards: RESULTS,
      minutes: 25,
    },
    // The README is finished when all is done, with the time that it took.
    { name: 'figures', script: 'figures.ts', args: [], reads: [...models(MODEL_IDS), ...LEXICON], makes: [], minutes: 0.1 },
  ];
  return trial ? stages.map((stage) => ({ ...stage, minutes: TRIAL_MINUTES })) : stages;
}
