/** VQ-VAE configuration and parameter list (van den Oord et al. 2017, arXiv 1711.00937). */
import * as z from 'zod/mini';
import { count, positiveInt } from '../../checks';
import { convBlockSpecs } from '../layers';
import { constantSpec, linearSpecs, type ParamSpec } from '../params';
import { CODEBOOK_SIZES, type CodebookSize } from '../types';

/** Pixels folded into one cell before the first convolution: every layer then runs at 16×16 or coarser. */
export const PATCH = 4;

export const vqvaeConfigSchema = z.object({
  /** Side of the token grid; 8 adds one stride-2 stage on each side. */
  grid: z.union([z.literal(16), z.literal(8)]),
  /** Channels at 16×16. */
  width: positiveInt,
  /** Channels at 8×8, for grid 8. */
  deepWidth: positiveInt,
  encoderBlocks: count,
  decoderBlocks: count,
  /** Dimension of a code; low and l2-normalised, after ViT-VQGAN (arXiv 2110.04627, Table 4). */
  codeDim: positiveInt,
  /** Sizes this network serves, ∞ last; each has its own head, codebook and embedding. */
  codebooks: z
    .array(z.union([z.int(), z.literal('inf')]))
    .check(z.refine((sizes) => !sizes.slice(0, -1).includes('inf'), 'the size ∞ comes last')),
});
export type VqvaeConfig = Omit<z.infer<typeof vqvaeConfigSchema>, 'codebooks'> & { readonly codebooks: readonly CodebookSize[] };

export const vqvaeConfig = (grid: 16 | 8, codebooks: readonly CodebookSize[] = CODEBOOK_SIZES): VqvaeConfig => ({
  grid,
  width: grid === 16 ? 80 : 64,
  deepWidth: 96,
  encoderBlocks: 1,
  decoderBlocks: 2,
  codeDim: grid === 16 ? 8 : 16,
  codebooks,
});

/** Channels at the token grid. */
export const gridWidth = (config: VqvaeConfig): number => (config.grid === 16 ? config.width : config.deepWidth);

/** Codebook sizes with a quantiser. */
export const finiteSizes = (config: VqvaeConfig): number[] => config.codebooks.filter((size) => size !== 'inf');

const pixels = PATCH * PATCH * 3;

/** Everything that is trained by gradient. Codebooks are not: they follow the encoder by moving averages. */
export function vqvaeSpecs(config: VqvaeConfig): ParamSpec[] {
  const { width, deepWidth, codeDim, encoderBlocks, decoderBlocks } = config;
  const inner = gridWidth(config);
  const blocks = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => convBlockSpecs(`${name}/block${i}`, inner)).flat();
  const coarse = config.grid === 8;
  return [
    ...linearSpecs('encoder/stem', [3, 3, pixels, width]),
    ...(coarse ? linearSpecs('encoder/down', [3, 3, width, deepWidth]) : []),
    ...blocks('encoder', encoderBlocks),
    ...config.codebooks.flatMap((size) => [
      ...linearSpecs(`head/${size}`, [inner, codeDim], 0.7),
      ...linearSpecs(`embed/${size}`, [codeDim, inner]),
    ]),
    ...linearSpecs('decoder/stem', [3, 3, inner, inner]),
    ...blocks('decoder', decoderBlocks),
    ...(coarse ? [...linearSpecs('decoder/up', [1, 1, deepWidth, 4 * width]), ...convBlockSpecs('decoder/fine', width)] : []),
    ...linearSpecs('decoder/pixels', [3, 3, width, pixels], 0.3),
  ];
}

export const codebookName = (size: CodebookSize): string => `codebook/${size}`;

/** The codebooks, stored with the weights but fitted apart. */
export const codebookSpecs = (config: VqvaeConfig): ParamSpec[] =>
  finiteSizes(config).map((size) => constantSpec(codebookName(size as CodebookSize), [size, config.codeDim]));
