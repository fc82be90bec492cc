/** Random colours that belong together: one mean, one spread of brightness, one of hue, as within a photograph. */
import type { Rng } from './rng';

export interface Palette {
  /** Draws a colour; components may leave 0..255 and are to be clamped when stored. */
  colour(rng: Rng): [number, number, number];
  /** The colour at a brightness offset and two chroma offsets, each about -1..1. */
  at(light: number, warm: number, green: number): [number, number, number];
}

/** Share of palettes without colour, as in old photographs. */
const GREY_SHARE = 0.15;

export function createPalette(rng: Rng): Palette {
  const grey = rng.next() < GREY_SHARE;
  const mean = 60 + 135 * rng.next();
  const contrast = 25 + 65 * rng.next();
  const chroma = grey ? 8 * rng.next() : 10 + 45 * rng.next();
  const meanWarm = chroma * rng.normal();
  const meanGreen = 0.6 * chroma * rng.normal();
  const at: Palette['at'] = (light, warm, green) => {
    const base = mean + contrast * light;
    const w = meanWarm + chroma * warm;
    const g = meanGreen + 0.6 * chroma * green;
    return [base + w - g / 2, base + g, base - w - g / 2];
  };
  return { at, colour: (own) => at(own.normal(), own.normal(), own.normal()) };
}

/** A palette's brightness and chroma are unbounded; bytes are not. */
export function toByte(value: number): number {
  return value <= 0 ? 0 : value >= 255 ? 255 : (value + 0.5) | 0;
}
