/**
 * `npm run pca`: fits the principal components that E4 compares with, and writes them so that the page can code any picture with them.
 * The components are stored as a JPEG: as losses go, theirs is small beside that of rounding, and both are written down.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import {
  coefficientsOf,
  depthsOf,
  drawFromCoefficients,
  MID_GREY,
  type PcaFiles,
  pcaFilesSchema,
  readPcaCode,
} from '../src/dataset/pca-code';
import { createRng } from '../src/dataset/rng';
import { bitsPerImage, psnr } from '../src/model/metrics';
import { CODEBOOK_SIZES, GRID_SIZES, IMAGE_SIZE } from '../src/model/types';
import { sha256Hex } from '../src/model/weights';
import { explain } from './command/explain';
import { positiveInteger } from './command/option-values';
import { loadDataset } from './dataset';
import { mean } from './evaluate/statistics';
import { drawFromPca, fitPcaCode, type PcaCode, pcaCoefficients } from './experiments/e4/pca-code';
import { bySet, pictureSets, type SetName, trainingPictures } from './experiments/e4/picture-sets';
import { packSheet, SHEET_COLUMNS, unpackSheet } from './pca/sheet';
import { initWasm } from './runtime/wasm';

const FOLDER = join('public', 'baselines');
const VALUES = IMAGE_SIZE * IMAGE_SIZE * 3;
const MOST_STEPS = 127;
const MOST_UNITS = 32767;

/** Everything that a grid of tokens may take, ascending. */
const BUDGETS = [
  ...new Set(
    GRID_SIZES.flatMap((grid) => CODEBOOK_SIZES.filter((size) => size !== 'inf').map((size) => bitsPerImage(grid, size, 0))),
  ),
].sort((a, b) => a - b);

const largest = (values: Iterable<number>): number =>
  [...values].reduce((most, value) => Math.max(most, Math.abs(value)), Number.EPSILON);

/** Mean and components as bytes, tile by tile, and what a step of each component's bytes stands for. */
function tilesOf({ pca }: PcaCode): { tiles: Uint8Array; steps: number[] } {
  const tiles = new Uint8Array((pca.count + 1) * VALUES);
  pca.mean.forEach((value, i) => {
    tiles[i] = Math.round(255 * value);
  });
  const steps = Array.from({ length: pca.count }, (_, c) => {
    const component = pca.components.subarray(c * VALUES, (c + 1) * VALUES);
    const step = largest(component) / MOST_STEPS;
    component.forEach((value, i) => {
      tiles[(c + 1) * VALUES + i] = MID_GREY + Math.round(value / step);
    });
    return step;
  });
  return { tiles, steps };
}

/** The levels of every component at the depths that the budgets use, in whole numbers of a unit of its own. */
function levelsOf(code: PcaCode): { stored: Int16Array; units: number[] } {
  const depths = depthsOf({ order: [...code.order], components: code.pca.count, budgets: BUDGETS });
  const levels = depths.map((own, c) => own.map((bits) => code.quantisers[c]?.[bits]?.levels ?? new Float64Array()));
  const units = levels.map((own) => Math.max(...own.map(largest), Number.EPSILON) / MOST_UNITS);
  return {
    stored: Int16Array.from(
      levels.flatMap((own, c) => own.flatMap((each) => [...each].map((level) => Math.round(level / (units[c] as number))))),
    ),
    units,
  };
}

/** Every so many pictures of a set are drawn both ways: each takes seconds. */
const JUDGED_EVERY: Readonly<Record<SetName, number>> = { heldOut: 12, photos: 2 };

interface Flags {
  readonly components: number;
  readonly pictures: number;
  readonly seed: number;
}

async function pca({ components, pictures, seed }: Flags): Promise<void> {
  await initWasm();
  const dataset = loadDataset();
  const sets = pictureSets(dataset);
  const fitted = fitPcaCode(
    trainingPictures(dataset, pictures, seed),
    components,
    Math.max(...BUDGETS),
    createRng(seed).fork('pca'),
  );
  const { tiles, steps } = tilesOf(fitted);
  const sheet = await packSheet(tiles);
  const { stored, units } = levelsOf(fitted);
  const levels = new Uint8Array(stored.buffer);
  const fileOf = (path: string, bytes: Uint8Array) => ({ path, bytes: bytes.length, sha256: sha256Hex(bytes) });
  const files: PcaFiles = {
    format: 1,
    command: `npm run pca -- --components ${components} --pictures ${pictures} --seed ${seed}`,
    seed,
    pictures,
    data: { data: dataset.sha256.data, split: dataset.sha256.split },
    components: fitted.pca.count,
    sheet: { ...fileOf('pca.jpg', sheet), columns: SHEET_COLUMNS },
    steps,
    order: [...fitted.order],
    budgets: BUDGETS,
    levels: { ...fileOf('pca-levels.bin', levels), units },
    fidelity: [],
  };
  const code = readPcaCode(files, await unpackSheet(sheet, files.components + 1), stored);
  const judged = bySet((name) => sets[name].filter((_, i) => i % JUDGED_EVERY[name] === 0));
  const exact = bySet((name) => pcaCoefficients(fitted, judged[name]));
  const rounded = bySet((name) => judged[name].map((image) => coefficientsOf(code, image, 0, files.components)));
  const fidelity = BUDGETS.map((bits) => {
    const of = (name: SetName) => {
      const average = (drawings: readonly Uint8Array[]) =>
        Number(mean(drawings.map((drawing, i) => psnr(judged[name][i] as Uint8Array, drawing))).toFixed(3));
      return {
        fitted: average(drawFromPca(fitted, exact[name], bits)),
        stored: average(rounded[name].map((coefficients) => drawFromCoefficients(code, coefficients, bits))),
      };
    };
    return { bits, ...bySet(of) };
  });
  console.table(
    fidelity.map(({ bits, heldOut, photos }) => ({ bits, ...heldOut, photos: photos.fitted, 'photos stored': photos.stored })),
  );
  console.log(`${files.components} components in ${sheet.length + levels.length} bytes`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, files.sheet.path), sheet);
  writeFileSync(join(FOLDER, files.levels.path), levels);
  writeFileSync(join(FOLDER, 'pca.json'), `${JSON.stringify(pcaFilesSchema.parse({ ...files, fidelity }))}\n`);
}

await new Command('pca')
  .description('Fit principal components for the page; needs `npm run data`.')
  .option('--components <n>', 'components at most', positiveInteger, 384)
  .option('--pictures <n>', 'training pictures that they are fitted to', positiveInteger, 24_576)
  .option('--seed <n>', 'seed of pictures and fit', positiveInteger, 1)
  .action(pca)
  .parseAsync()
  .catch(explain);
