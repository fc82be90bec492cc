/** Files of what the lab shows. */
import { IMAGE_SIZE } from '../../model/types';
import type { Picture } from '../lab';
import { bestWithin } from './rivals';
import type { PictureSet, Series } from './series';
import type { BitsState, Drawn } from './store';
import { RIVALS, type RivalOffers } from './use-rivals';

type Shown = NonNullable<BitsState['shown']>;

const nameOf = (picture: Picture): string =>
  picture.kind === 'sample' ? `${picture.concept}-${picture.artist}` : picture.name.replace(/\.[^.]*$/, '');

/** A name for files about what is shown, without an extension. */
export const fileStem = ({ picture, result }: Shown): string => `${nameOf(picture)}-bits-${result.grid}-${result.codebook}`;

/** Every line's points: of this picture and of the evaluation set. */
export function csvOf(pictureSeries: readonly Series[], setSeries: readonly Series[], set: PictureSet): Blob {
  const head = 'of,way,grid,codebook,bits,psnr,ssim,share_that_fits,vqvae_psnr_on_these';
  const lines = [
    ...pictureSeries.map((series) => ({ of: 'picture', ...series })),
    ...setSeries.map((series) => ({ of: set, ...series })),
  ].flatMap(({ of, way, points }) =>
    points.map(({ bits, psnr, ssim, settings, fits, vqvaePsnr }) =>
      [of, way, settings?.grid, settings?.codebook, bits, psnr, ssim, fits, vqvaePsnr].map((value) => value ?? '').join(','),
    ),
  );
  return new Blob([`${[head, ...lines].join('\n')}\n`], { type: 'text/csv' });
}

/** The same with the tokens at every point of the plane. */
export function jsonOf(
  { picture, result }: Shown,
  drawn: Drawn | null,
  pictureSeries: readonly Series[],
  setSeries: readonly Series[],
  set: PictureSet,
): Blob {
  const content = {
    picture: picture.kind === 'sample' ? `${picture.concept}.${picture.artist}` : picture.name,
    shown: { grid: result.grid, codebook: result.codebook },
    model: result.model,
    points: [...(drawn?.points.values() ?? [])].map(({ model, grid, codebook, tokens, metrics }) => ({
      model,
      grid,
      codebook,
      ...metrics,
      tokens: [...tokens],
    })),
    lines: { picture: pictureSeries, [set]: setSeries },
  };
  return new Blob([JSON.stringify(content, null, 1)], { type: 'application/json' });
}

/** Side of each picture in the PNG. */
const SIDE = 256;

/** The original, what the tokens give back, and what the same bits give otherwise, side by side. */
export async function pngOf({ picture, result }: Shown, rivals: RivalOffers | null): Promise<Blob> {
  const bits = result.codebook === 'inf' ? 0 : result.metrics.bitsPerImage;
  const others = RIVALS.flatMap((rival) => bestWithin(rivals?.offers[rival] ?? [], bits)?.drawing ?? []);
  const pictures = [picture.image.data, result.reconstruction, ...others];
  const canvas = new OffscreenCanvas(pictures.length * SIDE, SIDE);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.imageSmoothingEnabled = false;
  for (const [i, data] of pictures.entries()) {
    const small = new ImageData(IMAGE_SIZE, IMAGE_SIZE);
    for (let p = 0; p < IMAGE_SIZE * IMAGE_SIZE; p++) {
      small.data.set(data.subarray(3 * p, 3 * p + 3), 4 * p);
      small.data[4 * p + 3] = 255;
    }
    const bitmap = await createImageBitmap(small);
    context.drawImage(bitmap, i * SIDE, 0, SIDE, SIDE);
    bitmap.close();
  }
  return canvas.convertToBlob({ type: 'image/png' });
}
