/** What the worker answers when asked how both encoders come to their codes. As all of the protocol: plain data. */
import type { NamedArray } from '../model/types';
import type { GenerationSettings, ModelIdentity, ReconstructionMetrics } from './protocol';

/** An affine map as it was applied at every place. */
export interface TracedLinear {
  /** [.., I, O] */
  readonly kernel: NamedArray;
  /** [O] */
  readonly bias: NamedArray;
  /** [.., O] */
  readonly output: NamedArray;
}

/** A convolution as it was applied, zero padded to the same size or, at stride 2, to half of it. kernel [k, k, I, O] */
export interface TracedConvolution extends TracedLinear {
  /** [H, W, I] */
  readonly input: NamedArray;
}

/** What attention compared, and what came of it. */
export interface TracedAttention {
  /** [M, C] */
  readonly queries: NamedArray;
  /** [N, C] */
  readonly keys: NamedArray;
  /** [A, M, N] */
  readonly weights: NamedArray;
  /** What the block, or the pool, gives. [S, S, C] or [C] */
  readonly output: NamedArray;
}

/** What both encoders make of an image on the way, step by step. */
export interface Trace extends GenerationSettings {
  readonly models: { readonly understanding: ModelIdentity; readonly generation: ModelIdentity };
  readonly understanding: {
    readonly heads: number;
    /** The first convolutions; the tower has more before its patch features. */
    readonly convolutions: readonly TracedConvolution[];
    /** Patch features, where they are (added), and the patch tokens that this makes. [S, S, C], position [1, N, C] */
    readonly features: NamedArray;
    readonly position: NamedArray;
    readonly patches: NamedArray;
    readonly blocks: readonly TracedAttention[];
    readonly pool: TracedAttention;
    /** output [E], not yet of unit length */
    readonly projection: TracedLinear;
    /** [E] */
    readonly embedding: NamedArray;
  };
  readonly generation: {
    readonly convolutions: readonly TracedConvolution[];
    /** What the residual blocks add to the last convolution; the positive part of the sum are the features. [G, G, C] */
    readonly residual: NamedArray;
    readonly features: NamedArray;
    /** output [G, G, D], not yet of unit length */
    readonly head: TracedLinear;
    /** [G, G, D] */
    readonly latents: NamedArray;
    /** [K, D]; none of the three for 'inf' */
    readonly entries: NamedArray;
    /** [G·G] */
    readonly tokens: Uint16Array;
    /** Squared, of each cell to each entry. [G·G, K] */
    readonly distances: NamedArray;
    /** What is decoded: the entries of the tokens, or the latents for 'inf'. [G, G, D] */
    readonly codes: NamedArray;
    /** output [G, G, C] */
    readonly embed: TracedLinear;
    /** The decoder's first convolution. */
    readonly decoder: TracedConvolution;
    /** The decoder's last layer, in 0..1 but for what is clipped. [H, W, 3] */
    readonly pixels: NamedArray;
    /** Decoded image, 0..255. [64·64·3] */
    readonly reconstruction: Uint8Array;
  } & Pick<ReconstructionMetrics, 'psnr' | 'ssim'>;
}
