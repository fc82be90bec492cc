/** op trace: everything that both encoders make of an image on the way, in one readback. */
import { concat, reshape, type Tensor } from '@tensorflow/tfjs-core';
import { sizeOf } from '../../model/params';
import { lookUp, nearestCodes, squaredDistances } from '../../model/quantizer';
import type { NamedArray, ParamArrays, RgbImage } from '../../model/types';
import type { OpenBackend } from '../backends/backend';
import type { GenerationSettings } from '../protocol';
import { identityOf } from '../stores/models';
import type { Trace, TracedConvolution, TracedLinear } from '../trace';
import { entriesOf, latentsAt, likeness } from './generation';
import { configOf, createPasses, pixels, readBack, toBytes, upload } from './passes';
import { traceDecoder, traceEncoder, traceTower } from './traced-layers';
import type { Workshop } from './workshop';

export async function trace(workshop: Workshop, image: RgbImage, settings: GenerationSettings): Promise<Trace> {
  const { backend, models, current } = workshop;
  const { grid, codebook } = settings;
  const [contrastive, vqvae] = await Promise.all([models.contrastive(), models.vqvae(grid)]);
  const { config } = contrastive.manifest;
  const generation = configOf(vqvae);
  const { codeDim } = generation;

  // Tokens are chosen on the CPU. Of the current image they need no pass of their own: its latents are known.
  const isCurrent = current?.image.data.every((value, i) => value === image.data[i]) ?? false;
  const subject = current && isCurrent ? current : { image, latents: new Map() };
  const latents = await latentsAt(createPasses(backend, models), vqvae, subject, settings); // [G·G·D]
  const entries = entriesOf(vqvae, codebook); // [K·D]
  const tokens = codebook === 'inf' ? new Uint16Array() : nearestCodes(latents, entries, codeDim); // [G·G]
  const codes = codebook === 'inf' ? latents : lookUp(tokens, entries, codeDim); // [G·G·D]

  upload(backend, models, contrastive, vqvae);
  const [tower, params] = [models.params(contrastive), models.params(vqvae)];
  const made = await readAll(backend, () => {
    const x = pixels(image);
    return {
      ...traceTower(tower, config, x),
      ...traceEncoder(params, generation, x, codebook),
      ...traceDecoder(params, generation, codes, codebook),
    };
  });
  const { arrays } = contrastive;
  const reconstruction = toBytes(made('pixels').values.map((value) => Math.min(1, Math.max(0, value))));
  return {
    grid,
    codebook,
    models: { understanding: identityOf(contrastive), generation: identityOf(vqvae) },
    understanding: {
      heads: config.heads,
      convolutions: ['image/stem', 'image/down'].map((name) => convolution(made, arrays, name)),
      features: made('features'),
      position: weightOf(arrays, 'image/position'),
      patches: made('patches'),
      blocks: Array.from({ length: config.blocks }, (_, i) => ({
        queries: made(`image/block${i}/queries`),
        keys: made(`image/block${i}/keys`),
        weights: made(`image/block${i}/weights`),
        output: made(`image/block${i}/output`),
      })),
      pool: {
        queries: made('image/pool/queries'),
        keys: made('image/pool/keys'),
        weights: made('image/pool/weights'),
        output: made('image/pool/output'),
      },
      projection: linear(made, arrays, 'image/project'),
      embedding: made('embedding'),
    },
    generation: {
      convolutions: ['encoder/stem', ...(grid === 8 ? ['encoder/down'] : [])].map((name) =>
        convolution(made, vqvae.arrays, name),
      ),
      residual: made('residual'),
      features: made('trunk'),
      head: linear(made, vqvae.arrays, `head/${codebook}`),
      latents: { shape: [grid, grid, codeDim], values: latents },
      entries: { shape: [entries.length / codeDim, codeDim], values: entries },
      tokens,
      distances: distanceTable(latents, entries, codeDim),
      codes: { shape: [grid, grid, codeDim], values: codes.slice() },
      embed: linear(made, vqvae.arrays, `embed/${codebook}`),
      decoder: convolution(made, vqvae.arrays, 'decoder/stem'),
      pixels: made('pixels'),
      reconstruction,
      ...likeness(image.data, reconstruction),
    },
  };
}

type Made = (name: string) => NamedArray;

/** Runs a pass and reads all that it names back at once, without the axis of the batch. */
async function readAll(backend: OpenBackend, pass: () => Readonly<Record<string, Tensor>>): Promise<Made> {
  const shapes = new Map<string, readonly number[]>();
  const values = await readBack(backend, () => {
    const tensors = pass();
    for (const [name, { shape }] of Object.entries(tensors)) shapes.set(name, shape.slice(1));
    return concat(Object.values(tensors).map((tensor) => reshape(tensor, [-1])));
  });
  const arrays = new Map<string, NamedArray>();
  let start = 0;
  for (const [name, shape] of shapes) {
    const end = start + sizeOf(shape);
    arrays.set(name, { shape, values: values.slice(start, end) });
    start = end;
  }
  return (name) => arrays.get(name) as NamedArray;
}

/** A copy, free to be transferred. */
const weightOf = (arrays: ParamArrays, name: string): NamedArray => {
  const { shape, values } = arrays[name] as NamedArray;
  return { shape, values: values.slice() };
};

const linear = (made: Made, arrays: ParamArrays, name: string): TracedLinear => ({
  kernel: weightOf(arrays, `${name}/kernel`),
  bias: weightOf(arrays, `${name}/bias`),
  output: made(name),
});

const convolution = (made: Made, arrays: ParamArrays, name: string): TracedConvolution => ({
  ...linear(made, arrays, name),
  input: made(`${name}/input`),
});

/** Squared distances of every cell's latent to every entry. [G·G, K] */
function distanceTable(latents: Float32Array, entries: Float32Array, codeDim: number): NamedArray {
  const [cells, size] = [latents.length / codeDim, entries.length / codeDim];
  const values = new Float32Array(cells * size);
  for (let cell = 0; cell < cells; cell++)
    values.set(squaredDistances(latents.subarray(cell * codeDim, (cell + 1) * codeDim), entries), cell * size);
  return { shape: [cells, size], values };
}
