/** Colours for a grid of tokens: cells of near entries get near colours. */
import type { GenerationResult } from '../../engine/protocol';
import { type CodeColour, codeColours } from '../../ui/code-colours';

/** What the colours are made of. */
export type TokenCode = Pick<GenerationResult, 'codebook' | 'tokens' | 'entries' | 'latents' | 'codeDim'>;

/** A result with its colours: those of the entries, or of the vectors themselves where there is no codebook. */
export interface PaintedCode {
  readonly palette: readonly CodeColour[];
  /** One a cell, row-major. [G·G] */
  readonly cells: readonly CodeColour[];
  readonly names: readonly string[];
}

/** @param noToken what a cell without a token is called */
export function paintCode({ codebook, tokens, entries, latents, codeDim }: TokenCode, noToken: string): PaintedCode {
  if (codebook === 'inf') {
    const palette = codeColours(latents, codeDim);
    return { palette, cells: palette, names: palette.map(() => noToken) };
  }
  const palette = codeColours(entries, codeDim);
  return {
    palette,
    cells: Array.from(tokens, (token) => palette[token] as CodeColour),
    names: Array.from(tokens, String),
  };
}
