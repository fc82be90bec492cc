/**
 * The vocabulary of the model code.
 *
 * Letters of shapes, used in every `// [..]` comment:
 *   B batch · H, W image height and width in pixels · G side of the token grid · N = G·G tokens (or patches)
 *   C channels · D code dimension · E embedding dimension · K codebook entries · L caption length in words
 *   A attention heads
 */
import type { Tensor } from '@tensorflow/tfjs-core';

/** Side of every image the models read, in pixels. */
export const IMAGE_SIZE = 64;

/** A named float32 array with its shape: how parameters live outside a backend. */
export interface NamedArray {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Parameters on the CPU, by slash-separated name (`stem/conv/kernel`). */
export type ParamArrays = Readonly<Record<string, NamedArray>>;

/** The same parameters as tensors of the current backend; whoever creates them disposes of them. */
export type Params = Readonly<Record<string, Tensor>>;

/** A 64×64 RGB image as the models read it: row-major, 3 bytes a pixel, 0..255. */
export interface RgbImage {
  readonly width: typeof IMAGE_SIZE;
  readonly height: typeof IMAGE_SIZE;
  readonly data: Uint8Array;
}

/** Token grids offered: 16×16 (f = 4) and 8×8 (f = 8). */
export const GRID_SIZES = [16, 8] as const;
export type GridSize = (typeof GRID_SIZES)[number];

/** Codebook sizes offered; `inf` is the same network without a quantiser. */
export const CODEBOOK_SIZES = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 'inf'] as const;
export type CodebookSize = (typeof CODEBOOK_SIZES)[number];

/** Frozen codes that a small decoder each is shipped for: what the contrastive tower offers, the 8×8 tokens, and a tower that learned nothing. */
export const SWAP_CODES = ['pooled', 'grid', 'tokens', 'random-grid'] as const;
export type SwapCode = (typeof SWAP_CODES)[number];

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A stream of random numbers; pass it in, never reach for a global one. */
export interface Rng {
  /** Uniform in [0, 1), 32 bits of resolution. */
  next(): number;
  /** Uniform integer in [0, n); `n` is a positive integer up to 2^32. */
  int(n: number): number;
  /** Standard normal. */
  normal(): number;
  /**
   * An independent stream named by `labels`. It depends on this stream's seed and on the labels, not on how many numbers
   * were drawn, so step 1000 of a run can be repeated without the 999 before it.
   */
  fork(...labels: readonly (string | number)[]): Rng;
}
