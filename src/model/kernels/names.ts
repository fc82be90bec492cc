/** Names of the kernels that the library does not have; where a backend lacks one, `../ops` composes it. */
export const LAYER_NORM = 'LayerNorm';
export const LAYER_NORM_GRADIENT = 'LayerNormGradient';

/** The layer norm kernel takes so many floats at a time: the last axis must be a multiple. */
export const LAYER_NORM_STEP = 4;
