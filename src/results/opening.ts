/** public/results/opening.json: how long a reader waits from opening the page to the first picture encoded both ways. */
import * as z from 'zod/mini';
import { filled, positive, positiveInt } from '../checks';

/** Milliseconds since the page was asked for, medians over the visits. */
const openingSchema = z.object({
  backend: z.enum(['webgl', 'wasm', 'cpu']),
  /** Asked for by the address; otherwise the one that the page chose. */
  forced: z.boolean(),
  visits: positiveInt,
  /** The text is on the screen. */
  firstPaintMs: positive,
  engineReadyMs: positive,
  firstEncodingMs: positive,
  /** From a move of the slider to its picture on the page. */
  sliderMs: positive,
});
export type Opening = z.infer<typeof openingSchema>;

export const openingsSchema = z.object({
  command: z.string(),
  date: z.iso.date(),
  /** `graphics` is what draws for WebGL, a card or a program. */
  machine: z.object({ processor: z.string(), cores: positiveInt, chromium: z.string(), graphics: filled }),
  /** Bytes on the wire until the first encoding, in English, and until nothing more is asked for; they come from the same machine, which takes no time. */
  bytes: positiveInt,
  openings: z.array(openingSchema).check(z.minLength(1)),
});
