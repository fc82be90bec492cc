/** The layers both models are made of: free functions of (params, name, x). */
import {
  add,
  conv2d,
  div,
  matMul,
  mul,
  relu,
  reshape,
  softmax,
  sqrt,
  square,
  sum,
  type Tensor,
  type Tensor4D,
  transpose,
  zeros,
} from '@tensorflow/tfjs-core';
import { layerNorm } from './ops';
import { constantSpec, linearSpecs, type ParamSpec, param } from './params';
import type { Params } from './types';

/** Affine map of the last axis. [.., I] -> [.., O] */
export function dense(params: Params, name: string, x: Tensor): Tensor {
  const kernel = param(params, `${name}/kernel`);
  const [inputs = 0, outputs = 0] = kernel.shape;
  const rows = matMul(reshape(x, [-1, inputs]), reshape(kernel, [inputs, outputs])); // [R, O]
  return reshape(add(rows, param(params, `${name}/bias`)), [...x.shape.slice(0, -1), outputs]);
}

/** Keeps a zero vector finite when it is normalised. */
const NORM_EPSILON = 1e-8;

/** Unit length along the last axis. */
export const l2Normalise = <T extends Tensor>(x: T): T => div(x, sqrt(add(sum(square(x), -1, true), NORM_EPSILON))) as T;

/** 2-D convolution, zero padded to the same size (divided by the stride). [B, H, W, I] -> [B, H/s, W/s, O] */
export function conv(params: Params, name: string, x: Tensor4D, stride = 1): Tensor4D {
  const y = conv2d(x, param(params, `${name}/kernel`) as Tensor4D, stride, 'same');
  return add(y, param(params, `${name}/bias`));
}

/** Residual block with pre-activation (He et al. 2016, arXiv 1603.05027). [B, G, G, C] -> [B, G, G, C] */
export function resBlock(params: Params, name: string, x: Tensor4D): Tensor4D {
  const inner = conv(params, `${name}/conv1`, relu(x));
  return add(x, conv(params, `${name}/conv2`, relu(inner)));
}

/** 3×3 then 1×1, as in sonnet's VQ-VAE; the second starts small, so that a deep stack starts near the identity. */
export const resBlockSpecs = (name: string, channels: number): ParamSpec[] => [
  ...linearSpecs(`${name}/conv1`, [3, 3, channels, channels]),
  ...linearSpecs(`${name}/conv2`, [1, 1, channels, channels], 0.2),
];

/** Splits the last axis into heads. [B, N, A·d] -> [B, A, N, d] */
function splitHeads(x: Tensor, heads: number): Tensor4D {
  const [batch = 0, tokens = 0, width = 0] = x.shape;
  return transpose(reshape(x, [batch, tokens, heads, width / heads]), [0, 2, 1, 3]) as Tensor4D;
}

/**
 * Scaled dot-product attention (Vaswani et al. 2017, arXiv 1706.03762, eq. 1).
 * `mask`, added to the logits, hides keys. [B, 1, 1, N]
 * q [B, M, E], k and v [B, N, E] -> y [B, M, E], weights [B, A, M, N]
 */
function attend(q: Tensor, k: Tensor, v: Tensor, heads: number, mask?: Tensor4D): { y: Tensor; weights: Tensor4D } {
  const [batch = 0, queries = 0, width = 0] = q.shape;
  const scaled = mul(q, 1 / Math.sqrt(width / heads)); // scaling q is cheaper than scaling the N² logits
  const logits = matMul(splitHeads(scaled, heads), splitHeads(k, heads), false, true); // [B, A, M, N]
  const weights = softmax(mask ? add(logits, mask) : logits) as Tensor4D; // [B, A, M, N]
  const mixed = transpose(matMul(weights, splitHeads(v, heads)), [0, 2, 1, 3]); // [B, M, A, d]
  return { y: reshape(mixed, [batch, queries, width]), weights };
}

const norm = (params: Params, name: string, x: Tensor): Tensor =>
  layerNorm(x, param(params, `${name}/gain`), param(params, `${name}/bias`));

const normSpecs = (name: string, width: number): ParamSpec[] => [
  constantSpec(`${name}/gain`, [width], 1),
  constantSpec(`${name}/bias`, [width]),
];

const mlp = (params: Params, name: string, x: Tensor): Tensor =>
  dense(params, `${name}/out`, relu(dense(params, `${name}/in`, x)));

const mlpSpecs = (name: string, width: number, ratio: number): ParamSpec[] => [
  ...linearSpecs(`${name}/in`, [width, width * ratio]),
  ...linearSpecs(`${name}/out`, [width * ratio, width], 0.3),
];

const ATTENTION_PARTS = ['query', 'key', 'value', 'out'] as const;

const attentionSpecs = (name: string, width: number): ParamSpec[] =>
  ATTENTION_PARTS.flatMap((part) => linearSpecs(`${name}/${part}`, [width, width], part === 'out' ? 0.3 : 0.7));

/**
 * Residual convolution block, normalised first: what ConvNeXt (Liu et al. 2022, arXiv 2201.03545, §2) makes of a transformer block, with a
 * dense 3×3 for the depthwise 7×7, which is what the WASM kernels are fast at. [B, G, G, C] -> [B, G, G, C]
 */
export function convBlock(params: Params, name: string, x: Tensor4D): Tensor4D {
  const inner = conv(params, `${name}/conv1`, norm(params, `${name}/norm`, x) as Tensor4D);
  return add(x, conv(params, `${name}/conv2`, relu(inner)));
}

export const convBlockSpecs = (name: string, channels: number): ParamSpec[] => [
  ...normSpecs(`${name}/norm`, channels),
  ...resBlockSpecs(name, channels),
];

/**
 * Transformer encoder block, pre-norm (ViT, arXiv 2010.11929, eqs. 2–3), with ReLU for GELU: one pass instead of eight on WASM.
 * [B, N, E] -> y [B, N, E], weights [B, A, N, N]
 */
export function transformerBlock(
  params: Params,
  name: string,
  x: Tensor,
  heads: number,
  mask?: Tensor4D,
): { y: Tensor; weights: Tensor4D } {
  const normed = norm(params, `${name}/norm1`, x);
  const [q, k, v] = ['query', 'key', 'value'].map((part) => dense(params, `${name}/attention/${part}`, normed)) as [
    Tensor,
    Tensor,
    Tensor,
  ];
  const attention = attend(q, k, v, heads, mask);
  const mixed = add(x, dense(params, `${name}/attention/out`, attention.y)); // [B, N, E]
  return { y: add(mixed, mlp(params, `${name}/mlp`, norm(params, `${name}/norm2`, mixed))), weights: attention.weights };
}

export const transformerBlockSpecs = (name: string, width: number, ratio: number): ParamSpec[] => [
  ...normSpecs(`${name}/norm1`, width),
  ...attentionSpecs(`${name}/attention`, width),
  ...normSpecs(`${name}/norm2`, width),
  ...mlpSpecs(`${name}/mlp`, width, ratio),
];

/**
 * Multi-head attention pooling: one learned query reads all tokens (MAPHead of SigLIP, arXiv 2303.15343;
 * Set Transformer, arXiv 1810.00825, §3.2). [B, N, E] -> y [B, E], weights [B, A, 1, N]
 */
export function attentionPool(
  params: Params,
  name: string,
  x: Tensor,
  heads: number,
  mask?: Tensor4D,
): { y: Tensor; weights: Tensor4D } {
  const [batch = 0, , width = 0] = x.shape;
  const normed = norm(params, `${name}/norm1`, x);
  const query = dense(params, `${name}/attention/query`, param(params, `${name}/probe`)); // [1, 1, E]
  const { y, weights } = attend(
    add(zeros([batch, 1, 1]), query), // a broadcast: the gradient of `tile` is a loop of slices
    dense(params, `${name}/attention/key`, normed),
    dense(params, `${name}/attention/value`, normed),
    heads,
    mask,
  );
  const pooled = dense(params, `${name}/attention/out`, y); // [B, 1, E]
  const out = add(pooled, mlp(params, `${name}/mlp`, norm(params, `${name}/norm2`, pooled)));
  return { y: reshape(out, [batch, width]), weights };
}

export const attentionPoolSpecs = (name: string, width: number, ratio: number): ParamSpec[] => [
  { name: `${name}/probe`, shape: [1, 1, width], initial: { kind: 'normal', std: 1 }, decay: false },
  ...transformerBlockSpecs(name, width, ratio),
];
