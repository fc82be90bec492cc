/**
 * Checks that many schemas share. They are made with zod's small build, of which what is unused is left out: 15 kB less to fetch
 * for each thread.
 */
import * as z from 'zod/mini';

// The small build brings no words of its own: every complaint would be "Invalid input".
z.config(z.locales.en());

export const positive = z.number().check(z.positive());
export const nonnegative = z.number().check(z.nonnegative());
/** 0 … 100. */
export const percent = z.number().check(z.minimum(0), z.maximum(100));
/** 0 … 1. */
export const share = z.number().check(z.minimum(0), z.maximum(1));
export const positiveInt = z.int().check(z.positive());
/** 0, 1, 2, … */
export const count = z.int().check(z.nonnegative());
/** Not empty. */
export const filled = z.string().check(z.minLength(1));
/** In hex. */
export const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
