/** Where an own image is looked at: a square of the source, turned by quarters, on a ground colour. Pure arithmetic. */
import { centredSquare, type RgbaImage, type SquareCrop } from '../../dataset/prepare';

export type QuarterTurns = 0 | 1 | 2 | 3;
export type Rgb = readonly [number, number, number];

export interface Framing {
  /** In pixels of the source, before turning. */
  readonly crop: SquareCrop;
  /** Clockwise. */
  readonly quarterTurns: QuarterTurns;
  readonly ground: Rgb;
}

export const GROUNDS = { white: [255, 255, 255], grey: [128, 128, 128], black: [0, 0, 0] } as const satisfies Record<string, Rgb>;
export type GroundName = keyof typeof GROUNDS;

/** How far one can zoom in, and the fewest source pixels that may fill the square. */
const ZOOM_LIMIT = 8;
const FEWEST_PIXELS = 8;

type Size = Pick<RgbaImage, 'width' | 'height'>;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** The largest centred square, upright, on white. */
export const firstFraming = ({ width, height }: Size): Framing => ({
  crop: centredSquare(width, height),
  quarterTurns: 0,
  ground: GROUNDS.white,
});

export const zoomLimit = ({ width, height }: Size): number => clamp(Math.min(width, height) / FEWEST_PIXELS, 1, ZOOM_LIMIT);

/** 1 where the square is as large as the picture allows. */
export const zoomOf = ({ crop }: Framing, { width, height }: Size): number => Math.min(width, height) / crop.size;

function inside({ x, y, size }: SquareCrop, { width, height }: Size): SquareCrop {
  return { x: clamp(x, 0, width - size), y: clamp(y, 0, height - size), size };
}

/** Moves what is seen by shares of the square, as seen: to the right and down are positive, after turning. */
export function pan(framing: Framing, right: number, down: number, source: Size): Framing {
  const { crop, quarterTurns } = framing;
  // What moves to the right on the turned picture moves along another side of the source.
  const [x, y] = (
    [
      [right, down],
      [down, -right],
      [-right, -down],
      [-down, right],
    ] as const
  )[quarterTurns];
  return { ...framing, crop: inside({ ...crop, x: crop.x - x * crop.size, y: crop.y - y * crop.size }, source) };
}

/** Zooms to a factor, keeping the middle of the square where it is. */
export function zoomTo(framing: Framing, factor: number, source: Size): Framing {
  const { crop } = framing;
  const size = Math.min(source.width, source.height) / clamp(factor, 1, zoomLimit(source));
  const shift = (crop.size - size) / 2;
  return { ...framing, crop: inside({ x: crop.x + shift, y: crop.y + shift, size }, source) };
}

/** Turns by quarters, clockwise where positive. */
export const turn = (framing: Framing, quarters: 1 | -1): Framing => ({
  ...framing,
  quarterTurns: ((framing.quarterTurns + quarters + 4) % 4) as QuarterTurns,
});
