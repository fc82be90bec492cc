/** Files of what the lab shows. */
import { pictureName, pictureStem } from '../shared/picture-name';
import type { PictureSet, Series } from './series';
import type { BitsState, Drawn } from './store';

type Shown = NonNullable<BitsState['shown']>;

/** A name for files about what is shown, without an extension. */
export const fileStem = ({ picture, result }: Shown): string => `${pictureStem(picture)}-bits-${result.grid}-${result.codebook}`;

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
    picture: pictureName(picture),
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
