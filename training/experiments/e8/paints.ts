/** One cell of the picture painted over: which cells of the code notice. */
import type { Rng } from '../../../src/dataset/rng';
import { PATCH_GRID } from '../../../src/model/contrastive/config';
import { nearestCodes } from '../../../src/model/quantizer';
import type { CodebookSize, GridSize, Params } from '../../../src/model/types';
import type { E8 } from '../../../src/results/e8';
import { averageOf } from '../../evaluate/statistics';
import type { OpenModels } from '../open-models';
import { entriesOf, latentsOf, patchesOf } from './passes';
import { paintedOver } from './pictures';
import { ringShares, spillOf, vectorEnergies } from './spill';

type Paint = E8['figures']['paints'][number];

interface Painted {
  readonly picture: number;
  readonly cell: number;
  readonly image: Uint8Array;
}

const paintings = (images: readonly Uint8Array[], grid: number, perPicture: number, rng: Rng): Painted[] =>
  images.flatMap((image, picture) =>
    Array.from({ length: perPicture }, () => {
      const cell = rng.int(grid * grid);
      return { picture, cell, image: paintedOver(image, cell, grid) };
    }),
  );

function spillOfVectors(
  grid: number,
  painted: readonly Painted[],
  before: readonly Float32Array[],
  after: readonly Float32Array[],
) {
  const changes = painted.flatMap(({ picture, cell }, i) => {
    const shares = ringShares(vectorEnergies(before[picture] as Float32Array, after[i] as Float32Array, grid * grid), cell);
    return shares ? [shares] : [];
  });
  return spillOf(grid, changes);
}

/** Share of the changed tokens that is the painted cell's own, over paintings that change any. */
function ownTokens(painted: readonly Painted[], before: readonly Uint16Array[], after: readonly Uint16Array[]): Paint['tokens'] {
  const shares = painted.flatMap(({ picture, cell }, i) => {
    const [old, now] = [before[picture] as Uint16Array, after[i] as Uint16Array];
    const changed = now.reduce((sum, token, at) => sum + (token === old[at] ? 0 : 1), 0);
    return changed === 0 ? [] : [(now[cell] === old[cell] ? 0 : 1) / changed];
  });
  return shares.length === 0 ? null : averageOf(shares);
}

function ofVqvae(
  models: OpenModels,
  grid: GridSize,
  codebook: CodebookSize,
  images: readonly Uint8Array[],
  painted: readonly Painted[],
) {
  const model = models[`vqvae-${grid}`];
  const [before, after] = [images, painted.map(({ image }) => image)].map((each) => latentsOf(model, codebook, each)) as [
    Float32Array[],
    Float32Array[],
  ];
  const tokens = (each: readonly Float32Array[]) =>
    each.map((z) => nearestCodes(z, entriesOf(model, codebook), model.config.codeDim));
  return {
    code: `vqvae-${grid}` as const,
    grid,
    vectors: spillOfVectors(grid, painted, before, after),
    tokens: ownTokens(painted, tokens(before), tokens(after)),
  };
}

/** The same paintings for every code on the same grid. */
export function paintCells(
  models: OpenModels,
  untrained: Params,
  codebook: CodebookSize,
  images: readonly Uint8Array[],
  perPicture: number,
  rng: Rng,
): Paint[] {
  const { params, config } = models.contrastive;
  const fine = paintings(images, 16, perPicture, rng.fork('paint', 16));
  const coarse = paintings(images, PATCH_GRID, perPicture, rng.fork('paint', PATCH_GRID));
  const ofTower = (code: Paint['code'], tower: Params, when: 'patches' | 'tokens'): Paint => ({
    code,
    grid: PATCH_GRID,
    vectors: spillOfVectors(
      PATCH_GRID,
      coarse,
      patchesOf(tower, config, when, images),
      patchesOf(
        tower,
        config,
        when,
        coarse.map(({ image }) => image),
      ),
    ),
    tokens: null,
  });
  return [
    ofVqvae(models, 16, codebook, images, fine),
    ofVqvae(models, 8, codebook, images, coarse),
    ofTower('contrastive-before', params, 'patches'),
    ofTower('contrastive', params, 'tokens'),
    ofTower('untrained', untrained, 'tokens'),
  ];
}
