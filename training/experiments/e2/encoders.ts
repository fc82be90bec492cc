/** The encoders compared, each giving all the vectors that can be made of a picture in one pass. */
import { concat, mean, reshape, type Tensor2D, tensor4d } from '@tensorflow/tfjs-core';
import { createRng } from '../../../src/dataset/rng';
import { type ContrastiveConfig, PATCH_GRID } from '../../../src/model/contrastive/config';
import { imageTower } from '../../../src/model/contrastive/image-tower';
import { untrainedTower } from '../../../src/model/decoder/codes';
import { GALLERY_CODEBOOK } from '../../../src/model/gallery';
import { bitsPerImage } from '../../../src/model/metrics';
import { disposeParams, uploadParams } from '../../../src/model/params';
import { lookUp, nearestCodes } from '../../../src/model/quantizer';
import { IMAGE_SIZE, type Params } from '../../../src/model/types';
import { codebookName, gridWidth } from '../../../src/model/vqvae/config';
import { encodeTrunk, latents } from '../../../src/model/vqvae/model';
import type { ENCODERS, POOLINGS } from '../../../src/results/e2';
import type { Embeddings } from '../../evaluate/embed';
import { pixelVectors } from '../../evaluate/pixel-vectors';
import { readBack } from '../../evaluate/read-back';
import { histograms } from '../../maps/representations';
import { unitPixels } from '../../recipes/unit-pixels';
import type { OpenVqvae } from '../open-models';
import { pictureRows, principalComponents, project } from '../pca';

export type EncoderId = (typeof ENCODERS)[number];
export type Pooling = (typeof POOLINGS)[number];

/** Vectors of many pictures, made in one way. */
export interface Table extends Embeddings {
  readonly pooling: Pooling;
  /** What one takes as it is stored. */
  readonly bits: number;
  /** Compared as it is; the others are compared after their mean over the training drawings is taken away. */
  readonly ready: boolean;
}

export interface Encoder {
  readonly id: EncoderId;
  encode(images: readonly Uint8Array[]): Table[];
  /** Frees the tensors that are its own. */
  dispose(): void;
}

const BATCH = 64;
const FLOAT_BITS = 32;
const PIXELS = IMAGE_SIZE * IMAGE_SIZE * 3;
/** Codebook of the tokens that are counted and looked up: the one the gallery keeps. */
export const CODEBOOK = GALLERY_CODEBOOK;

const batches = (images: readonly Uint8Array[]): Uint8Array[][] =>
  Array.from({ length: Math.ceil(images.length / BATCH) }, (_, i) => images.slice(i * BATCH, (i + 1) * BATCH));

const input = (batch: readonly Uint8Array[]) => tensor4d(unitPixels(batch), [batch.length, IMAGE_SIZE, IMAGE_SIZE, 3]);

interface Part {
  readonly pooling: Pooling;
  readonly dim: number;
  readonly ready?: boolean;
}

/** Runs a pass that lays several vectors of each picture side by side, and takes them apart. */
function inParts(
  images: readonly Uint8Array[],
  parts: readonly Part[],
  pass: (batch: readonly Uint8Array[]) => Tensor2D,
): Table[] {
  const width = parts.reduce((sum, { dim }) => sum + dim, 0);
  const tables = parts.map((part) => ({
    ready: false,
    ...part,
    bits: FLOAT_BITS * part.dim,
    values: new Float32Array(images.length * part.dim),
  }));
  batches(images).forEach((batch, b) => {
    const flat = readBack(() => pass(batch)); // [B, width]
    batch.forEach((_, i) => {
      let from = i * width;
      for (const { dim, values } of tables) {
        values.set(flat.subarray(from, from + dim), (b * BATCH + i) * dim);
        from += dim;
      }
    });
  });
  return tables;
}

const towerTables = (params: Params, config: ContrastiveConfig, trained: boolean, images: readonly Uint8Array[]): Table[] =>
  inParts(
    images,
    [
      { pooling: 'pooled', dim: config.embedDim, ready: trained },
      { pooling: 'gridMean', dim: config.width },
      { pooling: 'gridFlat', dim: PATCH_GRID ** 2 * config.width },
    ],
    (batch) => {
      const { embedding, trace } = imageTower(params, config, input(batch));
      return concat([embedding, mean(trace.tokens, 1) as Tensor2D, reshape(trace.tokens, [batch.length, -1])], 1);
    },
  );

export const contrastiveEncoder = (params: Params, config: ContrastiveConfig): Encoder => ({
  id: 'contrastive',
  encode: (images) => towerTables(params, config, true, images),
  dispose: () => undefined,
});

/** The contrastive encoder as it was before its first step, from another seed. */
export function randomEncoder(config: ContrastiveConfig, seed: number): Encoder {
  const params = uploadParams(untrainedTower(config, createRng(seed)));
  return {
    id: 'random',
    encode: (images) => towerTables(params, config, false, images),
    dispose: () => disposeParams(params),
  };
}

/** Means over the cells of each picture. codes [images·cells·dim] -> [images·dim] */
function cellMeans(codes: Float32Array, cells: number, dim: number): Float32Array {
  const means = new Float32Array(codes.length / cells);
  for (let i = 0; i < codes.length; i++) {
    const at = Math.floor(i / (cells * dim)) * dim + (i % dim);
    means[at] = (means[at] as number) + (codes[i] as number) / cells;
  }
  return means;
}

/** Features before the quantiser, averaged; then the tokens counted, and their entries averaged and side by side. */
export function vqvaeEncoder(id: 'vqvae-16' | 'vqvae-8', { params, arrays, config }: OpenVqvae): Encoder {
  const { grid, codeDim } = config;
  const cells = grid * grid;
  const entries = arrays[codebookName(CODEBOOK)]?.values;
  if (!entries) throw new Error(`${id} has no codebook of ${CODEBOOK}`);
  const bits = bitsPerImage(grid, CODEBOOK, codeDim);
  return {
    id,
    encode(images) {
      const [gridMean, latent] = inParts(
        images,
        [
          { pooling: 'gridMean', dim: gridWidth(config) },
          { pooling: 'codesFlat', dim: cells * codeDim },
        ],
        (batch) => {
          const trunk = encodeTrunk(params, config, input(batch));
          return concat([mean(trunk, [1, 2]) as Tensor2D, reshape(latents(params, trunk, CODEBOOK), [batch.length, -1])], 1);
        },
      ) as [Table, Table];
      const tokens = nearestCodes(latent.values, entries, codeDim);
      const codes = lookUp(tokens, entries, codeDim);
      return [
        gridMean,
        { pooling: 'histogram', ready: true, bits, ...histograms(tokens, images.length) },
        { pooling: 'codesMean', ready: false, bits, dim: codeDim, values: cellMeans(codes, cells, codeDim) },
        { pooling: 'codesFlat', ready: false, bits, dim: cells * codeDim, values: codes },
      ];
    },
    dispose: () => undefined,
  };
}

export const pixelEncoder: Encoder = {
  id: 'pixels',
  encode: (images) => [{ pooling: 'whole', ready: true, bits: 8 * PIXELS, ...pixelVectors(images) }],
  dispose: () => undefined,
};

/** Coefficients along the directions in which the given pictures vary most, as many as the embedding has numbers. */
export function pcaEncoder(sample: readonly Uint8Array[], count: number, seed: number): Encoder {
  const pca = principalComponents(pictureRows(sample), count, createRng(seed).fork('pca'));
  return {
    id: 'pca',
    encode(images) {
      const values = new Float32Array(images.length * pca.count);
      batches(images).forEach((batch, b) => {
        values.set(project(pca, unitPixels(batch)), b * BATCH * pca.count);
      });
      return [{ pooling: 'whole', ready: true, bits: FLOAT_BITS * pca.count, dim: pca.count, values }];
    },
    dispose: () => undefined,
  };
}
