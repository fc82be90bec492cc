/**
 * `npm run bench`: how fast the forward passes are, in Node and in Chromium, beside onnxruntime-web running the same weights
 * and beside a plain matrix product, all in the same rounds. Run it on a machine that has nothing else to do.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { Argument, Command, Option } from 'commander';
import { type BenchSection, benchSchema } from '../src/results/bench';
import { runInChromium } from './bench/chromium';
import { forwardPasses, PASS_IDS, type PassId } from './bench/forward-passes';
import { SIDE } from './bench/mat-mul-rate';
import type { SectionTask } from './bench/node-section';
import { exportPass } from './bench/onnx/export-pass';
import type { RaceResult } from './bench/race';
import { sectionOf } from './bench/section';
import { isoDate, positiveInteger, today } from './command/option-values';
import { median } from './evaluate/statistics';
import { type Published, readContrastive, readVqvae } from './published';
import { startWorkers } from './runtime/pool';
import { initWasm } from './runtime/wasm';

interface Flags {
  readonly rounds: number;
  readonly batches: string;
  readonly place: BenchSection['place'][];
  readonly out?: string;
  readonly date: string;
}

const NODE_BACKENDS = ['wasm, library kernels', 'wasm, fast kernels'] as const;
const CHROMIUM_BACKENDS = [...NODE_BACKENDS, 'webgl in software'] as const;
const PLACES = ['node', 'chromium'] as const;
const PUBLISHED = join('public', 'results', 'bench.json');
/** In software a pass takes up to a second: one picture, and few rounds. */
const WEBGL = { batch: 1, rounds: 5 };

function report(place: string, { backend }: Pick<SectionTask, 'backend'>, results: readonly RaceResult[]): void {
  console.log(`\n${place}, ${backend}; matrix product ${median(results.map(({ matMul }) => matMul))} GFLOP/s`);
  console.table(
    results.map(({ pass, batch, ms, onnxruntimeMs, timeOverOnnxruntime, shareOfMatMul }) => ({
      pass,
      batch,
      ms,
      onnxruntimeMs,
      'time / onnxruntime': timeOverOnnxruntime,
      'share of matrix product': shareOfMatMul,
    })),
  );
}

async function runInNode(task: SectionTask): Promise<RaceResult[]> {
  const results: RaceResult[] = [];
  const entry = new URL('./bench/node-section.ts', import.meta.url);
  await startWorkers({ entry, size: 1, data: task, onMessage: (message) => results.push(message as RaceResult) }).done;
  report('node', task, results);
  return results;
}

/** The version of an installed package; its folder is asked for by a file that it exports. */
function versionOf(name: string): string {
  const require = createRequire(import.meta.url);
  let folder = dirname(require.resolve(name));
  for (;;) {
    try {
      const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: string; version?: string };
      if (about.name === name && about.version) return about.version;
    } catch {
      // Not every folder on the way up has one.
    }
    if (folder === dirname(folder)) throw new Error(`there is no package ${name}`);
    folder = dirname(folder);
  }
}

async function bench(ids: readonly PassId[], { rounds, batches, place, out: given, date }: Flags): Promise<void> {
  const isWhole = PASS_IDS.every((id) => ids.includes(id)) && PLACES.every((each) => place.includes(each));
  await initWasm();
  const models = { contrastive: readContrastive(), vqvaes: [readVqvae(16), readVqvae(8)] };
  const chosen = forwardPasses(models).filter(({ id }) => ids.includes(id));
  const entries = batches
    .split(',')
    .map(Number)
    .flatMap((batch) => chosen.map((pass) => ({ id: pass.id, onnx: exportPass(pass, batch) })));
  const taskOf = (backend: BenchSection['backend']): SectionTask =>
    backend === 'webgl in software'
      ? { backend, rounds: Math.min(rounds, WEBGL.rounds), entries: entries.filter(({ onnx }) => onnx.batch === WEBGL.batch) }
      : { backend, rounds, entries };
  const sections: BenchSection[] = [];
  if (place.includes('node'))
    for (const task of NODE_BACKENDS.map(taskOf)) sections.push(sectionOf('node', task, await runInNode(task)));
  let version = 'not run';
  if (place.includes('chromium')) {
    const tasks = CHROMIUM_BACKENDS.map(taskOf).filter((task) => task.entries.length > 0);
    const runs = await runInChromium(tasks, (task, results) => report('chromium', task, results));
    version = runs.version;
    for (const task of tasks) sections.push(sectionOf('chromium', task, runs.results.get(task.backend) ?? []));
  }
  const weights = [models.contrastive, ...models.vqvaes].map(({ manifest, sha256 }: Published) => [manifest.id, sha256]);
  const result = benchSchema.parse({
    command: `npm run bench -- --rounds ${rounds} --batches ${batches}`,
    date,
    machine: {
      processor: cpus()[0]?.model ?? 'unknown',
      cores: availableParallelism(),
      node: process.version,
      chromium: version,
    },
    versions: { tfjs: versionOf('@tensorflow/tfjs-core'), onnxruntime: versionOf('onnxruntime-web') },
    threads: 1,
    matMulSide: SIDE,
    weights: Object.fromEntries(weights),
    sections,
  });
  if (!isWhole && given === undefined) {
    console.log('Not all passes and places were measured: nothing is published. Name a file with --out to keep the figures.');
    return;
  }
  const out = given ?? PUBLISHED;
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(result, null, 1)}\n`);
  console.log(`written to ${out}`);
}

await new Command('bench')
  .description('Time forward passes against onnxruntime-web and the plain matrix product.')
  .addArgument(new Argument('[passes...]', 'which ones').choices(PASS_IDS).default([...PASS_IDS]))
  .option('--rounds <n>', 'rounds of measuring', positiveInteger, 25)
  .option('--batches <list>', 'pictures at a time, with commas', '1,16')
  .addOption(new Option('--place <places...>', 'where').choices(PLACES).default([...PLACES]))
  .option('--out <file>', `where the figures go (default: ${PUBLISHED}, where all passes and places are measured)`)
  .option('--date <date>', 'the day that the figures carry', isoDate, today())
  .action(bench)
  .parseAsync();
