/** How far apart two pictures are in each code. */
import { GALLERY_CODEBOOK } from '../../../src/model/gallery';
import type { Distance, WayThere } from '../../../src/results/e7';
import { pixelVectors } from '../../evaluate/pixel-vectors';
import { averageOf } from '../../evaluate/statistics';
import { tokensOf } from '../../evaluate/tokens';
import { contrastiveEncoder, type Encoder, randomEncoder, type Table } from '../e2/encoders';
import { normaliseRows } from '../e2/rows';
import type { OpenModels } from '../open-models';

const MEASURES = [
  'embedding',
  'untrained',
  'patches',
  'pixels',
  'tokens16',
  'tokens8',
] as const satisfies readonly (keyof Distance)[];
type Measure = (typeof MEASURES)[number];

/** What a measure gives for a picture and itself. */
const SAME: Readonly<Record<Measure, number>> = { embedding: 1, untrained: 1, patches: 1, pixels: 1, tokens16: 0, tokens8: 0 };

/** Unit vectors of `dim` numbers, `perPicture` of them to a picture. */
interface Vectors {
  readonly dim: number;
  readonly perPicture: number;
  readonly values: Float32Array;
}

/** Several pictures in every code. */
export interface Coded {
  readonly vectors: Readonly<Record<'embedding' | 'untrained' | 'patches' | 'pixels', Vectors>>;
  readonly tokens: Readonly<Record<'tokens16' | 'tokens8', Uint16Array>>;
  readonly count: number;
}

function tableOf(tables: readonly Table[], pooling: Table['pooling']): Table {
  const table = tables.find((candidate) => candidate.pooling === pooling);
  if (!table) throw new Error(`no vectors ${pooling}`);
  return table;
}

const unit = (values: Float32Array, dim: number, perPicture: number): Vectors => {
  normaliseRows({ dim, values });
  return { dim, perPicture, values };
};

/** Codes pictures with the published models and with the contrastive encoder before training. */
export function codePictures(models: OpenModels, seed: number, images: readonly Uint8Array[]): Coded {
  const { params, config } = models.contrastive;
  const [trained, untrained] = [contrastiveEncoder(params, config), randomEncoder(config, seed)];
  const tables = trained.encode(images);
  const pooled = (encoder: Encoder) => tableOf(encoder.encode(images), 'pooled');
  const patches = tableOf(tables, 'gridFlat');
  const vectors = {
    embedding: unit(tableOf(tables, 'pooled').values, config.embedDim, 1),
    untrained: unit(pooled(untrained).values, config.embedDim, 1),
    patches: unit(patches.values, config.width, patches.dim / config.width),
    pixels: { ...pixelVectors(images), perPicture: 1 },
  };
  untrained.dispose();
  const tokens = ({ params: own, arrays, config: grid }: OpenModels['vqvae-16']) =>
    tokensOf(own, arrays, grid, images, GALLERY_CODEBOOK);
  return { vectors, tokens: { tokens16: tokens(models['vqvae-16']), tokens8: tokens(models['vqvae-8']) }, count: images.length };
}

function cosine({ dim, perPicture, values }: Vectors, a: number, b: number): number {
  const length = dim * perPicture;
  let dot = 0;
  for (let i = 0; i < length; i++) dot += (values[a * length + i] as number) * (values[b * length + i] as number);
  return dot / perPicture;
}

/** Share of the cells whose tokens differ. */
function changedShare(tokens: Uint16Array, cells: number, a: number, b: number): number {
  let differing = 0;
  for (let cell = 0; cell < cells; cell++) if (tokens[a * cells + cell] !== tokens[b * cells + cell]) differing += 1;
  return differing / cells;
}

/** Between pairs of pictures, given by their positions. */
export function distanceBetween({ vectors, tokens, count }: Coded, pairs: readonly (readonly [number, number])[]): Distance {
  const ofVectors = (code: Vectors) => averageOf(pairs.map(([a, b]) => cosine(code, a, b)));
  const ofTokens = (code: Uint16Array) => averageOf(pairs.map(([a, b]) => changedShare(code, code.length / count, a, b)));
  return {
    embedding: ofVectors(vectors.embedding),
    untrained: ofVectors(vectors.untrained),
    patches: ofVectors(vectors.patches),
    pixels: ofVectors(vectors.pixels),
    tokens16: ofTokens(tokens.tokens16),
    tokens8: ofTokens(tokens.tokens8),
  };
}

/** How far on the way to the scale's end each code has moved; 0 where it has not moved, even if the scale has no length. */
export function wayTo(end: Distance, distance: Distance): WayThere {
  const of = (measure: Measure) => {
    const moved = distance[measure].mean - SAME[measure];
    return moved === 0 ? 0 : moved / (end[measure].mean - SAME[measure]);
  };
  return Object.fromEntries(MEASURES.map((measure) => [measure, of(measure)])) as Record<Measure, number>;
}
