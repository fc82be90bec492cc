/** Both encoders and the decoder once more in plain loops, in double precision and without tfjs: what a trace is held against. */
import { type ContrastiveConfig, imageTowerSpecs } from '../../../src/model/contrastive/config';
import type { ParamArrays } from '../../../src/model/types';
import type { VqvaeConfig } from '../../../src/model/vqvae/config';

/** Rows of numbers on a grid of `height` × `width`, or, with `height` 1, in a line. */
export interface Plane {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly values: Float64Array;
}

const plane = (height: number, width: number, channels: number): Plane => ({
  height,
  width,
  channels,
  values: new Float64Array(height * width * channels),
});

const at = (values: ArrayLike<number>, index: number): number => {
  const value = values[index];
  if (value === undefined) throw new Error(`nothing at ${index}`);
  return value;
};

const map = (x: Plane, change: (value: number, index: number) => number): Plane => ({
  ...x,
  values: x.values.map(change),
});
const relu = (x: Plane): Plane => map(x, (value) => Math.max(0, value));
const plus = (x: Plane, y: Plane): Plane => map(x, (value, i) => value + at(y.values, i));

function weights(params: ParamArrays, name: string): { shape: readonly number[]; values: Float32Array } {
  const found = params[name];
  if (!found) throw new Error(`no ${name}`);
  return found;
}

/** 8-bit pixels around zero, each block of p × p one cell. */
export function fold(pixels: Uint8Array, side: number, p: number): Plane {
  const cells = side / p;
  const out = plane(cells, cells, p * p * 3);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      for (let colour = 0; colour < 3; colour++) {
        const cell = Math.floor(y / p) * cells + Math.floor(x / p);
        const channel = ((y % p) * p + (x % p)) * 3 + colour;
        out.values[cell * out.channels + channel] = at(pixels, (y * side + x) * 3 + colour) / 255 - 0.5;
      }
  return out;
}

/** The inverse of folding, without moving the values. */
export function unfold(x: Plane, p: number): Plane {
  const channels = x.channels / (p * p);
  const out = plane(x.height * p, x.width * p, channels);
  for (let y = 0; y < out.height; y++)
    for (let column = 0; column < out.width; column++)
      for (let c = 0; c < channels; c++) {
        const cell = Math.floor(y / p) * x.width + Math.floor(column / p);
        const channel = ((y % p) * p + (column % p)) * channels + c;
        out.values[(y * out.width + column) * channels + c] = at(x.values, cell * x.channels + channel);
      }
  return out;
}

/** Zero padded so that the side is divided by the stride; where the padding is odd, the end has the more. */
export function convolve(params: ParamArrays, name: string, x: Plane, stride = 1): Plane {
  const kernel = weights(params, `${name}/kernel`);
  const bias = weights(params, `${name}/bias`).values;
  const [size = 0, , inputs = 0, outputs = 0] = kernel.shape;
  const out = plane(x.height / stride, x.width / stride, outputs);
  const before = Math.floor(((out.height - 1) * stride + size - x.height) / 2);
  for (let y = 0; y < out.height; y++)
    for (let column = 0; column < out.width; column++)
      for (let o = 0; o < outputs; o++) {
        let sum = at(bias, o);
        for (let u = 0; u < size; u++)
          for (let v = 0; v < size; v++) {
            const [row, col] = [y * stride + u - before, column * stride + v - before];
            if (row < 0 || col < 0 || row >= x.height || col >= x.width) continue;
            const from = (row * x.width + col) * inputs;
            const weight = (u * size + v) * inputs * outputs + o;
            for (let i = 0; i < inputs; i++) sum += (x.values[from + i] ?? 0) * (kernel.values[weight + i * outputs] ?? 0);
          }
        out.values[(y * out.width + column) * outputs + o] = sum;
      }
  return out;
}

/** What goes in is either normalised, where the block has a norm, or cut off below zero. */
function residual(params: ParamArrays, name: string, x: Plane): Plane {
  const read = `${name}/norm/gain` in params ? normalise(params, `${name}/norm`, x) : relu(x);
  return plus(x, convolve(params, `${name}/conv2`, relu(convolve(params, `${name}/conv1`, read))));
}

export function dense(params: ParamArrays, name: string, x: Plane): Plane {
  const kernel = weights(params, `${name}/kernel`);
  const bias = weights(params, `${name}/bias`).values;
  const [outputs = 0, inputs = 0] = [...kernel.shape].reverse();
  const out = plane(x.height, x.width, outputs);
  for (let row = 0; row < x.height * x.width; row++)
    for (let o = 0; o < outputs; o++) {
      let sum = at(bias, o);
      for (let i = 0; i < inputs; i++) sum += at(x.values, row * inputs + i) * at(kernel.values, i * outputs + o);
      out.values[row * outputs + o] = sum;
    }
  return out;
}

/** Each row divided by its length. */
export function unit(x: Plane): Plane {
  const { channels, values } = x;
  return map(x, (value, i) => {
    const start = i - (i % channels);
    let squared = 1e-8;
    for (let c = 0; c < channels; c++) squared += at(values, start + c) ** 2;
    return value / Math.sqrt(squared);
  });
}

function normalise(params: ParamArrays, name: string, x: Plane): Plane {
  const gain = weights(params, `${name}/gain`).values;
  const bias = weights(params, `${name}/bias`).values;
  const { channels, values } = x;
  const out = plane(x.height, x.width, channels);
  for (let start = 0; start < values.length; start += channels) {
    let [mean, variance] = [0, 0];
    for (let c = 0; c < channels; c++) mean += at(values, start + c) / channels;
    for (let c = 0; c < channels; c++) variance += (at(values, start + c) - mean) ** 2 / channels;
    for (let c = 0; c < channels; c++)
      out.values[start + c] = ((at(values, start + c) - mean) / Math.sqrt(variance + 1e-6)) * at(gain, c) + at(bias, c);
  }
  return out;
}

export interface Attention {
  /** [A, M, N] */
  readonly weights: Float64Array;
  readonly output: Plane;
}

/** What each query takes of the values, head by head. */
function attend(q: Plane, k: Plane, v: Plane, heads: number): { weights: Float64Array; mixed: Plane } {
  const [queries, keys, depth] = [q.height * q.width, k.height * k.width, q.channels / heads];
  const all = new Float64Array(heads * queries * keys);
  const mixed = plane(1, queries, q.channels);
  for (let head = 0; head < heads; head++)
    for (let m = 0; m < queries; m++) {
      const row = new Float64Array(keys);
      for (let n = 0; n < keys; n++) {
        let dot = 0;
        for (let d = head * depth; d < (head + 1) * depth; d++)
          dot += at(q.values, m * q.channels + d) * at(k.values, n * k.channels + d);
        row[n] = Math.exp(dot / Math.sqrt(depth));
      }
      const total = row.reduce((sum, value) => sum + value, 0);
      for (let n = 0; n < keys; n++) {
        const weight = at(row, n) / total;
        all[(head * queries + m) * keys + n] = weight;
        for (let d = head * depth; d < (head + 1) * depth; d++)
          mixed.values[m * q.channels + d] = at(mixed.values, m * q.channels + d) + weight * at(v.values, n * v.channels + d);
      }
    }
  return { weights: all, mixed };
}

const perceptron = (params: ParamArrays, name: string, x: Plane): Plane =>
  dense(params, `${name}/mlp/out`, relu(dense(params, `${name}/mlp/in`, normalise(params, `${name}/norm2`, x))));

export function block(params: ParamArrays, name: string, x: Plane, heads: number): Attention {
  const normed = normalise(params, `${name}/norm1`, x);
  const [q, k, v] = ['query', 'key', 'value'].map((part) => dense(params, `${name}/attention/${part}`, normed)) as [
    Plane,
    Plane,
    Plane,
  ];
  const { weights: all, mixed } = attend(q, k, v, heads);
  const h = plus(x, { ...dense(params, `${name}/attention/out`, mixed), height: x.height, width: x.width });
  return { weights: all, output: plus(h, perceptron(params, name, h)) };
}

/** One learned query reads all tokens. */
export function pool(params: ParamArrays, x: Plane, heads: number): Attention {
  const name = 'image/pool';
  const probe = weights(params, `${name}/probe`);
  const asked: Plane = { height: 1, width: 1, channels: x.channels, values: Float64Array.from(probe.values) };
  const normed = normalise(params, `${name}/norm1`, x);
  const { weights: all, mixed } = attend(
    dense(params, `${name}/attention/query`, asked),
    dense(params, `${name}/attention/key`, normed),
    dense(params, `${name}/attention/value`, normed),
    heads,
  );
  const pooled = dense(params, `${name}/attention/out`, mixed);
  return { weights: all, output: plus(pooled, perceptron(params, name, pooled)) };
}

/** Layers that halve the side; all others keep it. */
const HALVING = new Set(['image/down', 'image/patches']);

/** The convolutions in the order in which the configuration lists them, each output by its name. */
export function stem(params: ParamArrays, config: ContrastiveConfig, folded: Plane): Map<string, Plane> {
  const names = imageTowerSpecs(config).map(({ name }) => name);
  const layers = names.slice(0, names.indexOf('image/position')).filter((name) => name.endsWith('/kernel'));
  const made = new Map<string, Plane>();
  let h = folded;
  for (const name of layers.map((layer) => layer.slice(0, -'/kernel'.length))) {
    if (name.endsWith('/conv2')) continue;
    if (name.endsWith('/conv1')) h = residual(params, name.slice(0, -'/conv1'.length), h);
    else h = convolve(params, name, made.size === 0 ? h : relu(h), HALVING.has(name) ? 2 : 1);
    made.set(name, h);
  }
  return made;
}

/** The generation encoder: its convolutions, what its residual blocks add, and its features. */
export function encoder(params: ParamArrays, config: VqvaeConfig, folded: Plane) {
  const first = convolve(params, 'encoder/stem', folded);
  const convolutions = config.grid === 8 ? [first, convolve(params, 'encoder/down', relu(first), 2)] : [first];
  const last = convolutions.at(-1) as Plane;
  let h = last;
  for (let i = 0; i < config.encoderBlocks; i++) h = residual(params, `encoder/block${i}`, h);
  return { convolutions, residual: map(h, (value, i) => value - at(last.values, i)), features: relu(h) };
}

/** From embedded codes to pixels that are not yet clipped. */
export function decoder(params: ParamArrays, config: VqvaeConfig, embedded: Plane): { first: Plane; pixels: Plane } {
  const first = convolve(params, 'decoder/stem', embedded);
  let h = first;
  for (let i = 0; i < config.decoderBlocks; i++) h = residual(params, `decoder/block${i}`, h);
  if (config.grid === 8) {
    h = unfold(convolve(params, 'decoder/up', relu(h)), 2);
    h = residual(params, 'decoder/fine', h);
  }
  const pixels = unfold(convolve(params, 'decoder/pixels', relu(h)), 4);
  return { first, pixels: map(pixels, (value) => value + 0.5) };
}
