/** The tokens of a trace as the grids of the page draw them. */
import type { Trace } from '../../engine/trace';
import type { TokenCode } from '../shared/paint-code';
import { depthOf } from './arrays';

export const codeOf = ({ codebook, generation: { tokens, entries, latents } }: Trace): TokenCode => ({
  codebook,
  tokens,
  entries: entries.values,
  latents: latents.values,
  codeDim: depthOf(latents),
});
