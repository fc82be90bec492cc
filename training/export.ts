/** Measures a checkpoint and writes it to public/models: weights in the smallest precision that leaves the figures alone, and the manifest. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Argument, Command } from 'commander';
import { createTokeniser } from '../src/model/contrastive/vocabulary';
import { manifestSchema, type VqvaeManifest } from '../src/model/manifest';
import { MODEL_IDS, type ModelId } from '../src/model/registry';
import type { ParamArrays } from '../src/model/types';
import { vqvaeTraining } from '../src/model/vqvae/objective';
import { parseManifest } from '../src/model/weights';
import { explain } from './command/explain';
import { type Dataset, loadDataset } from './dataset';
import { contrastiveMetrics, pixelMetrics } from './evaluate/contrastive';
import { vqvaeMetrics } from './evaluate/vqvae';
import { contrastiveConfigOf, vocabularyOf } from './recipes/contrastive';
import { vqvaeConfigOf } from './recipes/vqvae';
import { type Checkpoint, checkData, checkpointPath, loadCheckpoint } from './run/checkpoint';
import { commandOf } from './run/flags';
import { firstEndOf } from './run/options';
import { initWasm } from './runtime/wasm';
import { MODELS_FOLDER, readStored, type StoredModel, storedGroups } from './stored-weights';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Four decimals of a percentage or a decibel are more than the evaluation set resolves. */
export const rounded = (metrics: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(metrics).map(([name, value]) => [name, Math.round(value * 1e4) / 1e4]));

interface Described {
  /** The manifest's own part: family, id, config. */
  readonly model: StoredModel;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly extra: object;
  readonly imagesPerStep: number;
  readonly settings: Record<string, number | string>;
  measure(arrays: ParamArrays): Record<string, number>;
}

type Compared = Partial<Pick<VqvaeManifest, 'sharing' | 'publishedSharing'>>;

/** What the manifest already says of sharing, where that holds for weights of these hashes; another command measures it, in hours. */
function comparedBefore(id: string, hashes: readonly string[]): Compared {
  const path = join(MODELS_FOLDER, id, 'manifest.json');
  if (id === 'contrastive' || !existsSync(path)) return {};
  const old = parseManifest(JSON.parse(readFileSync(path, 'utf8')), path);
  if (old.family !== 'vqvae') return {};
  const { sharing, publishedSharing } = old;
  const holds = publishedSharing && hashes.includes(publishedSharing.weights);
  if (publishedSharing && !holds) console.log(`${path}: \`publishedSharing\` is of other weights, and is left out`);
  return { ...(sharing && { sharing }), ...(holds && { publishedSharing }) };
}

function describe({ options }: Checkpoint, dataset: Dataset): Described {
  if (options.model === 'contrastive') {
    const words = vocabularyOf(dataset);
    const tokeniser = createTokeniser(words);
    const config = contrastiveConfigOf(options, words);
    const vocabulary = Buffer.from(JSON.stringify(words));
    return {
      model: { family: 'contrastive', id: 'contrastive', config },
      files: { 'vocabulary.json': vocabulary },
      extra: { vocabulary: { path: 'vocabulary.json', sha256: sha256(vocabulary), bytes: vocabulary.length } },
      imagesPerStep: 2 * options.batch,
      settings: { loss: options.loss },
      measure: (arrays) => contrastiveMetrics(arrays, config, tokeniser, dataset),
    };
  }
  const config = vqvaeConfigOf(options);
  return {
    model: { family: 'vqvae', id: options.model, config: { ...config, codebooks: [...config.codebooks] } },
    files: {},
    extra: {},
    imagesPerStep: options.batch,
    settings: { ...vqvaeTraining(firstEndOf(options)) },
    measure: (arrays) => vqvaeMetrics(arrays, config, dataset),
  };
}

/** A checkpoint that its options describe: of a run that is over, and trained on this dataset. Throws where it is not. */
function finished(path: string, dataset: Dataset): Checkpoint {
  const checkpoint = loadCheckpoint(path);
  const { options, snapshot } = checkpoint;
  checkData(path, options, dataset.sha256);
  if (snapshot.step < options.steps)
    throw new Error(
      `${path} is at step ${snapshot.step} of ${options.steps}; \`npm run train -- ${options.model} --resume\` finishes it`,
    );
  return checkpoint;
}

/**
 * Writes public/models/<id>/ from the checkpoint of a finished run; figures are measured on the weights as stored and on their float32
 * originals. Rejects where the run is not over, or was trained on another dataset.
 */
export async function exportModel(path: string, dataset: Dataset): Promise<void> {
  const checkpoint = finished(path, dataset);
  const { options, snapshot } = checkpoint;
  await initWasm();
  const described = describe(checkpoint, dataset);
  const { model } = described;
  const folder = join(MODELS_FOLDER, model.id);
  const arrays: ParamArrays = { ...snapshot.params, ...snapshot.buffers };
  const encoded = storedGroups(model, arrays);
  const draft = manifestSchema.parse({
    format: 1,
    ...model,
    ...described.extra,
    ...comparedBefore(
      model.id,
      encoded.map(({ group }) => group.sha256),
    ),
    training: {
      command: commandOf(options),
      seed: options.seed,
      steps: snapshot.step,
      batch: options.batch,
      imagesSeen: snapshot.step * described.imagesPerStep,
      workers: options.workers,
      learningRate: options.learningRate,
      settings: described.settings,
      dataSha256: options.data.data,
      splitSha256: options.data.split,
      restSha256: options.data.rest,
      furtherSha256: options.data.further,
      furtherRestSha256: options.data.furtherRest,
    },
    weightsManifest: encoded.map(({ group }) => group),
    metrics: { stored: {}, float32: {} },
  });
  const baseline = model.family === 'contrastive' ? pixelMetrics(dataset) : {};
  const metrics = {
    stored: rounded({ ...described.measure(readStored(model, encoded)), ...baseline }),
    float32: rounded({ ...described.measure(arrays), ...baseline }),
  };
  mkdirSync(folder, { recursive: true });
  for (const { group, bytes } of encoded) writeFileSync(join(folder, group.paths[0]), bytes);
  for (const [name, bytes] of Object.entries(described.files)) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify({ ...draft, metrics }, null, 1)}\n`);
  console.log(`\n${model.id} at step ${snapshot.step}, written to ${folder}`);
  console.table(
    Object.fromEntries(
      Object.entries(metrics.stored).map(([name, value]) => [name, { stored: value, float32: metrics.float32[name] }]),
    ),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await new Command('export')
    .addArgument(new Argument('<model>').choices(MODEL_IDS))
    .option('--folder <path>', 'where checkpoints are kept', 'checkpoints')
    .action((model: ModelId, { folder }: { folder: string }) => exportModel(checkpointPath(folder, { model }), loadDataset()))
    .parseAsync()
    .catch(explain);
