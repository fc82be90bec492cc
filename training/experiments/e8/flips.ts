/** One token replaced, the picture drawn again. */
import type { Rng } from '../../../src/dataset/rng';
import { nearestCodes, squaredDistances } from '../../../src/model/quantizer';
import type { CodebookSize } from '../../../src/model/types';
import type { E8 } from '../../../src/results/e8';
import type { OpenVqvae } from '../open-models';
import { drawTokens, entriesOf, latentsOf } from './passes';
import { pixelEnergies, ringShares, spillOf } from './spill';

type Flip = E8['figures']['flips'][number];

/** Of every entry, the one nearest to it. [K] */
function neighboursOf(entries: Float32Array, dim: number): Uint16Array {
  return Uint16Array.from({ length: entries.length / dim }, (_, k) => {
    const distances = squaredDistances(entries.subarray(k * dim, (k + 1) * dim), entries);
    distances[k] = Number.POSITIVE_INFINITY;
    return distances.indexOf(distances.reduce((low, distance) => Math.min(low, distance), Number.POSITIVE_INFINITY));
  });
}

/** Tokens of pictures. -> [G·G] each */
export function tokenGrids(model: OpenVqvae, codebook: CodebookSize, images: readonly Uint8Array[]): Uint16Array[] {
  const entries = entriesOf(model, codebook);
  return latentsOf(model, codebook, images).map((z) => nearestCodes(z, entries, model.config.codeDim));
}

/** Some cells of each picture, each flipped by itself. */
export function flipTokens(
  model: OpenVqvae,
  codebook: Exclude<CodebookSize, 'inf'>,
  grids: readonly Uint16Array[],
  perPicture: number,
  rng: Rng,
): Flip[] {
  const { grid, codeDim } = model.config;
  const drawn = drawTokens(model, codebook, grids);
  const neighbours = neighboursOf(entriesOf(model, codebook), codeDim);
  const replacements: Record<Flip['by'], (token: number) => number> = {
    any: (token) => (token + 1 + rng.int(codebook - 1)) % codebook,
    nearest: (token) => neighbours[token] as number,
  };
  return (['any', 'nearest'] as const).map((by) => {
    const flipped = grids.flatMap((tokens, picture) =>
      Array.from({ length: perPicture }, () => {
        const cell = rng.int(grid * grid);
        const other = tokens.slice();
        other[cell] = replacements[by](tokens[cell] as number);
        return { picture, cell, tokens: other };
      }),
    );
    const redrawn = drawTokens(
      model,
      codebook,
      flipped.map(({ tokens }) => tokens),
    );
    const changes = flipped.flatMap(({ picture, cell }, i) => {
      const shares = ringShares(pixelEnergies(drawn[picture] as Uint8Array, redrawn[i] as Uint8Array, grid), cell);
      return shares ? [shares] : [];
    });
    return { grid, by, pixels: spillOf(grid, changes) };
  });
}
