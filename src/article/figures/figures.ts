/**
 * The measured figures that the article may print. An id names the file and the place in it, such as
 * `summary:psnr.16.512.heldOut`: the file `public/results/summary.json`, and in it `psnr`, `16`, `512`, `heldOut`.
 * Where that file is not there yet, the model's manifest gives the same figure, if it has it.
 */

import { EXPERIMENTS } from './experiments';
import type { Figure, FigureEntry, Place } from './figure';

const GRIDS = ['16', '8'] as const;
const CODEBOOKS = ['2', '4', '8', '16', '32', '64', '128', '256', '512', '1024'] as const;
const PICTURES = ['heldOut', 'photos'] as const;

const KINDS = {
  recall: { unit: '%', decimals: 1, scale: 1 },
  psnr: { unit: 'dB', decimals: 1, scale: 1 },
  usage: { unit: '%', decimals: 0, scale: 100 },
} as const satisfies Readonly<Record<string, Omit<Figure, 'places'>>>;

/** @param metric name among the stored metrics of `model`'s manifest */
function headline(kind: keyof typeof KINDS, path: string, model: string, metric: string): FigureEntry {
  const inSummary: Place = { file: 'results/summary.json', path: path.split('.') };
  const inManifest: Place = { file: `models/${model}/manifest.json`, path: ['metrics', 'stored', metric] };
  return [`summary:${path}`, { places: [inSummary, inManifest], ...KINDS[kind] }];
}

const RECALL: readonly FigureEntry[] = [
  ['retrieval.heldOutConcepts.r1', 'retrieval/heldOutConcepts/r1'],
  ['retrieval.heldOutConcepts.r5', 'retrieval/heldOutConcepts/r5'],
  ['retrieval.heldOutConcepts.chance.r1', 'retrieval/heldOutConcepts/chanceR1'],
  ['retrieval.heldOutConcepts.pixels.r1', 'retrieval/heldOutConcepts/pixels/r1'],
  ['retrieval.heldOutConcepts.pixels.r5', 'retrieval/heldOutConcepts/pixels/r5'],
  ['retrieval.unseenArtist.r1', 'retrieval/unseenArtist/r1'],
  ['retrieval.unseenArtist.r5', 'retrieval/unseenArtist/r5'],
  ['retrieval.unseenArtist.pixels.r1', 'retrieval/unseenArtist/pixels/r1'],
  ['retrieval.unseenArtistAllKnown.r1', 'retrieval/unseenArtist/allKnown/r1'],
  ['retrieval.unseenArtistAllKnown.pixels.r1', 'retrieval/unseenArtist/pixels/allKnown/r1'],
].map(([path = '', metric = '']) => headline('recall', path, 'contrastive', metric));

/** What text tower and lexicon find together, and the tower alone. */
const CAPTIONS: readonly FigureEntry[] = (['en', 'zh'] as const).flatMap((language) => [
  headline('recall', `caption.${language}.heldOutR5`, 'lexicon', `caption/${language}/heldOutR5`),
  headline('recall', `caption.${language}.trainR1`, 'lexicon', `caption/${language}/trainR1`),
  headline('recall', `caption.${language}.towerAlone.heldOutR5`, 'contrastive', `caption/${language}/heldOutR5`),
  headline('recall', `caption.${language}.towerAlone.trainR1`, 'contrastive', `caption/${language}/trainR1`),
]);

/** As many captions ask in either language. */
const CAPTION_CHANCE: FigureEntry = [
  'summary:caption.en.chance.heldOutR5',
  { places: [{ file: 'results/summary.json', path: ['caption', 'en', 'chance', 'heldOutR5'] }], ...KINDS.recall },
];

const RECONSTRUCTION: readonly FigureEntry[] = GRIDS.flatMap((grid) => [
  ...[...CODEBOOKS, 'inf'].flatMap((k) =>
    PICTURES.map((pictures) => headline('psnr', `psnr.${grid}.${k}.${pictures}`, `vqvae-${grid}`, `psnr/${k}/${pictures}`)),
  ),
  ...CODEBOOKS.map((k) => headline('usage', `usage.${grid}.${k}`, `vqvae-${grid}`, `usage/${k}`)),
]);

export const FIGURES: ReadonlyMap<string, Figure> = new Map([
  ...RECALL,
  ...CAPTIONS,
  CAPTION_CHANCE,
  ...RECONSTRUCTION,
  ...EXPERIMENTS,
]);
