/** The passes on the backend: one for a new image and its first reconstruction, one for any other, each read back once. */
import { cast, concat, mean, reshape, slice, type Tensor, type Tensor4D, tensor1d, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { PATCH_GRID } from '../../model/contrastive/config';
import { imageTower } from '../../model/contrastive/image-tower';
import type { ContrastiveManifest, VqvaeManifest } from '../../model/manifest';
import { type CodebookSize, IMAGE_SIZE, type RgbImage } from '../../model/types';
import { chooseEntries } from '../../model/vqvae/choose';
import { codebookName, type VqvaeConfig } from '../../model/vqvae/config';
import { allLatents, decode, encodeTrunk } from '../../model/vqvae/model';
import type { OpenBackend } from '../backends/backend';
import { EngineError } from '../errors';
import type { ModelStore } from '../stores/models';
import type { StoredModel } from '../stores/parcel';
import { until } from '../until';

const PEAK = 255;

export interface ImagePass {
  /** Unit vector. [E] */
  readonly embedding: Float32Array;
  /** Attention of the pooling head, averaged over heads. [N] */
  readonly attention: Float32Array;
  /** Latents of every codebook size, as the model lists them. [S·G·G·D] */
  readonly latents: Float32Array;
}

/** An image drawn back in the pass that encoded it. */
export interface DrawnPass {
  /** Latents of every codebook size, as the model lists them. [S·G·G·D] */
  readonly latents: Float32Array;
  /** The entries that the backend chose and decoded; zeros for 'inf'. [G·G] */
  readonly tokens: Uint16Array;
  /** [64·64·3] */
  readonly drawing: Uint8Array;
}

type Contrastive = StoredModel<ContrastiveManifest>;
type Vqvae = StoredModel<VqvaeManifest>;

export interface Passes {
  /** Both encoders over an image, and the decoder over what it has at one codebook size. */
  encode(contrastive: Contrastive, vqvae: Vqvae, image: RgbImage, size: CodebookSize): Promise<ImagePass & DrawnPass>;
  /** Both encoders over several images, one after another at the shapes of one: however many there are, no layer needs another shader. */
  encodeEach(contrastive: Contrastive, vqvae: Vqvae, images: readonly RgbImage[]): Promise<ImagePass[]>;
  /** The generation side alone, for another grid of the current image. */
  draw(vqvae: Vqvae, image: RgbImage, size: CodebookSize): Promise<DrawnPass>;
  /** Its encoder alone. -> [S·G·G·D] */
  latents(vqvae: Vqvae, image: RgbImage): Promise<Float32Array>;
  /** Codes to 8-bit pixels. codes [G·G·D] -> [64·64·3] */
  decode(vqvae: Vqvae, codes: Float32Array, size: CodebookSize): Promise<Uint8Array>;
  /** Several codes, one after another. */
  decodeEach(vqvae: Vqvae, codes: readonly Float32Array[], size: CodebookSize): Promise<Uint8Array[]>;
  /** Gets the backend ready for `encode` and `decode`; there must be no other call meanwhile. */
  compile(contrastive: Contrastive, vqvae: Vqvae, image: RgbImage, size: CodebookSize): Promise<void>;
}

export function createPasses(backend: OpenBackend, models: ModelStore): Passes {
  /** [S, G, G, D] */
  const latentsOf = (vqvae: Vqvae, x: Tensor4D): Tensor4D => {
    const params = models.params(vqvae);
    const config = configOf(vqvae);
    return allLatents(params, config, encodeTrunk(params, config, x));
  };
  /** [E + N] */
  const understood = (contrastive: Contrastive, x: Tensor4D): Tensor => {
    const { embedding, trace } = imageTower(models.params(contrastive), contrastive.manifest.config, x);
    return concat([reshape(embedding, [-1]), reshape(mean(trace.pooling, 1), [-1])]);
  };
  const codesOf = (contrastive: Contrastive, vqvae: Vqvae, image: RgbImage): Tensor => {
    const x = pixels(image); // [1, H, W, 3]
    return concat([understood(contrastive, x), reshape(latentsOf(vqvae, x), [-1])]);
  };
  /** [S·G·G·D + G·G + H·W·3], the same length for every size: a size of its own would want shaders of its own. */
  const drawnOf = (vqvae: Vqvae, x: Tensor4D, size: CodebookSize): Tensor => {
    const { grid, codeDim } = vqvae.manifest.config;
    const latents = latentsOf(vqvae, x);
    const z = slice(latents, [sizeIndexOf(vqvae, size), 0, 0, 0], [1, grid, grid, codeDim]);
    const entries = vqvae.arrays[codebookName(size)]?.values;
    const { tokens, codes } = entries ? chooseEntries(z, entries) : { tokens: tensor1d(new Float32Array(grid ** 2)), codes: z };
    const drawing = decode(models.params(vqvae), configOf(vqvae), codes, size);
    return concat([reshape(latents, [-1]), cast(tokens, 'float32'), reshape(drawing, [-1])]);
  };
  const drawnFrom = (vqvae: Vqvae, values: Float32Array, size: CodebookSize): DrawnPass => {
    const drawingStart = values.length - 3 * IMAGE_SIZE ** 2;
    const tokensStart = drawingStart - vqvae.manifest.config.grid ** 2;
    return {
      latents: values.slice(0, tokensStart),
      tokens: Uint16Array.from(values.subarray(tokensStart, drawingStart), (token) =>
        size !== 'inf' && token < size ? token : 0,
      ),
      drawing: toBytes(values.subarray(drawingStart)),
    };
  };
  const understoodFrom = (contrastive: Contrastive, values: Float32Array): Omit<ImagePass, 'latents'> => {
    const { embedDim } = contrastive.manifest.config;
    return { embedding: values.slice(0, embedDim), attention: values.slice(embedDim, embedDim + PATCH_GRID ** 2) };
  };
  const understoodLength = (contrastive: Contrastive): number => contrastive.manifest.config.embedDim + PATCH_GRID ** 2;
  const decoded = (vqvae: Vqvae, codes: Float32Array, size: CodebookSize): Tensor => {
    const { grid, codeDim } = vqvae.manifest.config;
    return decode(models.params(vqvae), configOf(vqvae), tensor4d(codes, [1, grid, grid, codeDim]), size);
  };

  const encodedOf = (contrastive: Contrastive, vqvae: Vqvae, image: RgbImage, size: CodebookSize): Tensor => {
    const x = pixels(image);
    return concat([understood(contrastive, x), drawnOf(vqvae, x, size)]);
  };

  const encodeEach: Passes['encodeEach'] = async (contrastive, vqvae, images) => {
    upload(backend, models, contrastive, vqvae);
    const values = await readBack(backend, () => joined(images.map((image) => codesOf(contrastive, vqvae, image))));
    return shares(values, images.length).map((of) => ({
      ...understoodFrom(contrastive, of),
      latents: of.slice(understoodLength(contrastive)),
    }));
  };
  const decodeEach: Passes['decodeEach'] = async (vqvae, codes, size) => {
    upload(backend, models, vqvae);
    const values = await readBack(backend, () => joined(codes.map((code) => reshape(decoded(vqvae, code, size), [-1]))));
    return shares(values, codes.length).map(toBytes);
  };

  return {
    encodeEach,
    decodeEach,
    async encode(contrastive, vqvae, image, size) {
      upload(backend, models, contrastive, vqvae);
      const values = await readBack(backend, () => encodedOf(contrastive, vqvae, image, size));
      const drawn = drawnFrom(vqvae, values.subarray(understoodLength(contrastive)), size);
      return { ...understoodFrom(contrastive, values), ...drawn };
    },
    async draw(vqvae, image, size) {
      upload(backend, models, vqvae);
      return drawnFrom(vqvae, await readBack(backend, () => drawnOf(vqvae, pixels(image), size)), size);
    },
    latents(vqvae, image) {
      upload(backend, models, vqvae);
      return readBack(backend, () => reshape(latentsOf(vqvae, pixels(image)), [-1]));
    },
    async decode(vqvae, codes, size) {
      const [only] = await decodeEach(vqvae, [codes], size);
      return only as Uint8Array;
    },
    async compile(contrastive, vqvae, image, size) {
      upload(backend, models, contrastive, vqvae);
      const { grid, codeDim } = vqvae.manifest.config;
      await backend.compileAhead?.(() => {
        tidy(() => {
          encodedOf(contrastive, vqvae, image, size);
          // Uploaded codes want shaders of their own: see `moveOnce` in warm-up.ts.
          decoded(vqvae, new Float32Array(grid * grid * codeDim), size);
        });
      });
    },
  };
}

/** Row after row, to be read back at once; of one row there is nothing to join. */
const joined = (rows: readonly Tensor[]): Tensor => (rows.length === 1 ? (rows[0] as Tensor) : concat([...rows]));

/** The rows again. */
const shares = (values: Float32Array, count: number): Float32Array[] =>
  Array.from({ length: count }, (_, i) => values.subarray((i * values.length) / count, ((i + 1) * values.length) / count));

/** Zod types a codebook size as any whole number; which ones there are is checked with the names of the weights. */
export const configOf = ({ manifest }: StoredModel<VqvaeManifest>): VqvaeConfig => manifest.config as VqvaeConfig;

/** The place of a size among those that the model lists. @throws EngineError for one that it lacks */
export function sizeIndexOf(vqvae: Vqvae, size: CodebookSize): number {
  const index = configOf(vqvae).codebooks.indexOf(size);
  if (index < 0) throw new EngineError({ code: 'internal', detail: `${vqvae.manifest.id} has no codebook of ${size}` });
  return index;
}

/**
 * Outside the pass, whose tensors are swept away at its end.
 * @throws EngineError context-lost: by now tfjs may compute elsewhere, on a backend that is only being tried
 */
export function upload(backend: OpenBackend, models: ModelStore, ...stored: readonly StoredModel[]): void {
  if (backend.lost.aborted) throw new EngineError({ code: 'context-lost', subject: backend.name });
  for (const model of stored) models.params(model);
}

/** [1, H, W, 3] in 0..1 */
export const pixels = (image: RgbImage): Tensor4D =>
  tensor4d(
    Float32Array.from(image.data, (value) => value / PEAK),
    [1, IMAGE_SIZE, IMAGE_SIZE, 3],
  );

/** Values in 0..1 to 8-bit pixels. */
export const toBytes = (values: Float32Array): Uint8Array => Uint8Array.from(values, (value) => Math.round(value * PEAK));

/** Runs a pass and copies its result out. @throws EngineError context-lost */
export async function readBack(backend: OpenBackend, pass: () => Tensor): Promise<Float32Array> {
  const result = tidy(pass);
  try {
    // A lost context would keep the fence of the readback waiting for ever.
    return await until(backend.lost, () => ({ code: 'context-lost', subject: backend.name }), result.data<'float32'>());
  } finally {
    result.dispose();
  }
}
