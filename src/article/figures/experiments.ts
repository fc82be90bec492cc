/** Figures of the experiments. Their files list codes, changes and representations; an id names the one that is meant. */
import { QUARTERS } from '../../results/temperature';
import type { Figure, FigureEntry, Step } from './figure';

type Print = Omit<Figure, 'places'>;

const PERCENT: Print = { unit: '%', decimals: 1, scale: 1 };
/** Stored from 0 to 1. */
const SHARE: Print = { unit: '%', decimals: 0, scale: 100 };
const TIMES: Print = { unit: 'times', decimals: 1, scale: 1 };
const DECIBELS: Print = { unit: 'dB', decimals: 1, scale: 1 };

/** The same, where a fraction of a percent says something. */
const SMALL_SHARE: Print = { ...SHARE, decimals: 1 };

const figure = (experiment: string, id: string, print: Print, path: readonly Step[]): FigureEntry => [
  `${experiment}:${id}`,
  { places: [{ file: `results/${experiment}.json`, path }], ...print },
];

/** Codes, and the ways in which the probe makes one vector of each. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  pooled: ['pooled'],
  grid: ['gridMean', 'gridFlat'],
  tokens: ['histogram', 'codesMean', 'codesFlat'],
  'tokens-16': ['histogram', 'codesMean', 'codesFlat'],
  'random-pooled': ['pooled'],
  'random-grid': ['gridMean', 'gridFlat'],
  pca: ['whole'],
  pixels: ['whole'],
};

function twoByTwo(code: string, poolings: readonly string[]): FigureEntry[] {
  const of = (id: string, print: Print, path: readonly Step[]) =>
    figure('two-by-two', `${code}.${id}`, print, ['codes', { code }, ...path]);
  return [
    of('draw.psnr', DECIBELS, ['draw', 'psnr']),
    of('draw.group', PERCENT, ['draw', 'group']),
    ...poolings.flatMap((pooling) => [
      of(`tell.${pooling}.group`, PERCENT, ['tell', { pooling }, 'group']),
      of(`tell.${pooling}.conceptR1`, PERCENT, ['tell', { pooling }, 'conceptR1']),
    ]),
  ];
}

/** Changes that the article speaks of, and what each moves. */
const CHANGED: readonly (readonly [change: string, strength: string | number])[] = [
  ['shift', 2],
  ['redraw', 'other-artist'],
  ['noise', 20],
  ['occlude', 24],
];
const MOVED = ['embedding', 'untrained', 'patches', 'pixels', 'tokens16', 'tokens8'] as const;

const changes: readonly FigureEntry[] = CHANGED.flatMap(([change, strength]) => {
  const of = (id: string, path: readonly Step[]) =>
    figure('e7', `${change}.${strength}.${id}`, SHARE, ['changes', { change, strength }, ...path]);
  return [
    // On the way to an unrelated picture.
    ...MOVED.map((code) => of(`wayThere.${code}`, ['wayThere', code])),
    ...(['tokens16', 'tokens8'] as const).map((code) => of(`distance.${code}`, ['distance', code])),
  ];
});

const flips: readonly FigureEntry[] = [16, 8].flatMap((grid) => {
  const of = (id: string) => figure('e8', `flips.${grid}.any.${id}`, SMALL_SHARE, ['flips', { grid, by: 'any' }, 'pixels', id]);
  return [of('own'), of('even')];
});

/** Codes of cells, drawn by the same decoder. */
const localities: readonly FigureEntry[] = ['tokens', 'grid', 'random-grid'].map((code) =>
  figure('e3', `locality.${code}.own`, SHARE, ['codes', { code }, 'locality', 'own']),
);

const pushes: readonly FigureEntry[] = QUARTERS.flatMap((quarter) => {
  const of = (id: string, print: Print, path: readonly Step[]) =>
    figure('temperature', `${quarter}.${id}`, print, ['quarters', { quarter }, ...path]);
  return [of('share.high', SHARE, ['share', 'high']), of('share.low', SHARE, ['share', 'low']), of('ratio', TIMES, ['ratio'])];
});

export const EXPERIMENTS: readonly FigureEntry[] = [
  ...Object.entries(TOLD).flatMap(([code, poolings]) => twoByTwo(code, poolings)),
  figure('two-by-two', 'chance.tell.group', PERCENT, ['chance', 'tell', 'group']),
  figure('two-by-two', 'chance.draw.group', PERCENT, ['chance', 'draw', 'group']),
  figure('two-by-two', 'chance.draw.psnr', DECIBELS, ['chance', 'draw', 'psnr']),
  ...changes,
  ...flips,
  ...localities,
  ...pushes,
];
