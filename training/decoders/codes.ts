/** The frozen codes of pictures, from the published encoders and from the controls; nothing here is trained. */
import {
  add,
  argMax,
  clipByValue,
  gather,
  matMul,
  mul,
  reshape,
  square,
  sum,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
  tensor2d,
  tensor4d,
  tidy,
} from '@tensorflow/tfjs-core';
import { createRng } from '../../src/dataset/rng';
import type { ContrastiveConfig } from '../../src/model/contrastive/config';
import { towerCodes, untrainedTower } from '../../src/model/decoder/codes';
import type { CodeShape } from '../../src/model/decoder/config';
import { disposeParams, uploadParams } from '../../src/model/params';
import { spaceToDepth } from '../../src/model/space-to-depth';
import { type CodebookSize, IMAGE_SIZE, type ParamArrays, type Params } from '../../src/model/types';
import { codebookName, type VqvaeConfig } from '../../src/model/vqvae/config';
import { encodeTrunk, latents } from '../../src/model/vqvae/model';
import { DRAWN_CODES, type DrawnCode } from '../../src/results/e3';
import { readBack } from '../evaluate/read-back';
import { type PrincipalComponents, pictureRows, principalComponents, project } from '../experiments/pca';
import { unitPixels } from '../recipes/unit-pixels';
import type { Picture } from './pictures';

/** Codebook of the tokens; that of the article's examples. */
export const CODEBOOK = 512;
/** Side of the squares into which the pixels are cut to be a code of 8×8 cells. */
const PIXEL_PATCH = 8;

/** Cloned into every worker. */
export interface FrozenModels {
  readonly contrastive: { readonly config: ContrastiveConfig; readonly arrays: ParamArrays };
  readonly 'vqvae-8': { readonly config: VqvaeConfig; readonly arrays: ParamArrays };
  readonly 'vqvae-16': { readonly config: VqvaeConfig; readonly arrays: ParamArrays };
  /** Embeddings of all labels in the order of the concepts, then that of no words at all. By language. [(concepts + 1)·E] */
  readonly captions: readonly Float32Array[];
}

export type Codes = Readonly<Record<DrawnCode, Float32Array>>;

export interface FrozenEncoders {
  readonly components: PrincipalComponents;
  /** @param language index of the captions' language, by picture */
  encode(pictures: readonly Picture[], language: (index: number) => number): Codes;
  dispose(): void;
}

/** The PCA has as many numbers as the pooled embedding, so that the two are compared at equal size. */
export function codeShapes(
  models: Pick<FrozenModels, 'contrastive' | 'vqvae-8' | 'vqvae-16'>,
): Readonly<Record<DrawnCode, CodeShape>> {
  const { width, embedDim } = models.contrastive.config;
  const grid: CodeShape = { side: 8, codeDim: width };
  const pooled: CodeShape = { side: 1, codeDim: embedDim };
  return {
    pooled,
    grid,
    tokens: { side: 8, codeDim: models['vqvae-8'].config.codeDim },
    'tokens-16': { side: 16, codeDim: models['vqvae-16'].config.codeDim },
    'random-pooled': pooled,
    'random-grid': grid,
    caption: pooled,
    pca: pooled,
    pixels: { side: 8, codeDim: PIXEL_PATCH * PIXEL_PATCH * 3 },
  };
}

/** Bits of one picture's code: tokens by their codebook, bytes for pixels, 32-bit floats for everything else. */
export function bitsOf(code: DrawnCode, { side, codeDim }: CodeShape): number {
  if (code === 'tokens' || code === 'tokens-16') return side * side * Math.log2(CODEBOOK);
  return side * side * codeDim * (code === 'pixels' ? 8 : 32);
}

/** Embedded tokens, chosen on the backend: the nearest entry has the largest z·e − |e|²/2. x [B, H, W, 3] -> [B, G, G, D] */
function embeddedTokens(params: Params, config: VqvaeConfig, x: Tensor4D): Tensor {
  const z = latents(params, encodeTrunk(params, config, x), CODEBOOK as CodebookSize);
  const entries = params[codebookName(CODEBOOK as CodebookSize)] as Tensor2D; // [K, D]
  const rows = reshape(z, [-1, config.codeDim]) as Tensor2D;
  const offsets = mul(sum(square(entries), 1), -0.5); // [K]
  return reshape(gather(entries, argMax(add(matMul(rows, entries, false, true), offsets), 1)), z.shape);
}

/**
 * The encoders of one seed: the published ones, an untrained tower, and a PCA of some training pictures.
 * @param sample training pictures that the PCA is fitted to
 */
export function openEncoders(models: FrozenModels, seed: number, sample: readonly Picture[]): FrozenEncoders {
  const { contrastive, captions } = models;
  const { config } = contrastive;
  const towers = {
    trained: uploadParams(contrastive.arrays),
    untrained: uploadParams(untrainedTower(config, createRng(seed))),
  };
  const [coarse, fine] = [uploadParams(models['vqvae-8'].arrays), uploadParams(models['vqvae-16'].arrays)];
  const components = principalComponents(
    pictureRows(sample.map((picture) => picture.pixels)),
    config.embedDim,
    createRng(seed).fork('components'),
  );
  const read = (tensor: Tensor): Float32Array => tensor.dataSync<'float32'>().slice();

  return {
    components,
    encode(pictures, language) {
      const count = pictures.length;
      const values = unitPixels(pictures.map((picture) => picture.pixels));
      const caption = new Float32Array(count * config.embedDim);
      pictures.forEach(({ concept }, i) => {
        const table = captions[language(i)] as Float32Array;
        const row = concept ?? table.length / config.embedDim - 1;
        caption.set(table.subarray(row * config.embedDim, (row + 1) * config.embedDim), i * config.embedDim);
      });
      const codes: Partial<Record<DrawnCode, Float32Array>> = { caption, pca: project(components, values) };
      tidy(() => {
        const x = tensor4d(values, [count, IMAGE_SIZE, IMAGE_SIZE, 3]);
        const trained = towerCodes(towers.trained, config, x);
        const untrained = towerCodes(towers.untrained, config, x);
        codes.pooled = read(trained.pooled);
        codes.grid = read(trained.grid);
        codes['random-pooled'] = read(untrained.pooled);
        codes['random-grid'] = read(untrained.grid);
        codes.tokens = read(embeddedTokens(coarse, models['vqvae-8'].config, x));
        codes['tokens-16'] = read(embeddedTokens(fine, models['vqvae-16'].config, x));
        codes.pixels = read(spaceToDepth(x, PIXEL_PATCH));
      });
      return Object.fromEntries(DRAWN_CODES.map((code) => [code, codes[code] as Float32Array])) as Codes;
    },
    dispose() {
      for (const params of [towers.trained, towers.untrained, coarse, fine]) disposeParams(params);
    },
  };
}

/** The principal components of pictures added up again, in 0..1. coefficients [B·count] -> [B·H·W·3] */
export function sumOfComponents(components: PrincipalComponents, coefficients: Float32Array): Float32Array {
  const { count, dim, mean, components: rows } = components;
  return readBack(() =>
    clipByValue(
      add(
        matMul(tensor2d(coefficients, [coefficients.length / count, count]), tensor2d(rows, [count, dim])),
        tensor2d(mean, [1, dim]),
      ),
      0,
      1,
    ),
  );
}
