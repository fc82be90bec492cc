/** The same bits spent otherwise. */
import { createRng } from '../../../src/dataset/rng';
import { drawFromThumbnail, type ThumbnailCode, thumbnailsWithin } from '../../../src/dataset/thumbnail';
import { psnr } from '../../../src/model/metrics';
import { tokenCounts, usage } from '../../../src/model/quantizer';
import type { GridSize } from '../../../src/model/types';
import type { FormatScore, Point } from '../../../src/results/e4';
import { mean, spreadOf } from '../../evaluate/statistics';
import type { Setup } from '../experiment';
import { type Encoded, encodingsWithin, type Format } from './image-formats';
import { drawFromPrototypes, fitPrototypes, nearestPrototypes, patchesOf, patchLength, samplePatches } from './k-means-patches';
import { componentsWithin, drawFromPca, fitPcaCode, pcaCoefficients } from './pca-code';
import { bySet, type PictureSets, type SetName, trainingPictures } from './picture-sets';
import { fittedOf, qualityOf, type Scores, scoresOf } from './quality';

type Baselines = NonNullable<Point['baselines']>;

/**
 * What the baselines are fitted to: so much that twice as much hardly helps them (`docs/attempts.md`). The principal components are so
 * many that their number limits at the largest budget alone.
 */
export const fittedTo = ({ amount }: Pick<Setup, 'amount'>) => ({
  kMeansPictures: amount(8192, 24),
  kMeansPatches: amount(192_000, 1100),
  pcaPictures: amount(24_576, 60),
  pcaComponents: amount(1024, 24),
  thumbnailPictures: amount(192, 4),
});

/** Scores of each seed, by set. */
type SeedScores = Record<SetName, Scores>;

/** One codebook size on one grid. */
export function kMeansBaselines(
  setup: Setup,
  sets: PictureSets,
  grid: GridSize,
  sizes: readonly number[],
): Map<number, Baselines['kMeans']> {
  const { dataset, seeds } = setup;
  const { kMeansPictures, kMeansPatches } = fittedTo(setup);
  const length = patchLength(grid);
  const patches = bySet((name) => patchesOf(sets[name], grid));
  const found = new Map(sizes.map((size) => [size, { scores: [] as SeedScores[], usages: [] as number[] }]));
  for (const seed of seeds) {
    const rng = createRng(seed).fork('k-means', grid);
    const sample = samplePatches(trainingPictures(dataset, kMeansPictures, seed), grid, kMeansPatches, rng.fork('patches'));
    for (const [size, prototypes] of fitPrototypes(sample, length, sizes, rng)) {
      const chosen = bySet((name) => nearestPrototypes(patches[name], prototypes, length));
      found.get(size)?.scores.push(bySet((name) => scoresOf(sets[name], drawFromPrototypes(chosen[name], prototypes, grid))));
      found.get(size)?.usages.push(usage(tokenCounts(Uint16Array.from(chosen.heldOut), size)));
    }
  }
  return new Map(
    [...found].map(([size, { scores, usages }]) => [
      size,
      { ...bySet((name) => fittedOf(scores.map((each) => each[name]))), usage: spreadOf(usages) },
    ]),
  );
}

export function pcaBaselines(setup: Setup, sets: PictureSets, budgets: readonly number[]): Map<number, Baselines['pca']> {
  const { dataset, seeds } = setup;
  const { pcaPictures, pcaComponents } = fittedTo(setup);
  const found = new Map(budgets.map((bits) => [bits, { scores: [] as SeedScores[], components: [] as number[] }]));
  for (const seed of seeds) {
    const pictures = trainingPictures(dataset, pcaPictures, seed);
    const code = fitPcaCode(pictures, pcaComponents, Math.max(...budgets), createRng(seed).fork('pca'));
    const coefficients = bySet((name) => pcaCoefficients(code, sets[name]));
    for (const bits of budgets) {
      found.get(bits)?.scores.push(bySet((name) => scoresOf(sets[name], drawFromPca(code, coefficients[name], bits))));
      found.get(bits)?.components.push(componentsWithin(code, bits));
    }
  }
  return new Map(
    [...found].map(([bits, { scores, components }]) => [
      bits,
      { ...bySet((name) => fittedOf(scores.map((each) => each[name]))), components: spreadOf(components) },
    ]),
  );
}

/** Side and depth are chosen on training pictures. */
export function thumbnailBaselines(
  setup: Setup,
  sets: PictureSets,
  budgets: readonly number[],
): Map<number, Baselines['thumbnail']> {
  const pictures = trainingPictures(setup.dataset, fittedTo(setup).thumbnailPictures, setup.seeds[0] as number);
  const fidelity = (code: ThumbnailCode): number =>
    mean(pictures.map((picture) => psnr(picture, drawFromThumbnail(picture, code))));
  return new Map(
    budgets.map((bits) => {
      const candidates = thumbnailsWithin(bits);
      const scores = candidates.map(fidelity);
      const best = candidates[scores.indexOf(Math.max(...scores))] as ThumbnailCode;
      const drawn = (name: SetName) => sets[name].map((image) => drawFromThumbnail(image, best));
      return [bits, { ...bySet((name) => qualityOf(scoresOf(sets[name], drawn(name)))), ...best }];
    }),
  );
}

/** Every so many pictures of a set are coded as files: each takes a dozen encodings. */
const FORMAT_EVERY: Readonly<Record<SetName, number>> = { heldOut: 4, photos: 1 };
/** Pictures coded at once, by as many threads as the library has. */
const AT_ONCE = 16;

/** One picture in every quality that fits the largest budget. */
export interface Ladder {
  /** Its place in the set. */
  readonly picture: number;
  readonly steps: readonly Encoded[];
}
export type Ladders = Readonly<Record<SetName, Readonly<Record<Format, readonly Ladder[]>>>>;

async function laddersOf(images: readonly Uint8Array[], every: number, format: Format, bits: number): Promise<Ladder[]> {
  const pictures = Array.from({ length: Math.ceil(images.length / every) }, (_, i) => i * every);
  const ladders: Ladder[] = [];
  for (let from = 0; from < pictures.length; from += AT_ONCE) {
    const coded = pictures
      .slice(from, from + AT_ONCE)
      .map(async (picture) => ({ picture, steps: await encodingsWithin(images[picture] as Uint8Array, format, bits) }));
    ladders.push(...(await Promise.all(coded)));
  }
  return ladders;
}

export async function formatLadders(sets: PictureSets, bits: number): Promise<Ladders> {
  const of = async (name: SetName) => ({
    jpeg: await laddersOf(sets[name], FORMAT_EVERY[name], 'jpeg', bits),
    webp: await laddersOf(sets[name], FORMAT_EVERY[name], 'webp', bits),
  });
  return { heldOut: await of('heldOut'), photos: await of('photos') };
}

/** One format within a budget, and the VQ-VAE's PSNR on the same pictures. */
export function formatScore(
  ladders: readonly Ladder[],
  originals: readonly Uint8Array[],
  vqvae: Scores,
  bits: number,
): FormatScore {
  const fitting = ladders.flatMap(({ picture, steps }) => {
    const best = steps.filter(({ payloadBits }) => payloadBits <= bits).at(-1);
    return best ? [{ picture, ...best }] : [];
  });
  const fits = fitting.length / ladders.length;
  if (fitting.length === 0) return { fits, quality: null, vqvaePsnr: null, payloadBits: null, headerBits: null };
  const scores = scoresOf(
    fitting.map(({ picture }) => originals[picture] as Uint8Array),
    fitting.map(({ image }) => image),
  );
  return {
    fits,
    quality: qualityOf(scores),
    vqvaePsnr: mean(fitting.map(({ picture }) => vqvae.psnr[picture] as number)),
    payloadBits: mean(fitting.map(({ payloadBits }) => payloadBits)),
    headerBits: mean(fitting.map(({ headerBits }) => headerBits)),
  };
}
