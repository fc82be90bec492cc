/** What the order of cells carries: tokens, patch tokens and cells of the picture dealt anew. */
import { createRng } from '../../../src/dataset/rng';
import { PATCH_GRID } from '../../../src/model/contrastive/config';
import { psnr } from '../../../src/model/metrics';
import { type CodebookSize, GRID_SIZES, type Params } from '../../../src/model/types';
import type { E8 } from '../../../src/results/e8';
import { averageOf, mean, spreadOf } from '../../evaluate/statistics';
import { histograms } from '../../maps/representations';
import type { OpenModels } from '../open-models';
import { tokenGrids } from './flips';
import { drawTokens, embeddingsOf, patchesOf, pooledOf } from './passes';
import { cellsDealt, deal } from './pictures';

type Shuffles = E8['figures']['shuffles'];

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);

/** The same cosine for every picture with its partner. */
const cosines = (a: readonly Float32Array[], b: readonly Float32Array[]): number[] =>
  a.map((each, i) => dot(each, b[i] as Float32Array));

/** A picture's rows of `dim` numbers in another order. */
function rowsDealt(values: Float32Array, order: readonly number[]): Float32Array {
  const dim = values.length / order.length;
  const dealt = new Float32Array(values.length);
  order.forEach((from, to) => dealt.set(values.subarray(from * dim, (from + 1) * dim), to * dim));
  return dealt;
}

type Wholes = Record<'embedding' | 'untrained' | 'histogram16' | 'histogram8', Float32Array[]>;

/** @param unrelatedTo for each picture the position of one that shows something else */
export function shuffleCells(
  models: OpenModels,
  untrained: Params,
  codebook: CodebookSize,
  images: readonly Uint8Array[],
  unrelatedTo: readonly number[],
  seeds: readonly number[],
): Shuffles {
  const { params, config } = models.contrastive;
  const grids = { 16: tokenGrids(models['vqvae-16'], codebook, images), 8: tokenGrids(models['vqvae-8'], codebook, images) };
  const countsOf = (tokens: readonly Uint16Array[]) => tokens.map((each) => histograms(each, 1).values);
  const wholes = (pictures: readonly Uint8Array[], tokens: typeof grids): Wholes => ({
    embedding: embeddingsOf(params, config, pictures),
    untrained: embeddingsOf(untrained, config, pictures),
    histogram16: countsOf(tokens[16]),
    histogram8: countsOf(tokens[8]),
  });
  const inOrder = wholes(images, grids);
  const patches = patchesOf(params, config, 'tokens', images);

  const runs = seeds.map((seed) => {
    const rng = createRng(seed).fork('shuffle');
    const orders = (cells: number) => images.map((_, i) => deal(cells, rng.fork(cells, i)));
    const coarse = orders(PATCH_GRID ** 2);
    const dealt = images.map((image, i) => cellsDealt(image, coarse[i] as number[]));
    const shuffled = wholes(dealt, {
      16: tokenGrids(models['vqvae-16'], codebook, dealt),
      8: tokenGrids(models['vqvae-8'], codebook, dealt),
    });
    const own = (key: keyof Wholes) => mean(cosines(inOrder[key], shuffled[key]));
    return {
      tokens: GRID_SIZES.map((grid) => {
        const own = orders(grid * grid);
        const mixed = grids[grid].map((tokens, i) => Uint16Array.from(own[i] as number[], (from) => tokens[from] as number));
        const drawn = drawTokens(models[`vqvae-${grid}`], codebook, mixed);
        return mean(drawn.map((image, i) => psnr(images[i] as Uint8Array, image)));
      }),
      patches: mean(
        cosines(
          inOrder.embedding,
          pooledOf(
            params,
            config,
            patches.map((tokens, i) => rowsDealt(tokens, coarse[i] as number[])),
          ),
        ),
      ),
      cells: {
        embedding: own('embedding'),
        untrained: own('untrained'),
        histogram16: own('histogram16'),
        histogram8: own('histogram8'),
      },
    };
  });

  const cellSpread = (key: keyof Wholes) => spreadOf(runs.map(({ cells }) => cells[key]));
  const others = (rows: readonly Float32Array[]) => unrelatedTo.map((at) => rows[at] as Float32Array);
  const unrelated = (key: keyof Wholes) => averageOf(cosines(inOrder[key], others(inOrder[key])));
  return {
    tokens: GRID_SIZES.map((grid, g) => ({
      grid,
      inOrder: mean(
        drawTokens(models[`vqvae-${grid}`], codebook, grids[grid]).map((image, i) => psnr(images[i] as Uint8Array, image)),
      ),
      shuffled: spreadOf(runs.map(({ tokens }) => tokens[g] as number)),
    })),
    patches: spreadOf(runs.map((run) => run.patches)),
    cells: {
      embedding: cellSpread('embedding'),
      untrained: cellSpread('untrained'),
      histogram16: cellSpread('histogram16'),
      histogram8: cellSpread('histogram8'),
    },
    unrelated: {
      embedding: unrelated('embedding'),
      untrained: unrelated('untrained'),
      histogram16: unrelated('histogram16'),
      histogram8: unrelated('histogram8'),
    },
  };
}
