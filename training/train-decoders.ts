/**
 * `npm run train:decoders`: trains the small decoders from the published encoders' frozen codes, measures them, writes those that the page
 * offers to public/models and what they show to public/results. Ctrl-C saves; the same command goes on.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { headerSchema, type WeightHashes } from '../src/results/envelope';
import { changedWeights } from '../src/results/freshness';
import { explain } from './command/explain';
import { isoDate, positiveInteger, today } from './command/option-values';
import { loadDataset } from './dataset';
import { exportDecoders } from './decoders/export';
import { runDecoders } from './decoders/run';
import { e2 } from './experiments/e2/e2';
import { E3_SEEDS, e3 } from './experiments/e3/e3';
import { openModels } from './experiments/open-models';
import { resultPath, runStages, weightsOf } from './experiments/run-stages';
import { thinned } from './experiments/thin';
import { twoByTwo } from './experiments/two-by-two';
import { readManifests } from './figures/read-manifests';
import { initWasm } from './runtime/wasm';
import { MODELS_FOLDER } from './stored-weights';

interface Flags {
  readonly smoke: boolean;
  readonly models: string;
  readonly out?: string;
  readonly date: string;
  readonly workers?: number;
}

/** Whether the result is there, and of these weights. */
function isMeasured(path: string, published: WeightHashes): boolean {
  if (!existsSync(path)) return false;
  const header = headerSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  return header.success && changedWeights(header.data, published).length === 0;
}

async function trainDecoders({ smoke, models: published, out, date, workers }: Flags): Promise<void> {
  if (smoke && out === undefined) throw new Error('--smoke needs --out: what it draws is not for publishing');
  const folder = out ?? 'public';
  await initWasm();
  const whole = loadDataset();
  const dataset = smoke ? thinned(whole) : whole;
  const manifests = readManifests(published);
  const { contrastive, 'vqvae-8': vqvae } = manifests;
  if (contrastive.family !== 'contrastive' || vqvae.family !== 'vqvae') throw new Error('the published models are mixed up');
  const { models, dispose } = openModels(published, manifests);
  const outcome = await runDecoders({ dataset, models, seeds: E3_SEEDS, trial: smoke, workers, say: console.log });
  const written = exportDecoders({
    outcome,
    models,
    manifests: { contrastive, 'vqvae-8': vqvae },
    trial: smoke,
    folder: join(folder, 'models'),
  });
  dispose();
  for (const { id, bytes } of written) console.log(`${id}: ${bytes.toLocaleString('en')} bytes`);
  const results = join(folder, 'results');
  // The two-by-two also needs what e2 measured on these weights; where that is still to come, `npm run evaluate` does both.
  const experiments = isMeasured(resultPath(results, 'e2'), weightsOf(e2, manifests)) ? [e3, twoByTwo] : [e3];
  await runStages(experiments, { out: results, models: published, smoke, force: false, date }, console.log);
}

await new Command('train:decoders')
  .description('Train and measure the decoders of frozen codes; needs `npm run data` and the published encoders.')
  .option('--smoke', 'a few steps on a few pictures, to try the machinery', false)
  .option('--models <folder>', 'where the published encoders are', MODELS_FOLDER)
  .option('--out <folder>', 'where models/ and results/ are written (default: public)')
  .option('--date <date>', 'the day that results carry', isoDate, today())
  .option(
    '--workers <n>',
    'worker threads, whose number the figures depend on (default: as many as cores and batches allow)',
    positiveInteger,
  )
  .action(trainDecoders)
  .parseAsync()
  .catch(explain);
