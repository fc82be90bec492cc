/** Configuration and parameter list of the small decoder that draws a picture back from somebody else's code. */
import * as z from 'zod/mini';
import { count, positiveInt } from '../../checks';
import { resBlockSpecs } from '../layers';
import { constantSpec, linearSpecs, type ParamSpec } from '../params';

/** Side of the grid that every code is brought to before the layers that all decoders share. */
export const DECODER_GRID = 8;
/** Pixels that one cell of the finer grid becomes. */
export const PATCH = 4;

export const decoderConfigSchema = z.object({
  /** Side of the code: 1 is a single vector, 8 and 16 are grids. */
  side: z.union([z.literal(1), z.literal(8), z.literal(16)]),
  /** Numbers a cell of the code. */
  codeDim: positiveInt,
  /** Channels a cell that a single vector is spread into; idle for grids. */
  spread: positiveInt,
  /** Channels at 8×8. */
  width: positiveInt,
  /** Residual blocks at 8×8. */
  blocks: count,
  /** Channels at 16×16. */
  fineWidth: positiveInt,
});
export type DecoderConfig = z.infer<typeof decoderConfigSchema>;

/** Shape of a code: side·side cells of `codeDim` numbers. */
export type CodeShape = Pick<DecoderConfig, 'side' | 'codeDim'>;

/**
 * Sized by the single vector of 128, whose spreading over the grid is the dearest way in: with it 161,000 parameters,
 * 0.32 MB in float16; from a grid about 100,000.
 */
export const decoderConfig = (shape: CodeShape): DecoderConfig => ({ ...shape, spread: 8, width: 56, blocks: 2, fineWidth: 32 });

/** Numbers a cell once the code lies on the 8×8 grid. */
function gridDepth({ side, codeDim, spread }: DecoderConfig): number {
  if (side === 1) return spread;
  return codeDim * (side / DECODER_GRID) ** 2;
}

/** Everything that is trained. Only `in/…` depends on the code. */
export function decoderSpecs(config: DecoderConfig): ParamSpec[] {
  const { side, codeDim, spread, width, blocks, fineWidth } = config;
  return [
    ...(side === 1 ? linearSpecs('in/spread', [codeDim, DECODER_GRID ** 2 * spread], 0.7) : []),
    ...linearSpecs('in/cells', [gridDepth(config), width], 0.7),
    ...Array.from({ length: blocks }, (_, i) => resBlockSpecs(`block${i}`, width)).flat(),
    ...linearSpecs('up', [1, 1, width, 4 * fineWidth]),
    ...resBlockSpecs('fine', fineWidth),
    ...linearSpecs('pixels', [3, 3, fineWidth, PATCH * PATCH * 3], 0.3),
  ];
}

/**
 * Mean of each number of a cell over training pictures, and one inverse spread for all, measured once: codes come at very different
 * scales, but within a code the numbers keep their proportions. Each at a spread of its own, the many small ones of a PCA would be
 * as loud as the few that matter.
 */
export const codeStatisticsSpecs = ({ codeDim }: CodeShape): ParamSpec[] => [
  constantSpec('code/mean', [codeDim]),
  constantSpec('code/scale', [1], 1),
];
