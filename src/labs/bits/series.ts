/** The lines of the plane: what each way of spending bits gives, for this picture and over the evaluation set. */
import type { GenerationResult, GenerationSettings } from '../../engine/protocol';
import { GRID_SIZES, type GridSize } from '../../model/types';
import type { E4, FormatScore, Point } from '../../results/e4';
import { keyOf, PLANE } from './plane';
import type { RivalOffers } from './use-rivals';

export type Measure = 'psnr' | 'ssim';
/** The evaluation set's two kinds of pictures. */
export type PictureSet = 'heldOut' | 'photos';

/** Everything that bits can be spent on; prototypes of patches over the evaluation set alone. */
export const WAYS = ['vqvae-16', 'vqvae-8', 'jpeg', 'webp', 'thumbnail', 'pca', 'kMeans-16', 'kMeans-8'] as const;
export type Way = (typeof WAYS)[number];

export interface SeriesPoint {
  readonly bits: number;
  /** dB, and −1..1; null where they cannot be told, as of equal pictures. */
  readonly psnr: number | null;
  readonly ssim: number | null;
  /** The plane's point, where it is one. */
  readonly settings?: GenerationSettings;
  /** Share of the pictures that fit these bits, 0..1; the figures are over these. */
  readonly fits?: number;
  /** The VQ-VAE on the same pictures, dB. */
  readonly vqvaePsnr?: number | null;
}

export interface Series {
  readonly way: Way;
  /** By bits, ascending. */
  readonly points: readonly SeriesPoint[];
}

const byBits = (a: SeriesPoint, b: SeriesPoint) => a.bits - b.bits;
const gridWay = (grid: GridSize): Way => `vqvae-${grid}`;

/** One picture: as much of the plane as is known, and what the same bits buy otherwise. */
export function pictureSeries(points: ReadonlyMap<string, GenerationResult>, rivals: RivalOffers | null): readonly Series[] {
  const own = GRID_SIZES.map((grid) => ({
    way: gridWay(grid),
    points: PLANE.filter((settings) => settings.grid === grid).flatMap((settings) => {
      const metrics = points.get(keyOf(settings))?.metrics;
      return metrics ? [{ bits: metrics.bitsPerImage, psnr: metrics.psnr, ssim: metrics.ssim, settings }] : [];
    }),
  }));
  const others = Object.entries(rivals?.offers ?? {}).map(([way, offers]) => ({
    way: way as Way,
    points: (offers ?? []).map(({ bits, psnr, ssim }) => ({ bits, psnr, ssim })).sort(byBits),
  }));
  return [...own, ...others];
}

const formatPoint = (bits: number, { fits, quality, vqvaePsnr }: FormatScore): SeriesPoint => ({
  bits,
  psnr: quality?.psnr.mean ?? null,
  ssim: quality?.ssim.mean ?? null,
  fits,
  vqvaePsnr,
});

const ofGrid = (points: readonly Point[], grid: GridSize) => points.filter((point) => point.grid === grid);

/** The evaluation set. Ways that both grids were measured with at the same bits are one line. */
export function setSeries({ figures: { points } }: E4, set: PictureSet): readonly Series[] {
  const line = (way: Way, pointOf: (point: Point) => SeriesPoint | null): Series => {
    const ownGrid = /-(16|8)$/.exec(way)?.[1];
    const own = ownGrid ? ofGrid(points, ownGrid === '16' ? 16 : 8) : points;
    const unique = new Map(own.flatMap((point) => pointOf(point) ?? []).map((each) => [each.bits, each]));
    return { way, points: [...unique.values()].sort(byBits) };
  };
  const averaged = (bits: number, { psnr, ssim }: { psnr: { mean: number }; ssim: { mean: number } }): SeriesPoint => ({
    bits,
    psnr: psnr.mean,
    ssim: ssim.mean,
  });
  return WAYS.map((way) => {
    switch (way) {
      case 'vqvae-16':
      case 'vqvae-8':
        return line(way, ({ grid, codebook, bits, vqvae }) => ({
          ...averaged(bits, vqvae[set]),
          settings: { grid, codebook: codebook as GenerationSettings['codebook'] },
        }));
      case 'jpeg':
      case 'webp':
        return line(way, ({ bits, baselines }) => baselines && formatPoint(bits, baselines[way][set]));
      case 'thumbnail':
      case 'pca':
        return line(way, ({ bits, baselines }) => baselines && averaged(bits, baselines[way][set]));
      default:
        return line(way, ({ bits, baselines }) => baselines && averaged(bits, baselines.kMeans[set]));
    }
  });
}

/** What the set says of one point of the plane. */
export const setPoint = ({ figures }: E4, { grid, codebook }: GenerationSettings): Point | undefined =>
  figures.points.find((point) => point.grid === grid && point.codebook === codebook);
