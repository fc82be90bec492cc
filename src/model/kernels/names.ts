/** Names of the kernels that the library does not have; where a backend lacks one, `../ops` composes it. */
export const LAYER_NORM = 'LayerNorm';
export const LAYER_NORM_GRADIENT = 'LayerNormGradient';
