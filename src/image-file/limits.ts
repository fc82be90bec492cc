/** What a picture file may weigh and measure; the sentences of `text.ts` quote these numbers. */

/** Largest file, in bytes (50 MB, counted in 1,024s as most systems do). */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** Most pixels decoded: above the 108-megapixel phones, below what half a gigabyte of RGBA holds. */
export const MAX_PIXELS = 120_000_000;

/** Longest side decoded, in pixels: the most that JPEG can state and Chromium's canvas can hold. */
export const MAX_SIDE = 65_535;

/** Largest SVG text, in characters. */
export const MAX_SVG_CHARACTERS = 10 * 1024 * 1024;

/** Long side at which an SVG is drawn, in pixels. */
export const SVG_RASTER_SIDE = 1024;

/** Longest wait for the decoder and the reading of its pixels, in seconds. */
export const DECODE_SECONDS = 30;
