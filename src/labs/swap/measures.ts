/** The two-by-two as it is charted: one figure a code and question, on a scale that begins at knowing nothing. */
import type { TwoByTwo } from '../../results/two-by-two';

export const TELL_MEASURES = ['group', 'balanced', 'concept'] as const;
export const DRAW_MEASURES = ['psnr', 'ssim', 'photos', 'judge'] as const;
export type TellMeasure = (typeof TELL_MEASURES)[number];
export type DrawMeasure = (typeof DRAW_MEASURES)[number];

type Figures = TwoByTwo['figures'];
type CodeFigures = Figures['codes'][number];
export type ComparedCode = CodeFigures['code'];
export type Pooling = CodeFigures['tell'][number]['pooling'];

/** The two codes in question; all others are controls. */
const MAIN_CODES = ['pooled', 'tokens'] as const satisfies readonly ComparedCode[];

export interface Point {
  readonly mean: number;
  readonly sd: number;
}

export interface Row {
  readonly code: ComparedCode;
  readonly bits: number;
  /** Of the ways to make one vector of the code, the one that tells best of validation concepts. */
  readonly tell: Point & { readonly pooling: Pooling };
  readonly draw: Point;
}

export interface Scale {
  readonly unit: 'percent' | 'dB' | 'none';
  readonly low: number;
  readonly high: number;
  /** What is reached without looking. */
  readonly chance: number;
  /** What the original pictures themselves reach, where anything does. */
  readonly ceiling: number | null;
}

export interface Comparison {
  readonly main: readonly Row[];
  readonly controls: readonly Row[];
  readonly scales: { readonly tell: Scale; readonly draw: Scale };
}

const TELL_KEYS = { group: 'group', balanced: 'balanced', concept: 'conceptR1' } as const;
/** By what a pooling is chosen; the balanced figure is of the same probe as the plain one. */
const VALIDATION_KEYS = { group: 'group', balanced: 'group', concept: 'conceptR1' } as const;
const DRAW_KEYS = { psnr: 'psnr', ssim: 'ssim', photos: 'photos', judge: 'group' } as const;
const UNITS = { psnr: 'dB', ssim: 'none', photos: 'dB', judge: 'percent' } as const;

const pointOf = ({ mean, sd }: Point): Point => ({ mean, sd });

export const tellOf = (told: CodeFigures['tell'][number], measure: TellMeasure): Point => pointOf(told[TELL_KEYS[measure]]);
export const drawOf = (drawn: CodeFigures['draw'], measure: DrawMeasure): Point => pointOf(drawn[DRAW_KEYS[measure]]);

function rowOf({ code, bits, tell, draw }: CodeFigures, by: Measures): Row {
  const validation = VALIDATION_KEYS[by.tell];
  const best = tell.reduce((a, b) => (b.validation[validation] > a.validation[validation] ? b : a));
  return { code, bits, tell: { ...tellOf(best, by.tell), pooling: best.pooling }, draw: drawOf(draw, by.draw) };
}

/** Steps that a scale may be divided in. */
const STEPS: Readonly<Record<Scale['unit'], number>> = { percent: 10, dB: 2, none: 0.1 };

/** Wide enough for every figure with its spread; shares begin at nothing, decibels where the lowest figure lies. */
function scaleOf(unit: Scale['unit'], points: readonly Point[], chance: number, ceiling: number | null): Scale {
  const step = STEPS[unit];
  const highest = Math.max(...points.map(({ mean, sd }) => mean + sd), chance, ceiling ?? chance);
  const lowest = unit === 'dB' ? Math.min(...points.map(({ mean, sd }) => mean - sd), chance) : 0;
  return { unit, low: Math.floor(lowest / step) * step, high: Math.ceil(highest / step) * step, chance, ceiling };
}

export interface Measures {
  readonly tell: TellMeasure;
  readonly draw: DrawMeasure;
}

export function compareCodes({ codes, chance, originals }: Figures, by: Measures): Comparison {
  const rows = codes.map((each) => rowOf(each, by));
  const isMain = ({ code }: Row) => MAIN_CODES.some((main) => main === code);
  return {
    main: MAIN_CODES.flatMap((code) => rows.filter((row) => row.code === code)),
    controls: rows.filter((row) => !isMain(row)),
    scales: {
      tell: scaleOf(
        'percent',
        rows.map(({ tell }) => tell),
        chance.tell[TELL_KEYS[by.tell]],
        null,
      ),
      draw: scaleOf(
        UNITS[by.draw],
        rows.map(({ draw }) => draw),
        drawOf(chance.draw, by.draw).mean,
        by.draw === 'judge' ? originals.group : null,
      ),
    },
  };
}

/** Place of a value on a scale, 0..1. */
export const placeOn = ({ low, high }: Scale, value: number): number =>
  Math.min(1, Math.max(0, (value - low) / (high - low || 1)));

export type Verdict = 'pooled' | 'tokens' | 'neither';

/** Which of the two codes does better; neither where they lie within the spread of either. */
export function verdictOf([first, second]: readonly Row[], question: 'tell' | 'draw'): Verdict {
  if (!first || !second) return 'neither';
  const [a, b] = [first[question], second[question]];
  if (Math.abs(a.mean - b.mean) <= Math.max(a.sd, b.sd)) return 'neither';
  return a.mean > b.mean ? 'pooled' : 'tokens';
}
