/** The headline figures, gathered from E2 and E4. */
import { type E2, e2Schema, type Recall, type Retrieval } from '../../src/results/e2';
import { type E4, e4Schema, type FormatScore, type Point } from '../../src/results/e4';
import { type RetrievalRow, type Summary, summarySchema } from '../../src/results/summary';
import type { Experiment } from './experiment';
import { sizesOf } from './sizes-of';

type Figures = Summary['figures'];
type Baselines = NonNullable<Point['baselines']>;

const row = ({ r1, r5 }: Recall) => ({ r1: r1.mean, r5: r5.mean });

const retrievalRow = (retrieval: Retrieval): RetrievalRow => ({
  heldOutConcepts: row(retrieval.heldOutConcepts),
  twemojiToNoto: row(retrieval.twemojiToNoto),
  unseenArtist: row(retrieval.unseenArtist),
  unseenArtistAllKnown: row(retrieval.unseenArtistAllKnown),
});

/** A figure of each point, by grid and codebook size; points that have none are left out. */
function byPoint<T>(
  points: readonly Point[],
  of: (point: Point) => T | null | undefined,
): { 16: Record<string, T>; 8: Record<string, T> } {
  const onGrid = (grid: 16 | 8) =>
    Object.fromEntries(
      points
        .filter((point) => point.grid === grid)
        .flatMap((point) => {
          const figure = of(point);
          return figure === null || figure === undefined ? [] : [[String(point.codebook), figure]];
        }),
    );
  return { 16: onGrid(16), 8: onGrid(8) };
}

const fitted = ({ heldOut, photos }: Pick<Baselines['kMeans'], 'heldOut' | 'photos'>) => ({
  heldOut: heldOut.psnr.mean,
  photos: photos.psnr.mean,
});
const measured = ({ heldOut, photos }: Pick<Point['vqvae'], 'heldOut' | 'photos'>) => ({
  heldOut: heldOut.psnr.mean,
  photos: photos.psnr.mean,
});
/** A mean over part of the pictures is not set beside one over all of them. */
const whole = ({ fits, quality }: FormatScore): number | null => (fits === 1 && quality ? quality.psnr.mean : null);

/** Throws where E2 lacks the embedding or the pixels. */
export function summarise(told: E2['figures'], drawn: E4['figures']): Figures {
  const of = (encoder: string, pooling: string): RetrievalRow => {
    const found = told.representations.find((each) => each.encoder === encoder && each.pooling === pooling);
    if (!found) throw new Error(`e2 has no ${encoder}/${pooling}`);
    return retrievalRow(found.retrieval);
  };
  const [embedding, pixels] = [of('contrastive', 'pooled'), of('pixels', 'whole')];
  const beside = (task: keyof RetrievalRow) => ({
    ...embedding[task],
    pixels: pixels[task],
    chance: told.chance.retrieval[task],
  });
  const { points } = drawn;
  const baseline = <T>(figure: (baselines: Baselines) => T) =>
    byPoint(points, ({ baselines }) => (baselines ? figure(baselines) : null));
  return {
    retrieval: {
      heldOutConcepts: beside('heldOutConcepts'),
      twemojiToNoto: beside('twemojiToNoto'),
      unseenArtist: beside('unseenArtist'),
      unseenArtistAllKnown: beside('unseenArtistAllKnown'),
    },
    caption: told.captions,
    psnr: byPoint(points, ({ vqvae }) => ({ ...measured(vqvae), unseenArtist: vqvae.unseenArtist.psnr.mean })),
    usage: byPoint(points, ({ vqvae }) => vqvae.usage),
    baselines: {
      retrieval: Object.fromEntries(
        told.representations
          .filter(({ encoder, pooling }) => encoder !== 'contrastive' || pooling !== 'pooled')
          .map(({ encoder, pooling, retrieval }) => [`${encoder}/${pooling}`, retrievalRow(retrieval)]),
      ),
      psnr: {
        kMeans: baseline(({ kMeans }) => fitted(kMeans)),
        pca: baseline(({ pca }) => fitted(pca)),
        thumbnail: baseline(({ thumbnail }) => measured(thumbnail)),
        jpeg: baseline(({ jpeg }) => ({ heldOut: whole(jpeg.heldOut), photos: whole(jpeg.photos) })),
        webp: baseline(({ webp }) => ({ heldOut: whole(webp.heldOut), photos: whole(webp.photos) })),
      },
      usage: { kMeans: baseline(({ kMeans }) => kMeans.usage.mean) },
    },
  };
}

export const summary: Experiment<Figures> = {
  id: 'summary',
  title: 'the headline figures',
  protocol: {
    en: 'Gathered from E2 (retrieval, captions) and E4 (PSNR, usage); means, in percent, in dB, and as shares. Retrieval is asked of the known artists’ held-out drawings, PSNR of all artists’. JPEG and WebP are named only where every picture fits the bits.',
    zh: '汇自 E2（检索、文字说明）与 E4（PSNR、码字使用率），均为平均值，单位依次为百分比、dB 与比例。检索所用为参与训练的画师的留出图画，PSNR 所用为全体画师的。JPEG 与 WebP 只在每幅图都放得下时列出。',
  },
  models: ['contrastive', 'vqvae-16', 'vqvae-8'],
  captions: true,
  from: ['e2', 'e4'],
  seeds: [1, 2, 3],
  schema: summarySchema,
  measure({ result }) {
    const [told, drawn] = [result(e2Schema, 'e2'), result(e4Schema, 'e4')];
    return { sizes: sizesOf([told, drawn]), figures: summarise(told.figures, drawn.figures) };
  },
};
