/** The passes on the backend: one for a new image, one for a reconstruction, each read back once. */
import { concat, mean, reshape, type Tensor, type Tensor4D, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { PATCH_GRID } from '../../model/contrastive/config';
import { imageTower } from '../../model/contrastive/image-tower';
import type { ContrastiveManifest, VqvaeManifest } from '../../model/manifest';
import { type CodebookSize, IMAGE_SIZE, type RgbImage } from '../../model/types';
import type { VqvaeConfig } from '../../model/vqvae/config';
import { allLatents, decode, encodeTrunk } from '../../model/vqvae/model';
import type { OpenBackend } from '../backends/backend';
import type { ModelStore, StoredModel } from '../stores/models';
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

type Contrastive = StoredModel<ContrastiveManifest>;
type Vqvae = StoredModel<VqvaeManifest>;

export interface Passes {
  /** Both encoders over an image. */
  encode(contrastive: Contrastive, vqvae: Vqvae, image: RgbImage): Promise<ImagePass>;
  /** The same over several, one after another at the shapes of one: however many there are, no layer needs another shader. */
  encodeEach(contrastive: Contrastive, vqvae: Vqvae, images: readonly RgbImage[]): Promise<ImagePass[]>;
  /** The generation encoder alone, for another grid of the current image. -> [S·G·G·D] */
  latents(vqvae: Vqvae, image: RgbImage): Promise<Float32Array>;
  /** Codes to 8-bit pixels. codes [G·G·D] -> [64·64·3] */
  decode(vqvae: Vqvae, codes: Float32Array, size: CodebookSize): Promise<Uint8Array>;
  /** Several codes, one after another. */
  decodeEach(vqvae: Vqvae, codes: readonly Float32Array[], size: CodebookSize): Promise<Uint8Array[]>;
  /** Gets the backend ready for `encode` and `decode`; there must be no other call meanwhile. */
  compile(contrastive: Contrastive, vqvae: Vqvae, image: RgbImage): Promise<void>;
}

export function createPasses(backend: OpenBackend, models: ModelStore): Passes {
  const latentsOf = (vqvae: Vqvae, x: Tensor4D): Tensor => {
    const params = models.params(vqvae);
    const config = configOf(vqvae);
    return reshape(allLatents(params, config, encodeTrunk(params, config, x)), [-1]);
  };
  const codesOf = (contrastive: Contrastive, vqvae: Vqvae, image: RgbImage): Tensor => {
    const x = pixels(image); // [1, H, W, 3]
    const { embedding, trace } = imageTower(models.params(contrastive), contrastive.manifest.config, x);
    return concat([reshape(embedding, [-1]), reshape(mean(trace.pooling, 1), [-1]), latentsOf(vqvae, x)]);
  };
  const decoded = (vqvae: Vqvae, codes: Float32Array, size: CodebookSize): Tensor => {
    const { grid, codeDim } = vqvae.manifest.config;
    return decode(models.params(vqvae), configOf(vqvae), tensor4d(codes, [1, grid, grid, codeDim]), size);
  };

  const encodeEach: Passes['encodeEach'] = async (contrastive, vqvae, images) => {
    upload(models, contrastive, vqvae);
    const values = await readBack(backend, () => joined(images.map((image) => codesOf(contrastive, vqvae, image))));
    const embeddingEnd = contrastive.manifest.config.embedDim;
    const attentionEnd = embeddingEnd + PATCH_GRID ** 2;
    return shares(values, images.length).map((of) => ({
      embedding: of.slice(0, embeddingEnd),
      attention: of.slice(embeddingEnd, attentionEnd),
      latents: of.slice(attentionEnd),
    }));
  };
  const decodeEach: Passes['decodeEach'] = async (vqvae, codes, size) => {
    upload(models, vqvae);
    const values = await readBack(backend, () => joined(codes.map((code) => reshape(decoded(vqvae, code, size), [-1]))));
    return shares(values, codes.length).map(toBytes);
  };

  return {
    encodeEach,
    decodeEach,
    async encode(contrastive, vqvae, image) {
      const [only] = await encodeEach(contrastive, vqvae, [image]);
      return only as ImagePass;
    },
    latents(vqvae, image) {
      upload(models, vqvae);
      return readBack(backend, () => latentsOf(vqvae, pixels(image)));
    },
    async decode(vqvae, codes, size) {
      const [only] = await decodeEach(vqvae, [codes], size);
      return only as Uint8Array;
    },
    async compile(contrastive, vqvae, image) {
      upload(models, contrastive, vqvae);
      const { grid, codeDim } = vqvae.manifest.config;
      await backend.compileAhead?.(() => {
        tidy(() => {
          codesOf(contrastive, vqvae, image);
          decoded(vqvae, new Float32Array(grid * grid * codeDim), 'inf');
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

/** Outside the pass, whose tensors are swept away at its end. */
export function upload(models: ModelStore, ...stored: readonly StoredModel[]): void {
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
