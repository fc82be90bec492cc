/**
 * The layers of both models again, one by one, each under the name of its parameters: what a trace reads back.
 * They are the published functions of the models; what a model itself tells on the way is taken from there.
 */
import { relu, reshape, sub, type Tensor, type Tensor3D, type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import type { ContrastiveConfig } from '../../model/contrastive/config';
import { PATCH as TOWER_PATCH } from '../../model/contrastive/config';
import { imageTower } from '../../model/contrastive/image-tower';
import { attentionPool, conv, convBlock, dense, transformerBlock } from '../../model/layers';
import { layerNorm } from '../../model/ops';
import { param } from '../../model/params';
import { spaceToDepth } from '../../model/space-to-depth';
import type { CodebookSize, Params } from '../../model/types';
import { PATCH, type VqvaeConfig } from '../../model/vqvae/config';
import { decodeEmbedded, embedCodes } from '../../model/vqvae/model';

type Layers = Readonly<Record<string, Tensor>>;

/** Pixels around zero, folded into cells. x [1, H, W, 3] -> [1, H/p, W/p, p·p·3] */
const folded = (x: Tensor4D, patch: number): Tensor4D => spaceToDepth(sub(x, 0.5), patch);

/** A convolution over `input`, and over its positive part the second one, at half the side. */
function twoConvolutions(params: Params, first: string, second: string, input: Tensor4D): Layers {
  const [output, positive] = positiveAfter(params, first, input);
  return {
    [`${first}/input`]: input,
    [first]: output,
    [`${second}/input`]: positive,
    [second]: conv(params, second, positive, 2),
  };
}

const positiveAfter = (params: Params, name: string, input: Tensor4D): [Tensor4D, Tensor4D] => {
  const output = conv(params, name, input);
  return [output, relu(output)];
};

/** What attention compares in a block or in the pool: its input normalised, as queries and keys. tokens [1, N, C] -> [1, N, C] each */
function compared(params: Params, name: string, tokens: Tensor, asked?: Tensor): Layers {
  const normed = layerNorm(tokens, param(params, `${name}/norm1/gain`), param(params, `${name}/norm1/bias`));
  return {
    [`${name}/queries`]: dense(params, `${name}/attention/query`, asked ?? normed),
    [`${name}/keys`]: dense(params, `${name}/attention/key`, normed),
  };
}

/** The image tower. x [1, H, W, 3] in 0..1 */
export function traceTower(params: Params, config: ContrastiveConfig, x: Tensor4D): Layers {
  const { embedding, trace } = imageTower(params, config, x);
  const layers: Record<string, Tensor> = twoConvolutions(params, 'image/stem', 'image/down', folded(x, TOWER_PATCH));
  const side = Math.sqrt(trace.patches.shape[1]);
  const grid = (tokens: Tensor) => reshape(tokens, [1, side, side, -1]); // [1, S, S, C]
  layers.features = grid(sub(trace.patches, param(params, 'image/position')));
  layers.patches = grid(trace.patches);
  let tokens: Tensor = trace.patches;
  trace.attention.forEach((weights, i) => {
    const name = `image/block${i}`;
    Object.assign(layers, compared(params, name, tokens));
    tokens = i + 1 < trace.attention.length ? transformerBlock(params, name, tokens, config.heads).y : trace.tokens;
    layers[`${name}/weights`] = weights; // [1, A, N, N]
    layers[`${name}/output`] = grid(tokens);
  });
  const pooled = attentionPool(params, 'image/pool', trace.tokens as Tensor3D, config.heads).y; // [1, C]
  return {
    ...layers,
    ...compared(params, 'image/pool', trace.tokens, param(params, 'image/pool/probe')),
    'image/pool/weights': trace.pooling, // [1, A, 1, N]
    'image/pool/output': pooled,
    'image/project': dense(params, 'image/project', pooled), // [1, E]
    embedding,
  };
}

/** The generation encoder up to its head. x [1, H, W, 3] in 0..1 */
export function traceEncoder(params: Params, config: VqvaeConfig, x: Tensor4D, codebook: CodebookSize): Layers {
  const layers = convolutionsOf(params, config, folded(x, PATCH));
  const last = layers[config.grid === 8 ? 'encoder/down' : 'encoder/stem'] as Tensor4D;
  let h = last; // [1, G, G, C]
  for (let i = 0; i < config.encoderBlocks; i++) h = convBlock(params, `encoder/block${i}`, h);
  const trunk = relu(h);
  return { ...layers, residual: sub(h, last), trunk, [`head/${codebook}`]: dense(params, `head/${codebook}`, trunk) };
}

function convolutionsOf(params: Params, { grid }: VqvaeConfig, input: Tensor4D): Layers {
  if (grid === 8) return twoConvolutions(params, 'encoder/stem', 'encoder/down', input);
  return { 'encoder/stem/input': input, 'encoder/stem': conv(params, 'encoder/stem', input) };
}

/** The decoder from the codes on; its last layer is not yet clipped. codes [G·G·D] */
export function traceDecoder(params: Params, config: VqvaeConfig, codes: Float32Array, codebook: CodebookSize): Layers {
  const { grid, codeDim } = config;
  const embedded = embedCodes(params, tensor4d(codes, [1, grid, grid, codeDim]), codebook); // [1, G, G, C]
  return {
    [`embed/${codebook}`]: embedded,
    'decoder/stem/input': embedded,
    'decoder/stem': conv(params, 'decoder/stem', embedded),
    pixels: decodeEmbedded(params, config, embedded), // [1, H, W, 3]
  };
}
