/** Files of what the lab shows. */
import type { TwoByTwo } from '../../results/two-by-two';
import type { Picture } from '../lab';
import type { Gallery } from '../shared/files';
import { pictureName, pictureStem } from '../shared/picture-name';
import { best } from './answers';
import type { SwapState } from './store';

/** A name for files about a picture, without an extension. */
export const fileStem = (picture: Picture): string => `${pictureStem(picture)}-swap`;

/** The two-by-two, a line a code and way of making a vector of it. */
export function csvOf({ codes }: TwoByTwo['figures']): Blob {
  const head =
    'code,encoder,bits,pooling,probe_parameters,group_mean,group_sd,balanced_mean,balanced_sd,concept_r1_mean,concept_r1_sd,psnr_mean,psnr_sd,ssim_mean,ssim_sd,photos_psnr_mean,photos_psnr_sd,judge_group_mean,judge_group_sd';
  const lines = codes.flatMap(({ code, encoder, bits, tell, draw }) =>
    tell.map(({ pooling, parameters, group, balanced, conceptR1 }) => {
      const points = [group, balanced, conceptR1, draw.psnr, draw.ssim, draw.photos, draw.group];
      return [code, encoder, bits, pooling, parameters, ...points.flatMap(({ mean, sd }) => [mean, sd])].join(',');
    }),
  );
  return new Blob([`${[head, ...lines].join('\n')}\n`], { type: 'text/csv' });
}

const ANSWERS = 20;

/** What came of this picture, and the two-by-two where it has been measured. */
export function jsonOf(
  picture: Picture,
  { drawn, told }: Pick<SwapState, 'drawn' | 'told'>,
  gallery: Gallery,
  table: TwoByTwo | null,
): Blob {
  const ranking = told.shown?.picture === picture ? told.shown.result : null;
  const nearest = (scores: Float32Array) =>
    best(scores, ANSWERS).map(({ index, score }) => ({ concept: gallery.concepts[index]?.concept, score }));
  const drawings = drawn.shown?.picture === picture ? drawn.shown.result : [];
  const content = {
    picture: pictureName(picture),
    drawings: drawings.map(({ code, decoder, encoder, metrics }) => ({ code, decoder, encoder, ...metrics })),
    nearest: ranking && {
      models: ranking.models,
      tokens: { grid: ranking.grid, codebook: ranking.codebook },
      byEmbedding: nearest(ranking.embedding),
      byTokenHistogram: nearest(ranking.tokens),
      byPixels: nearest(ranking.pixels),
      captions: { language: ranking.language, nearest: nearest(ranking.captions) },
    },
    twoByTwo: table,
  };
  return new Blob([JSON.stringify(content, null, 1)], { type: 'application/json' });
}
