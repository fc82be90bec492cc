/** `npm run evaluate [-- e2 e4 …]`: measures the published models and writes public/results. */
import { join } from 'node:path';
import { Command } from 'commander';
import { explain } from './command/explain';
import { isoDate, today } from './command/option-values';
import { EXPERIMENTS } from './experiments/list';
import { runStages } from './experiments/run-stages';
import { MODELS_FOLDER } from './stored-weights';

const RESULTS_FOLDER = join('public', 'results');

interface Flags {
  readonly smoke: boolean;
  readonly force: boolean;
  readonly out?: string;
  readonly models: string;
  readonly date: string;
}

async function evaluate(names: readonly string[], { smoke, force, out, models, date }: Flags): Promise<void> {
  const unknown = names.find((name) => !EXPERIMENTS.some(({ id }) => id === name));
  if (unknown !== undefined)
    throw new Error(`no experiment '${unknown}'; there are ${EXPERIMENTS.map(({ id }) => id).join(', ')}`);
  if (smoke && out === undefined) throw new Error('--smoke needs --out: its figures are not for publishing');
  const chosen = EXPERIMENTS.filter(({ id }) => names.length === 0 || names.includes(id));
  await runStages(chosen, { out: out ?? RESULTS_FOLDER, models, smoke, force, date }, console.log);
}

await new Command('evaluate')
  .description('Run the experiments on the published models; needs `npm run data` first.')
  .argument('[experiments...]', 'which ones; all where none is named')
  .option('--smoke', 'try each on a handful of pictures', false)
  .option('--force', 'measure again what is still fresh', false)
  .option('--out <folder>', `where results go (default: ${RESULTS_FOLDER})`)
  .option('--models <folder>', 'where the models are', MODELS_FOLDER)
  .option('--date <date>', 'the day that results carry', isoDate, today())
  .action(evaluate)
  .parseAsync()
  .catch(explain);
