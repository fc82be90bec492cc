/** Configuration and parameter list of the contrastive model: a small ViT beside a small text transformer. */
import * as z from 'zod/mini';
import { count, positive, positiveInt } from '../../checks';
import { attentionPoolSpecs, convBlockSpecs, resBlockSpecs, transformerBlockSpecs } from '../layers';
import { constantSpec, linearSpecs, normalSpec, type ParamSpec } from '../params';

/** Pixels folded into one cell before the first convolution. */
export const PATCH = 2;
/** Side of the grid of patch tokens: 64 pixels / patch 2 / stride 2 twice. */
export const PATCH_GRID = 8;

export const contrastiveConfigSchema = z.object({
  embedDim: positiveInt,
  /** Channels at 32×32; twice as many at 16×16. */
  stemWidth: positiveInt,
  /** Residual blocks at 16×16, before the patch tokens. */
  stemBlocks: count,
  width: positiveInt,
  /** Convolution blocks over the patch tokens, before the transformer's. */
  patchBlocks: count,
  blocks: count,
  heads: positiveInt,
  mlpRatio: positive,
  text: z.object({
    vocabulary: positiveInt,
    /** Longest caption in tokens; the rest is cut. */
    length: positiveInt,
    width: positiveInt,
    blocks: count,
    heads: positiveInt,
  }),
  loss: z.enum(['sigmoid', 'softmax']),
});
export type ContrastiveConfig = z.infer<typeof contrastiveConfigSchema>;

export const contrastiveConfig = (vocabulary: number): ContrastiveConfig => ({
  embedDim: 128,
  stemWidth: 32,
  stemBlocks: 1,
  width: 128,
  patchBlocks: 3,
  blocks: 1,
  heads: 4,
  mlpRatio: 2,
  text: { vocabulary, length: 12, width: 96, blocks: 1, heads: 4 },
  loss: 'sigmoid',
});

export function imageTowerSpecs(config: ContrastiveConfig): ParamSpec[] {
  const { stemWidth, width } = config;
  return [
    ...linearSpecs('image/stem', [3, 3, PATCH * PATCH * 3, stemWidth]),
    ...linearSpecs('image/down', [3, 3, stemWidth, 2 * stemWidth]),
    ...Array.from({ length: config.stemBlocks }, (_, i) => resBlockSpecs(`image/conv${i}`, 2 * stemWidth)).flat(),
    ...linearSpecs('image/patches', [3, 3, 2 * stemWidth, width]),
    ...Array.from({ length: config.patchBlocks }, (_, i) => convBlockSpecs(`image/patch${i}`, width)).flat(),
    normalSpec('image/position', [1, PATCH_GRID * PATCH_GRID, width], 0.02),
    ...Array.from({ length: config.blocks }, (_, i) => transformerBlockSpecs(`image/block${i}`, width, config.mlpRatio)).flat(),
    ...attentionPoolSpecs('image/pool', width, config.mlpRatio),
    ...linearSpecs('image/project', [width, config.embedDim], 0.7),
  ];
}

export function textTowerSpecs(config: ContrastiveConfig): ParamSpec[] {
  const { vocabulary, length, width, blocks } = config.text;
  return [
    normalSpec('text/words', [vocabulary, width], 0.5),
    normalSpec('text/position', [1, length, width], 0.02),
    ...Array.from({ length: blocks }, (_, i) => transformerBlockSpecs(`text/block${i}`, width, config.mlpRatio)).flat(),
    ...attentionPoolSpecs('text/pool', width, config.mlpRatio),
    ...linearSpecs('text/project', [width, config.embedDim], 0.7),
  ];
}

/** Logarithm of the inverse temperature, and the bias, as SigLIP starts them for small batches: t = 10, b = −ln(B − 1) for B = 256. */
export const lossSpecs = (pairs: 'text' | 'artists'): ParamSpec[] => [
  constantSpec(`loss/${pairs}/logScale`, [1], Math.log(10)),
  constantSpec(`loss/${pairs}/bias`, [1], -5.5),
];
